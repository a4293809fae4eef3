import { type Report } from "./diagnostic.ts";
/** A report, or a sentence about what is wrong with it. */
export declare function readReport(text: string): Report | string;
/** One report of several; a sentence when they are not of one kind. The same diagnostic in two of them is one. */
export declare function mergeReports(reports: readonly Report[]): Report | string;
