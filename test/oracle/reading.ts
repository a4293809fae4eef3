// Texts of oracle rows as the objects that are sent to the API server: each document, and each item of a List.

import type { Problem } from "../../src/diagnostic.ts";
import { Field } from "../../src/field.ts";
import type { Document } from "../../src/yaml/document.ts";
import { readSource } from "../../src/yaml/documents.ts";

/** One object as kubectl sends it. `id` is the document's number, with the item's number behind a dot for each List around it. */
export interface Sent {
  readonly id: string;
  readonly index: number;
  /** Undefined where the document is empty or does not parse. */
  readonly root: Field | undefined;
  /** What the reader found. */
  readonly problems: readonly Problem[];
}

export async function sentObjects(text: string): Promise<Sent[]> {
  return (await readSource(text)).flatMap(toSent);
}

function toSent(document: Document): Sent[] {
  const { index, problems } = document;
  if (document.root === undefined) return [{ id: String(index), index, root: undefined, problems }];
  return expand(new Field(document.root), String(index), index, problems);
}

function expand(root: Field, id: string, index: number, problems: readonly Problem[]): Sent[] {
  const kind = root.get("kind").scalar;
  const items = root.get("items");
  if (typeof kind !== "string" || !kind.endsWith("List") || !items.isList) return [{ id, index, root, problems }];
  return items.items().flatMap((item, at) => expand(item, `${id}.${at}`, index, problems));
}
