import type { Document } from "./document.ts";
import { type Limits } from "./limits.ts";
import type { ParsePart } from "./part.ts";
/**
 * The documents of a source. Never rejects: what is wrong with a document is in its `problems`. The general reader is loaded only
 * for a source with a document that the fast one leaves to it. `isUp` says, before each document, whether there is no time left for it.
 */
export declare function readSource(text: string, limits?: Partial<Limits>, isUp?: () => boolean): Promise<Document[]>;
/** The same at once, for a caller that has loaded the general reader (`parsePart` of parse.ts). */
export declare function readDocumentsWith(parsePart: ParsePart, text: string, limits?: Partial<Limits>): Document[];
/** The same by the general reader alone. */
export declare function parseDocumentsWith(parsePart: ParsePart, text: string, limits?: Partial<Limits>): Document[];
/** Whether kubectl would not get past a document: it does not parse, is a template, exceeds a bound, or ends in a bad `---`. */
export declare function isRefused({ problems }: Document): boolean;
