/** Nearness in steps: the same file, the same directory, what lies below it, below its parent, … up to the project. */
export type Reach = "file" | "directory" | "below" | "project";
export declare function directoryOf(file: string): string;
/** Sorts the files of a directory before those of its sub-directories, and both together. */
export declare function placeKey(file: string): string;
/** A list that is filled in the order of `placeKey`. */
export declare class PlaceList<T> {
    #private;
    add(key: string, item: T): void;
    get length(): number;
    all(limit?: number): T[];
    slice(start: number, end: number): T[];
    /** The half-open range of positions within a ring. */
    range(ring: Ring): readonly [number, number];
}
/** The list of a key, made when it is missing. */
export declare function listIn<T>(lists: Map<string, PlaceList<T>>, key: string): PlaceList<T>;
/** One step of widening: keys from `from` (inclusive) to `to` (exclusive). */
export interface Ring {
    readonly reach: Reach;
    readonly from: string;
    readonly to: string;
}
/** All of the project, as one ring: for inputs that are one application by their nature. */
export declare const WHOLE: Ring;
/** The rings around a file, narrowest first. The file itself is one only where its directory is a collection of separate examples. */
export declare function ringsAround(file: string, fileFirst: boolean): Ring[];
/** Of two directories one lies in the other, or they are the same. The project's root is above all and tells nothing. */
export declare function isInLine(one: string, other: string): boolean;
/**
 * Both files may well be of one application: one below the other's directory, or close by (`net/` beside `apps/web/`). What matches from
 * farther away stands in another application's folder: people use the same few names and labels.
 */
export declare function areNeighbours(a: string, b: string): boolean;
