// What a comment stands for: the node below it, or the line it ends.

import type { Comment, Document } from "./document.ts";
import type { LineIndex } from "./lines.ts";
import type { Place } from "./locate.ts";
import type { MapNode, Node } from "./node.ts";

/**
 * The part of a document that a comment speaks of. On a line of its own that is the node that follows, with all that is in it: an
 * entry of a map from its key on, an item of a list, and above the first key of the document the whole document. Behind something
 * it is that line. Undefined where nothing follows.
 */
export function governedBy(document: Document, comment: Comment, lines: LineIndex): Place | undefined {
  if (!comment.ownLine) {
    const { line } = lines.at(comment.start);
    return { start: lines.startOf(line), end: lines.endOf(line) };
  }
  const { root } = document;
  if (root === undefined) return undefined;
  return comment.start < root.start ? { start: root.start, end: root.end } : followerIn(root, comment.start);
}

interface Spans {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly nodes: readonly Node[];
}

const spansOf = new WeakMap<Node, Spans>();

/** Where the children of a collection stand, in the order of the text. Merged entries stand elsewhere. */
function spans(node: Exclude<Node, { kind: "scalar" }>): Spans {
  const known = spansOf.get(node);
  if (known !== undefined) return known;
  const made = node.kind === "list" ? itemSpans(node.items) : entrySpans(node);
  spansOf.set(node, made);
  return made;
}

function itemSpans(items: readonly Node[]): Spans {
  return { starts: items.map(({ start }) => start), ends: items.map(({ end }) => end), nodes: items };
}

function entrySpans(map: MapNode): Spans {
  const own = map.entries.filter(({ key }) => key.start >= map.start && key.end <= map.end);
  return {
    starts: own.map(({ key }) => key.start),
    ends: own.map(({ key, value, at }) => Math.max(key.end, at?.end ?? value.end)),
    nodes: own.map(({ value }) => value),
  };
}

/** Goes down to the collection that the place lies in, and takes its next child. */
function followerIn(root: Node, at: number): Place | undefined {
  let node = root;
  for (;;) {
    if (node.kind === "scalar") return node.start > at ? { start: node.start, end: node.end } : undefined;
    const { starts, ends, nodes } = spans(node);
    const index = firstAfter(ends, at);
    const [start, end, inner] = [starts[index], ends[index], nodes[index]];
    if (start === undefined || end === undefined || inner === undefined) return undefined;
    if (start > at) return { start, end };
    node = inner;
  }
}

function firstAfter(ends: readonly number[], at: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
