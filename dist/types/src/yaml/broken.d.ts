export type BrokenCode = "alias-count" | "anchor-name" | "base64" | "block-header" | "block-tab" | "comma" | "content" | "control" | "dash" | "depth" | "directive" | "document-start" | "entry-place" | "escape" | "key" | "key-place" | "limit-alias" | "limit-depth" | "limit-nodes" | "map-key" | "merge-value" | "missing-colon" | "null-key" | "number" | "quote-marker" | "self-alias" | "start" | "tab" | "tag" | "tag-value" | "unclosed-quote" | "unknown-anchor" | "value-place" | "version";
/** No `Error`: nobody looks at a stack, and collecting one costs more than reading the document. */
export declare class Broken {
    readonly code: BrokenCode;
    /** Where the reader stood. */
    readonly at: number;
    /** Where the thing began that it was reading: the quote, the key, the map. */
    readonly from: number;
    /** A word for the message: a tag, an anchor's name, a value. */
    readonly detail: string;
    constructor(code: BrokenCode, at: number, from?: number, detail?: string);
}
