import { type Reporter } from "./reporter.ts";
/** The XML of checkstyle 4.3, which Jenkins, reviewdog and many others read. */
export declare const checkstyle: Reporter;
