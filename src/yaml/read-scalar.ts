// Scalars of the fast reader: the forms that manifests are full of. Escapes and quotes over several lines are left to the scanner
// of the general reader, which is slower and the same.

import { Broken } from "./broken.ts";
import { Cursor } from "./cursor.ts";
import type { ScalarNode } from "./node.ts";
import { COLON, DASH, type FastText, HASH, isGap, LINE_FEED, SPACE, stepAside, TAB } from "./read-text.ts";
import { scanQuoted } from "./scan-scalar.ts";

/** Where a line of a plain scalar ends, and what ends it. */
function plainLineEnd(reader: FastText, start: number): number {
  const { text, end } = reader;
  let at = start;
  for (let code = text.charCodeAt(at); at < end && code !== LINE_FEED; code = text.charCodeAt(++at)) {
    if (code === COLON && isGap(text.charCodeAt(at + 1))) stepAside();
    if (code === TAB) stepAside();
    if (code === HASH && text.charCodeAt(at - 1) === SPACE) break;
  }
  return at;
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && text.charCodeAt(at - 1) === SPACE) at--;
  return at;
}

/** A plain value, over several lines if they are indented deeper than `parent`. Leaves the reader on the next line. */
export function readPlain(reader: FastText, parent: number): ScalarNode {
  const { text } = reader;
  const start = reader.at;
  let stop = plainLineEnd(reader, start);
  let end = trimEnd(text, start, stop);
  let value = text.slice(start, end);
  let isOneLine = true;
  for (;;) {
    reader.at = stop;
    if (stop < reader.end && text.charCodeAt(stop) === HASH) {
      reader.comment(stop, false);
      break;
    }
    const next = continuation(reader, stop, parent);
    if (next === undefined) break;
    isOneLine = false;
    stop = plainLineEnd(reader, next.at);
    end = trimEnd(text, next.at, stop);
    value += next.breaks === 1 ? " " : "\n".repeat(next.breaks - 1);
    value += text.slice(next.at, end);
  }
  reader.nextLine();
  return isOneLine ? reader.plain(start, end, value) : reader.scalar(start, end, value, "plain");
}

/** The next line with something on it, if it goes on with a plain scalar. A comment ends the scalar. */
function continuation(reader: FastText, lineEnd: number, parent: number): { at: number; breaks: number } | undefined {
  const { text, end } = reader;
  let at = lineEnd;
  let breaks = 0;
  while (at < end) {
    const lineStart = ++at;
    breaks++;
    while (text.charCodeAt(at) === SPACE) at++;
    if (at >= end) return undefined;
    const code = text.charCodeAt(at);
    if (code === LINE_FEED) continue;
    if (code === TAB) stepAside();
    return at - lineStart > parent && code !== HASH ? { at, breaks } : undefined;
  }
  return undefined;
}

/** A quoted scalar. Leaves the reader right behind it. */
export function readQuoted(reader: FastText): ScalarNode {
  const { text } = reader;
  const start = reader.at;
  const quote = text.charCodeAt(start);
  let at = start + 1;
  for (let code = text.charCodeAt(at); code !== quote; code = text.charCodeAt(++at)) {
    // A backslash matters in double quotes only.
    if (code === LINE_FEED || at >= reader.end || (code === 92 && quote === 34)) return scanSlowly(reader);
  }
  if (quote === 39 && text.charCodeAt(at + 1) === 39) return scanSlowly(reader);
  reader.at = at + 1;
  return reader.scalar(start, at + 1, text.slice(start + 1, at), quote === 34 ? "double" : "single");
}

function scanSlowly(reader: FastText): ScalarNode {
  const cursor = new Cursor(reader.text, reader.at, reader.end);
  // Any start but the cursor's own: a quoted scalar does not begin its line here, or it does not matter.
  cursor.lineStart = reader.lineStart;
  try {
    const { start, end, value, style } = scanQuoted(cursor, reader.text.charCodeAt(reader.at) === 39);
    reader.at = end;
    return reader.scalar(start, end, value, style);
  } catch (error) {
    if (error instanceof Broken) return stepAside();
    throw error;
  }
}

