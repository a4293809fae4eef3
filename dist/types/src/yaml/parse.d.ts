import type { Document } from "./document.ts";
import { type Limits } from "./limits.ts";
import type { ParsePart } from "./part.ts";
/** One part of a source. */
export declare const parsePart: ParsePart;
/** A whole text as one document, not cut at `---`: what go-yaml itself reads of it. */
export declare function parseDocument(text: string, limits?: Partial<Limits>): Document;
