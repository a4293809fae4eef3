import type { Linted } from "./project.ts";
export interface ProbePage {
    readonly title: string;
    readonly rows: readonly (readonly [string, string])[];
    /** Offsets of what the cursor is on. */
    readonly start: number;
    readonly end: number;
}
/** For the key of a probe, and the keys and values of its numbers. */
export declare function probeAt(file: string, offset: number, { result }: Linted): ProbePage | undefined;
