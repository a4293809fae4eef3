import type { Path, Problem } from "../diagnostic.ts";
import { type Field } from "../field.ts";
export interface Shape {
    readonly problems: readonly Problem[];
    /** Places where a map or a list stands for something else, or something else for them: nothing can be said about what belongs there. */
    readonly broken: readonly Path[];
    /** Places of scalars that do not decode. */
    readonly misfits: readonly Path[];
    /** Keys that were meant to be another field, or to stand elsewhere: where that field is missing. */
    readonly meant: readonly {
        readonly problem: Problem;
        readonly path: Path;
    }[];
}
export declare function checkShape(root: Field, type: string, minor: number): Shape;
