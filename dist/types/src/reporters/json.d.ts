import type { Reporter } from "./reporter.ts";
/** The report itself (schemas/report.schema.json). */
export declare const json: Reporter;
