// Source -> documents: the one entrance to the YAML readers.

import type { Document } from "./document.ts";
import { DEFAULT_LIMITS, type Limits } from "./limits.ts";

export type Parse = (text: string, limits?: Limits) => Document[];

/** The documents of a source. Never throws; what is wrong with a document is in its `problems`. */
export async function readSource(text: string, limits?: Partial<Limits>): Promise<Document[]> {
  const { parse } = await import("./parse.ts");
  return readDocumentsWith(parse, text, limits);
}

/** The same at once, for a caller that has loaded the general reader. */
export function readDocumentsWith(parse: Parse, text: string, limits?: Partial<Limits>): Document[] {
  return parse(text, { ...DEFAULT_LIMITS, ...limits });
}
