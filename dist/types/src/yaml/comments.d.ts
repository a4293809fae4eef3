import type { Comment, Document } from "./document.ts";
import type { LineIndex } from "./lines.ts";
import type { Place } from "./locate.ts";
/**
 * The part of a document that a comment speaks of. On a line of its own that is the node that follows, with all that is in it: an
 * entry of a map from its key on, an item of a list, and above the first key of the document the whole document. Behind something
 * it is that line. Undefined where nothing follows.
 */
export declare function governedBy(document: Document, comment: Comment, lines: LineIndex): Place | undefined;
