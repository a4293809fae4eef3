// Flow collections of the fast reader: `{a: 1}`, `[a, b]`, over any number of lines.

import type { Entry, Node, ScalarNode } from "./node.ts";
import { readQuoted } from "./read-scalar.ts";
import { COLON, DASH, type FastText, HASH, isGap, LINE_FEED, SPACE, stepAside, TAB } from "./read-text.ts";
import { isRepeated } from "./repeated-key.ts";

const COMMA = 44;
/** What no plain scalar may start with. */
const INDICATORS = new Set([..."-?:,[]{}#&*!|>'\"%@`"].map(character => character.charCodeAt(0)));

/** A collection in brackets. Leaves the reader right behind it. */
export function readFlow(reader: FastText, depth: number): Node {
  if (depth <= 0) stepAside();
  return reader.text.charCodeAt(reader.at) === 91 ? readList(reader, depth) : readMap(reader, depth);
}

/** Blanks, line breaks and comments. Returns the code of what follows. */
function skip(reader: FastText): number {
  const { text, end } = reader;
  for (;;) {
    const before = text.charCodeAt(reader.at - 1);
    const code = reader.skipSpaces();
    if (reader.at >= end || code === TAB) stepAside();
    if (code === HASH) {
      if (!isGap(before) && text.charCodeAt(reader.at - 1) !== SPACE) stepAside();
      const lineStart = text.lastIndexOf("\n", reader.at) + 1;
      reader.comment(reader.at, text.slice(lineStart, reader.at).trim() === "");
    } else if (code === LINE_FEED) {
      reader.at++;
      reader.lineStart = reader.at;
      const first = text.charCodeAt(reader.at);
      // A document marker, perhaps.
      if (first === DASH || first === 46) stepAside();
    } else return code;
  }
}

function readList(reader: FastText, depth: number): Node {
  const start = reader.at++;
  const items: Node[] = [];
  reader.count();
  for (let code = skip(reader); code !== 93; code = skip(reader)) {
    items.push(readItem(reader, code, depth));
    const after = skip(reader);
    if (after === COMMA) reader.at++;
    else if (after !== 93) stepAside();
  }
  reader.at++;
  return { kind: "list", start, end: reader.at, flow: true, items };
}

function readMap(reader: FastText, depth: number): Node {
  const start = reader.at++;
  const entries: Entry[] = [];
  reader.count();
  for (let code = skip(reader); code !== 125; code = skip(reader)) {
    entries.push(readEntry(reader, code, depth));
    if (isRepeated(entries)) stepAside();
    const after = skip(reader);
    if (after === COMMA) reader.at++;
    else if (after !== 125) stepAside();
  }
  reader.at++;
  return { kind: "map", start, end: reader.at, flow: true, entries };
}

function readEntry(reader: FastText, code: number, depth: number): Entry {
  const { text } = reader;
  const line = reader.lineStart;
  const isQuoted = code === 34 || code === 39;
  const key = isQuoted ? readQuoted(reader) : readFlowKey(reader, code);
  if (text.charCodeAt(reader.at) === SPACE) reader.skipSpaces();
  const follows = text.charCodeAt(reader.at) === COLON && (isQuoted || isGap(text.charCodeAt(reader.at + 1)));
  if (!follows) return { key, value: reader.null(key.end) };
  // A key stands on one line, and is not too long.
  if (reader.lineStart !== line || reader.at - key.start > 1000 || text.slice(key.start, key.end).includes("\n"))
    stepAside();
  const colonEnd = ++reader.at;
  const next = skip(reader);
  if (next === COMMA || next === 125) return { key, value: reader.null(colonEnd) };
  return { key, value: readItem(reader, next, depth) };
}

function readItem(reader: FastText, code: number, depth: number): Node {
  if (code === 91 || code === 123) return readFlow(reader, depth - 1);
  if (code === 34 || code === 39) return readQuoted(reader);
  const start = reader.at;
  const end = plainEnd(reader, code);
  return reader.plain(start, end, reader.text.slice(start, end));
}

function readFlowKey(reader: FastText, code: number): ScalarNode {
  const start = reader.at;
  const end = plainEnd(reader, code);
  return reader.plainKey(start, end);
}

/** The end of a plain scalar on one line; what follows on the next must end it. Leaves the reader behind it. */
function plainEnd(reader: FastText, first: number): number {
  const { text } = reader;
  const isDashed = first === DASH && !isGap(text.charCodeAt(reader.at + 1));
  if (INDICATORS.has(first) && !isDashed) stepAside();
  let at = reader.at;
  for (let code = first; at < reader.end; code = text.charCodeAt(++at)) {
    if (code === TAB || code === 63) stepAside();
    if (code === LINE_FEED || code === COMMA || code === 91 || code === 93 || code === 123 || code === 125) break;
    if (code === COLON && isGap(text.charCodeAt(at + 1))) break;
    if (code === HASH && text.charCodeAt(at - 1) === SPACE) break;
  }
  let end = at;
  while (text.charCodeAt(end - 1) === SPACE) end--;
  reader.at = at;
  return end;
}
