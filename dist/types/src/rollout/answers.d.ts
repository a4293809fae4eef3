import { type Findings } from "./findings.ts";
import type { NumberRow, TimelineRow } from "./result.ts";
export declare function answersOf(findings: Findings): string[];
export declare function numbersOf(findings: Findings): NumberRow[];
export declare function timelineOf({ run, times }: Findings): TimelineRow[];
