import { type Reporter } from "./reporter.ts";
export declare const html: Reporter;
/** Text of a manifest as text of the page. */
export declare function escapeHtml(text: string): string;
