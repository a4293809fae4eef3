// The fast reader: block maps and lists, flow collections, plain and quoted scalars and blocks of text, which is what manifests are
// made of. Wherever it is not sure - anchors, aliases, tags, tabs, complex keys, directives, anything that could be an error - it
// steps aside, and the general reader (parse.ts) decides. Where it answers, it answers the same: test/yaml/equality.test.ts.

import type { Limits } from "./limits.ts";
import type { LineIndex } from "./lines.ts";
import type { Entry, Node, ScalarNode } from "./node.ts";
import type { Parsed, Part } from "./part.ts";
import { readFlow } from "./read-flow.ts";
import { readBlockScalar, readPlain, readQuoted } from "./read-scalar.ts";
import {
  COLON,
  DASH,
  FastText,
  HASH,
  isGap,
  LINE_FEED,
  SPACE,
  STEP_ASIDE,
  stepAside,
  TAB,
  TOO_MANY,
} from "./read-text.ts";
import { isRepeated } from "./repeated-key.ts";

/** Deeper than anything real; the reader calls itself this often. */
const MAX_DEPTH = 120;
/** What is looked at closer: carriage returns, other line breaks, characters that YAML refuses, and those outside the first plane. */
const UNUSUAL = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/;
/** The same without whole surrogate pairs. */
const REFUSED =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
/** None of them starts a plain scalar here. */
const SPECIAL = new Set([..."&*!%@`?,]}#"].map(character => character.charCodeAt(0)));

/** One part of a source; undefined where the general reader has to decide. */
export function readPart({ text }: LineIndex, part: Part, limits: Limits): Parsed | undefined {
  const { index, start, end, markerComment } = part;
  if (part.badSeparator !== undefined || part.isBehindJson) return undefined;
  const source = text.slice(part.from, end);
  if (UNUSUAL.test(source) && REFUSED.test(source)) return undefined;
  const reader = new BlockReader(new FastText(text, part.from, end, limits.nodes), Math.min(limits.depth, MAX_DEPTH));
  try {
    const root = reader.root();
    const { comments, nodes } = reader.reader;
    if (markerComment !== undefined) comments.unshift(markerComment);
    const document = { index, start, end, comments, problems: [], ...(root === undefined ? {} : { root }) };
    return { document, nodes };
  } catch (error) {
    if (error === STEP_ASIDE) return undefined;
    if (error === TOO_MANY)
      return { document: { index, start, end, comments: [], problems: [] }, nodes: reader.reader.nodes };
    throw error;
  }
}

class BlockReader {
  readonly reader: FastText;
  private readonly text: string;
  private depth: number;

  constructor(reader: FastText, depth: number) {
    this.reader = reader;
    this.text = reader.text;
    this.depth = depth;
  }

  root(): Node | undefined {
    const { reader } = this;
    const hasMarker = this.text.startsWith("---", reader.at);
    if (hasMarker) {
      reader.at += 3;
      if (this.text.charCodeAt(reader.at) === HASH) stepAside();
      reader.finishLine();
    } else reader.at--;
    reader.nextLine();
    if (reader.indent === -1) {
      // The null behind a `---`.
      if (hasMarker) reader.count();
      return undefined;
    }
    const root = this.block(reader.indent, -1);
    // Whatever follows the root is dropped or an error; a scalar is no manifest.
    if (reader.indent !== -1 || root.kind === "scalar") stepAside();
    return root;
  }

  /** What starts on a line of its own, in a collection at column `parent`. */
  private block(indent: number, parent: number): Node {
    if (this.isDash()) return this.list(indent, false);
    const key = this.key();
    return key === undefined ? this.inline(parent) : this.map(indent, key);
  }

  private isDash(): boolean {
    const { at } = this.reader;
    return this.text.charCodeAt(at) === DASH && isGap(this.text.charCodeAt(at + 1));
  }

  private open(): void {
    this.reader.count();
    if (--this.depth < 0) stepAside();
  }

  private list(indent: number, isIndentless: boolean): Node {
    const { reader } = this;
    this.open();
    const start = reader.at;
    const items: Node[] = [];
    let end = start;
    do {
      const item = this.item(indent);
      items.push(item);
      end = item.end;
    } while (reader.indent === indent && this.isDash());
    if (reader.indent > indent || (reader.indent === indent && !isIndentless)) stepAside();
    this.depth++;
    // A list that grew has room for more than it holds; the copy has not, and is kept as long as the document.
    return { kind: "list", start, end, flow: false, items: items.slice() };
  }

