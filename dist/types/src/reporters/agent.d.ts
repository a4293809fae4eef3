import { type Reporter } from "./reporter.ts";
/** One line per diagnostic with everything that is needed to act on it and nothing to look at: no frame, no colour. */
export declare const agent: Reporter;