interface BlockHeader {
  readonly isLiteral: boolean;
  /** 43 keeps all trailing line breaks, 45 none, 0 one. */
  readonly chomp: number;
  readonly increment: number;
  readonly end: number;
}

function readHeader(reader: FastText): BlockHeader {
  const { text } = reader;
  const isLiteral = text.charCodeAt(reader.at) === 124;
  let at = reader.at + 1;
  let chomp = 0;
  let increment = 0;
  for (let code = text.charCodeAt(at); at < reader.end; code = text.charCodeAt(++at)) {
    if ((code === 43 || code === DASH) && chomp === 0) chomp = code;
    else if (code >= 49 && code <= 57 && increment === 0) increment = code - 48;
    else break;
  }
  reader.at = at;
  reader.finishLine();
  return { isLiteral, chomp, increment, end: at };
}

/** A literal or folded block, its indentation told or taken from the first line. Leaves the reader on the next line. */
export function readBlockScalar(reader: FastText, parent: number): ScalarNode {
  const { text } = reader;
  const start = reader.at;
  const header = readHeader(reader);
  const indent = header.increment > 0 ? Math.max(parent, 0) + header.increment : blockIndent(reader, parent);
  let value = "";
  let end = header.end;
  let lastBreak = "";
  let breaks = 0;
  let wasBlank = false;
  let at = reader.at;
  while (at < reader.end) {
    const lineStart = at + 1;
    const lineEnd = reader.lineEnd(lineStart);
    const column = columnUpTo(text, lineStart, lineStart + indent);
    if (lineStart >= reader.end) break;
    if (column === lineEnd) {
      // Nothing but indentation: an empty line, unless the text ends in it.
      if (lineEnd >= reader.end) break;
      breaks++;
      at = lineEnd;
      continue;
    }
    if (text.charCodeAt(column) === TAB && column < lineStart + indent) stepAside();
    if (column < lineStart + indent) break;
    const first = text.charCodeAt(column);
    const isBlank = first === SPACE || first === TAB;
    if (header.isLiteral || wasBlank || isBlank || lastBreak === "") value += lastBreak + "\n".repeat(breaks);
    else value += breaks === 0 ? " " : "\n".repeat(breaks);
    wasBlank = isBlank;
    value += text.slice(column, lineEnd);
    lastBreak = lineEnd < reader.end ? "\n" : "";
    breaks = 0;
    end = lineEnd;
    at = lineEnd;
  }
  reader.at = Math.min(end === header.end ? reader.at : end, reader.end);
  if (header.chomp !== DASH) value += lastBreak;
  if (header.chomp === 43) value += "\n".repeat(breaks);
  reader.nextLine();
  return reader.scalar(start, end, value, "block");
}

function columnUpTo(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && text.charCodeAt(at) === SPACE) at++;
  return at;
}

/** The indentation of the first line that is not empty. An empty line that is longer is an error somewhere: not for here. */
function blockIndent(reader: FastText, parent: number): number {
  const { text, end } = reader;
  let longest = 0;
  let at = reader.at;
  while (at < end) {
    const lineStart = at + 1;
    at = lineStart;
    while (text.charCodeAt(at) === SPACE) at++;
    if (text.charCodeAt(at) === TAB) stepAside();
    const column = Math.min(at, end) - lineStart;
    if (text.charCodeAt(at) === LINE_FEED && at < end) {
      longest = Math.max(longest, column);
      continue;
    }
    if (longest > column || (at >= end && column > 0)) stepAside();
    return Math.max(column, parent + 1, 1);
  }
  if (longest > parent + 1) stepAside();
  return Math.max(parent + 1, 1);
}