  private item(indent: number): Node {
    const { reader } = this;
    const dashEnd = ++reader.at;
    const code = reader.skipSpaces();
    if (code === LINE_FEED || code === HASH) return this.below(indent, dashEnd);
    const column = reader.at - reader.lineStart;
    if (this.isDash()) return this.list(column, false);
    const key = this.key();
    return key === undefined ? this.inline(indent) : this.map(column, key);
  }

  /** What belongs to a dash with nothing behind it: what is deeper, or null. */
  private below(indent: number, nullAt: number): Node {
    const { reader } = this;
    reader.finishLine();
    reader.nextLine();
    return reader.indent > indent ? this.block(reader.indent, indent) : reader.null(nullAt);
  }

  private map(indent: number, firstKey: ScalarNode): Node {
    const { reader } = this;
    this.open();
    const entries: Entry[] = [];
    let key = firstKey;
    for (;;) {
      entries.push({ key, value: this.value(indent) });
      if (isRepeated(entries)) stepAside();
      if (reader.indent !== indent) break;
      if (this.isDash()) stepAside();
      key = this.key() ?? stepAside();
    }
    if (reader.indent > indent) stepAside();
    this.depth++;
    const end = entries.at(-1)?.value.end ?? firstKey.end;
    return { kind: "map", start: firstKey.start, end, flow: false, entries: entries.slice() };
  }

  private value(indent: number): Node {
    const { reader } = this;
    const colonEnd = reader.at;
    const code = reader.skipSpaces();
    if (code !== LINE_FEED && code !== HASH) return this.inline(indent);
    reader.finishLine();
    reader.nextLine();
    if (reader.indent > indent) return this.block(reader.indent, indent);
    if (reader.indent === indent && this.isDash()) return this.list(indent, true);
    return reader.null(colonEnd);
  }

  /** A key with its colon; undefined where the line has none. Leaves the reader behind the colon, or where it was. */
  private key(): ScalarNode | undefined {
    const { reader, text } = this;
    const start = reader.at;
    const first = text.charCodeAt(start);
    if (first === 34 || first === 39) return this.quotedKey();
    // Flow collections and blocks of text are no keys; nor is `? ` of any use.
    if (first === 91 || first === 123 || first === 124 || first === 62) return undefined;
    if (SPECIAL.has(first) || (first === DASH && isGap(text.charCodeAt(start + 1)))) stepAside();
    let at = start;
    for (let code = first; ; code = text.charCodeAt(++at)) {
      if (at >= reader.end || code === LINE_FEED) return undefined;
      if (code === TAB) stepAside();
      if (code === COLON && isGap(text.charCodeAt(at + 1))) break;
      if (code === HASH && text.charCodeAt(at - 1) === SPACE) return undefined;
    }
    if (at - start > 1000 || at === start) stepAside();
    let end = at;
    while (text.charCodeAt(end - 1) === SPACE) end--;
    reader.at = at + 1;
    return reader.plainKey(start, end);
  }

  private quotedKey(): ScalarNode | undefined {
    const { reader, text } = this;
    const start = reader.at;
    const key = readQuoted(reader);
    const isOneLine = text.indexOf("\n", start) === -1 || text.indexOf("\n", start) >= key.end;
    if (reader.skipSpaces() === COLON) {
      if (!isOneLine || key.end - start > 1000 || !isGap(text.charCodeAt(reader.at + 1))) stepAside();
      reader.at++;
      return key;
    }
    // A value after all: it will be read again.
    reader.at = start;
    reader.nodes--;
    return undefined;
  }

  /** A scalar or a flow collection, to the end of its line and on to the next. */
  private inline(parent: number): Node {
    const { reader, text } = this;
    const code = text.charCodeAt(reader.at);
    if (code === 124 || code === 62) return readBlockScalar(reader, parent);
    const isQuoted = code === 34 || code === 39;
    if (isQuoted || code === 91 || code === 123) {
      const node = isQuoted ? readQuoted(reader) : readFlow(reader, this.depth);
      reader.finishLine();
      reader.nextLine();
      return node;
    }
    if (SPECIAL.has(code) || code === TAB || (code === DASH && isGap(text.charCodeAt(reader.at + 1)))) stepAside();
    return readPlain(reader, parent);
  }
}
