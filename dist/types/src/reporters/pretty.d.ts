import { type Reporter } from "./reporter.ts";
export declare const pretty: Reporter;
