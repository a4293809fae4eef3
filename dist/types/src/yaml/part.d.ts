import type { Problem } from "../diagnostic.ts";
import type { Comment, Document } from "./document.ts";
import type { Limits } from "./limits.ts";
import type { LineIndex } from "./lines.ts";
import type { Node } from "./node.ts";
/** A JSON value in a stream of them; without a root, and to the end of the text, where it exceeds the bound on nodes. */
export interface JsonValue {
    readonly root?: Node;
    readonly end: number;
    readonly nodes: number;
    readonly problems: readonly Problem[];
}
/** One document of a source before it is read. */
export interface Part {
    readonly index: number;
    /** Where the content starts, after the `---`. */
    readonly start: number;
    readonly end: number;
    /** Where reading starts: at the `---`, if the cutting leaves it in the part (it does so at the start of a stream). */
    readonly from: number;
    /** The comment behind a `---` that was cut off. */
    readonly markerComment?: Comment;
    /** A `---` with something behind it. kubectl stops there and loses the part in front of it too. */
    readonly badSeparator?: {
        readonly start: number;
        readonly end: number;
        readonly contentAt: number;
    };
    /** YAML behind two JSON values or more, where kubectl takes nothing but JSON any longer. */
    readonly isBehindJson?: true;
    /** A part that is JSON is read while it is found. */
    readonly json?: JsonValue;
}
export interface Parsed {
    readonly document: Document;
    /** What the document costs of the bound on nodes; reading ends beyond the bound, and what is there is no document then. */
    readonly nodes: number;
}
/** Reads one part; `limits.nodes` are those that are left for it. */
export type ParsePart = (lines: LineIndex, part: Part, limits: Limits) => Parsed;
