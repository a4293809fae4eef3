import type { Edit, Fix, Problem } from "../diagnostic.ts";
import { Broken } from "./broken.ts";
import type { LineIndex } from "./lines.ts";
import type { Part } from "./part.ts";
/** A line of the broken part, as the hints look at it. */
export interface Line {
    readonly number: number;
    readonly start: number;
    readonly end: number;
    readonly text: string;
    /** Spaces in front. */
    readonly indent: number;
}
/** The place where reading a part stopped, and what stands around it. */
export declare class Scene {
    readonly lines: LineIndex;
    readonly part: Part;
    readonly broken: Broken;
    constructor(lines: LineIndex, part: Part, broken: Broken);
    get text(): string;
    /** The line where the reader stood; at the end of the part the last one with something on it. */
    get here(): Line;
    /** The line where the thing began that was being read. */
    get origin(): Line;
    lineOf(offset: number): Line;
    line(number: number): Line;
    /** The nearest line above with something on it that is no comment. */
    above(line: Line): Line | undefined;
    private lastOffset;
    /** A problem with the place given, on one line. */
    problem(message: string, start: number, end: number, more?: Partial<Problem>): Problem;
    /** Short enough to be read again and again. */
    get isShort(): boolean;
    /** The fix, if the part reads to its end with it. */
    fix(title: string, makeEdits: () => Edit[]): {
        fixes?: readonly Fix[];
    };
    /** How many keys would have nothing after them; undefined where the part would not read to its end. */
    emptyWith(edits: readonly Edit[]): number | undefined;
}
/** The key at the start of a line, and the column where it stands (behind the dashes of a list). */
export declare function keyOn(line: Line): {
    readonly name: string;
    readonly column: number;
    readonly end: number;
} | undefined;
/** The end of the word that starts at an offset. */
export declare function wordEnd(text: string, start: number): number;
export declare function spaces(count: number): string;
