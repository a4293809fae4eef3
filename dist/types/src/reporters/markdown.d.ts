import { type Reporter } from "./reporter.ts";
export declare const markdown: Reporter;
/** A message as plain text: every character that Markdown or HTML would act on is escaped; no address becomes a link, no name a mention. */
export declare function prose(text: string): string;
