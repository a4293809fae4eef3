import type { Reporter } from "./reporter.ts";
export declare const REPORTERS: Readonly<Record<string, () => Promise<Reporter>>>;
