import type { Problem } from "../diagnostic.ts";
import type { Node } from "./node.ts";
/** A comment, without its `#`. `start` is the offset of the `#`. */
export interface Comment {
    readonly start: number;
    readonly end: number;
    readonly text: string;
    /** Nothing but blanks stands before it on its line. */
    readonly ownLine: boolean;
}
/** One `---` part of a source. */
export interface Document {
    /** 0-based; counts every part of the stream, also the empty and the broken ones. */
    readonly index: number;
    /** The range of the part in the source, without its `---`. */
    readonly start: number;
    readonly end: number;
    /** Absent when the document is empty or does not parse. */
    readonly root?: Node;
    readonly comments: readonly Comment[];
    /** What the reader found: syntax errors, duplicate keys, exceeded limits. Paths are empty where there is no node yet. */
    readonly problems: readonly Problem[];
}
/** A text with its name. `path` is relative to the project root, with "/" separators. */
export interface Source {
    readonly path: string;
    readonly text: string;
    /** Why the text is only the head of what lies on the disk: it is then not read as YAML. */
    readonly flaw?: Problem;
}
