import type { NumberRow, SimulationResult } from "./result.ts";
/** What a stretch of a bar means; a painter gives it a colour. */
export type Tone = "old" | "new" | "starting" | "terminating" | "empty" | "good" | "bad" | "muted" | "strong";
export type Paint = (text: string, tone: Tone) => string;
export interface TextOptions {
    readonly width?: number;
    readonly ascii?: boolean;
    readonly paint?: Paint;
}
export declare function renderText(result: SimulationResult, options?: TextOptions): string;
/** Round numbers from 0 to `until`, about `count` of them. */
export declare function ticks(until: number, count: number): number[];
/** A number as the tables show it. */
export declare function numberText({ earliest, latest, unit }: NumberRow): [string, string];
