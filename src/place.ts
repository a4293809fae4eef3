import type { Field } from "./field.ts";
import { entryOf, type Node } from "./yaml/node.ts";

export interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * The one line to underline for a field: the scalar when it is there, the key when the value is a block, and for what is missing
 * the key of the nearest thing above it that exists.
 */
export function placeOf(field: Field): Place {
  const { node, entry } = field;
  if (node?.kind === "scalar" && node.end > node.start && node.style !== "block")
    return placeOfEntry(entry?.at ?? node);
  for (let at: Field | undefined = field; at !== undefined; at = at.parent) {
    if (at.entry !== undefined) return { start: at.entry.key.start, end: at.entry.key.end };
    const place = at.node === undefined ? undefined : placeOfItem(at.node);
    if (place !== undefined) return place;
  }
  return { start: 0, end: 0 };
}

/** The key of an entry, whatever its value; the place of the field where it is no entry. */
export function placeOfKey(field: Field): Place {
  return field.entry === undefined ? placeOf(field) : placeOfEntry(field.entry.key);
}

function placeOfEntry({ start, end }: Place): Place {
  return { start, end };
}

/** A list item or a document has no key: its `name` or `kind` stands for it, else its first key or scalar. */
function placeOfItem(node: Node): Place | undefined {
  if (node.kind === "scalar") return node.end > node.start ? placeOfEntry(node) : undefined;
  if (node.kind === "list") return node.items[0] === undefined ? placeOfEntry(node) : placeOfItem(node.items[0]);
  for (const key of ["name", "kind"]) {
    const value = entryOf(node, key)?.value;
    if (value?.kind === "scalar" && value.end > value.start && value.style !== "block") return placeOfEntry(value);
  }
  const first = node.entries[0];
  return first === undefined ? placeOfEntry(node) : placeOfEntry(first.key);
}
