import { type Reporter } from "./reporter.ts";
/** `path:line:col: severity rule: message`, one line each, clickable everywhere. */
export declare const concise: Reporter;
