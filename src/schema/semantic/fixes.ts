import type { Edit, Fix } from "../../diagnostic.ts";
import type { Field } from "../../field.ts";

/** Writes another value in place of a scalar. Nothing where the value stands elsewhere (an alias, a merge) or is a block scalar. */
export function replaceScalar(field: Field, text: string, title: string, safety: Fix["safety"] = "safe"): Fix[] {
  const node = field.node;
  if (node?.kind !== "scalar" || node.style === "block" || node.end === node.start || field.entry?.at !== undefined)
    return [];
  return [{ title, safety, edits: [{ start: node.start, end: node.end, text }] }];
}

/** Takes an entry out of its map, together with the line or the comma that separates it. Nothing for the only entry. */
export function removeEntry(field: Field, title: string, safety: Fix["safety"] = "safe"): Fix[] {
  const map = field.parent?.node;
  const entry = field.entry;
  if (map?.kind !== "map" || entry === undefined || entry.at !== undefined) return [];
  const index = map.entries.indexOf(entry);
  const next = map.entries[index + 1];
  const previous = map.entries[index - 1];
  let edit: Edit | undefined;
  if (next !== undefined && next.at === undefined && next.key.start > entry.key.start)
    edit = { start: entry.key.start, end: next.key.start, text: "" };
  else if (previous !== undefined && previous.at === undefined && previous.value.end < entry.key.start)
    edit = { start: previous.value.end, end: entry.value.end, text: "" };
  return edit === undefined ? [] : [{ title, safety, edits: [edit] }];
}
