// Path -> place: where a diagnostic about a path points.

import type { Path } from "../diagnostic.ts";
import { type Entry, entryOf, type Node } from "./node.ts";

export interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * The scalar at a path; the key of a map, a list or a block of text; and for what is missing, the key of the nearest thing above it
 * that exists. A list item has no key: what it starts with stands for it.
 */
export function locate(root: Node, path: Path): Place {
  let node = root;
  let place: Place | undefined;
  for (const step of path) {
    const below = child(node, step);
    if (below === undefined) return placeOf(place ?? firstPlace(node));
    node = below.node;
    place = below.entry === undefined ? undefined : below.entry.key;
    if (isShown(node)) place = below.entry?.at ?? node;
    else if (place === undefined) place = firstPlace(node);
  }
  return placeOf(place ?? firstPlace(node));
}

function child(node: Node, step: string | number): { readonly node: Node; readonly entry?: Entry } | undefined {
  if (node.kind === "list") {
    const item = typeof step === "number" ? node.items[step] : undefined;
    return item === undefined ? undefined : { node: item };
  }
  const entry = node.kind === "map" ? entryOf(node, String(step)) : undefined;
  return entry === undefined ? undefined : { node: entry.value, entry };
}

/** A scalar that can be underlined: it is written, and not a block of text. */
function isShown(node: Node): boolean {
  return node.kind === "scalar" && node.style !== "block" && node.end > node.start;
}

/** The first key or scalar of a node. */
function firstPlace(node: Node): Place {
  let first: Node = node;
  for (;;) {
    const next: Node | undefined =
      first.kind === "list" ? first.items[0] : first.kind === "map" ? first.entries[0]?.key : undefined;
    if (next === undefined) return placeOf(first);
    first = next;
  }
}

function placeOf({ start, end }: Place): Place {
  return { start, end };
}
