// Text -> tokens, as go-yaml's scanner makes them (scannerc.go): what it accepts, refuses and never looks at decides what the API
// server sees, so its steps are followed one by one: the queue of tokens, the keys that a later `:` may prove, the indentations.

import { Broken } from "./broken.ts";
import { isBlank, isBlankOrEnd, isBreak, SPACE, TAB } from "./characters.ts";
import { Cursor } from "./cursor.ts";
import { scanAnchor, scanDirective, scanTag } from "./scan-property.ts";
import { scanBlock, scanPlain, scanQuoted } from "./scan-scalar.ts";
import { type Token, type TokenType, token } from "./tokens.ts";

/** go-yaml's `max_flow_level` and `max_indents`. */
const MAX_DEPTH = 10_000;
/** A key must be closed by its `:` within so many characters, on one line. */
const MAX_KEY = 1024;

/** A token that a `:` may turn into a key. */
interface SimpleKey {
  isPossible: boolean;
  /** It stands where only a key can. */
  readonly isRequired: boolean;
  readonly token: number;
  readonly start: number;
  readonly line: number;
  readonly column: number;
}

const NO_KEY: SimpleKey = { isPossible: false, isRequired: false, token: -1, start: 0, line: 0, column: 0 };

export class Scanner {
  readonly cursor: Cursor;
  private queue: Token[] = [];
  private head = 0;
  private taken = 0;
  private indent = -1;
  private readonly indents: number[] = [];
  /** One for each flow level and one for the block. */
  private readonly keys: SimpleKey[] = [NO_KEY];
  private readonly keyOfToken = new Map<number, SimpleKey>();
  private isKeyAllowed = true;
  private isAtEnd = false;
  /** The quoted scalar that was scanned last. */
  lastQuoted: Token | undefined;

  constructor(text: string, from: number, end: number) {
    this.cursor = new Cursor(text, from, end);
  }

  /** The next token, left where it is. */
  peek(): Token {
    while (this.needsMore()) this.fetch();
    return this.queue[this.head] ?? token("stream-end", this.cursor.at, this.cursor.at);
  }

  skip(): void {
    this.head++;
    this.taken++;
    if (this.head < 256) return;
    this.queue = this.queue.slice(this.head);
    this.head = 0;
  }

  private get isFlow(): boolean {
    return this.keys.length > 1;
  }

  private needsMore(): boolean {
    if (this.head === this.queue.length) return !this.isAtEnd;
    if (this.isAtEnd) return false;
    const key = this.keyOfToken.get(this.taken);
    return key !== undefined && this.isValid(key);
  }

  private fetch(): void {
    this.skipToToken();
    const { cursor } = this;
    this.unroll(cursor.column);
    const code = cursor.code();
    if (cursor.at >= cursor.end) this.fetchEnd();
    else if (cursor.column === 0 && code === 37) this.fetchDirective();
    else if (cursor.isAtMarker) this.fetchMarker(code === 45 ? "document-start" : "document-end");
    else if (this.fetchIndicator(code)) return;
    else if (this.startsPlain(code)) this.fetchPlain();
    else throw new Broken("start", cursor.at, cursor.at, String.fromCodePoint(cursor.text.codePointAt(cursor.at) ?? 0));
  }

  private fetchIndicator(code: number): boolean {
    const isApart = isBlankOrEnd(this.cursor.code(1));
    if (code === 91) this.fetchFlowStart("flow-list");
    else if (code === 123) this.fetchFlowStart("flow-map");
    else if (code === 93) this.fetchFlowEnd("flow-list-end");
    else if (code === 125) this.fetchFlowEnd("flow-map-end");
    else if (code === 44) this.fetchFlowEntry();
    else if (code === 45 && isApart) this.fetchBlockEntry();
    else if (code === 63 && (this.isFlow || isApart)) this.fetchKey();
    else if (code === 58 && (this.isFlow || isApart)) this.fetchValue();
    else if (code === 42) this.fetchNode(() => scanAnchor(this.cursor, "alias"));
    else if (code === 38) this.fetchNode(() => scanAnchor(this.cursor, "anchor"));
    else if (code === 33) this.fetchNode(() => scanTag(this.cursor));
    else if ((code === 124 || code === 62) && !this.isFlow) this.fetchBlockScalar();
    else if (code === 39 || code === 34) this.fetchQuoted(code === 39);
    else return false;
    return true;
  }

  private startsPlain(code: number): boolean {
    const next = this.cursor.code(1);
    if (code === 45) return !isBlank(next);
    if (code === 63 || code === 58) return !this.isFlow && !isBlankOrEnd(next);
    return !isBlankOrEnd(code) && !",[]{}#&*!|>'\"%@`".includes(String.fromCharCode(code));
  }

  private skipToToken(): void {
    const { cursor } = this;
    for (;;) {
      // A tab is no indentation: it may not stand where a key could.
      const mayTab = this.isFlow || !this.isKeyAllowed;
      for (let code = cursor.code(); code === SPACE || (mayTab && code === TAB); code = cursor.code()) cursor.at++;
      cursor.skipComment();
      if (!isBreak(cursor.code())) return;
      cursor.readBreak();
      if (!this.isFlow) this.isKeyAllowed = true;
    }
  }

  private push(added: Token): void {
    this.queue.push(added);
  }

  /** Puts a token before the one of the given number. */
  private insert(number: number, added: Token): void {
    // A token that is taken already cannot be preceded any more: go-yaml appends then.
    if (number < this.taken) this.queue.push(added);
    else this.queue.splice(number - this.taken + this.head, 0, added);
  }

  private pushIndicator(type: TokenType, length: number): void {
    const start = this.cursor.at;
    this.cursor.at += length;
    this.push(token(type, start, this.cursor.at));
  }

  private get nextToken(): number {
    return this.taken + this.queue.length - this.head;
  }

  private isValid(key: SimpleKey): boolean {
    if (!key.isPossible) return false;
    if (key.line === this.cursor.line && key.start + MAX_KEY >= this.cursor.at) return true;
    if (key.isRequired) throw new Broken("missing-colon", this.cursor.at, key.start);
    this.forget(key);
    return false;
  }

  private saveKey(): void {
    if (!this.isKeyAllowed) return;
    const { cursor } = this;
    const isRequired = !this.isFlow && this.indent === cursor.column;
    const number = this.nextToken;
    this.removeKey();
    const key = {
      isPossible: true,
      isRequired,
      token: number,
      start: cursor.at,
      line: cursor.line,
      column: cursor.column,
    };
    this.keys[this.keys.length - 1] = key;
    this.keyOfToken.set(number, key);
  }

  private removeKey(): void {
    const key = this.keys.at(-1) ?? NO_KEY;
    if (!key.isPossible) return;
    if (key.isRequired) throw new Broken("missing-colon", this.cursor.at, key.start);
    this.forget(key);
  }

  private forget(key: SimpleKey): void {
    key.isPossible = false;
    if (this.keyOfToken.get(key.token) === key) this.keyOfToken.delete(key.token);
  }

  /** Opens a block collection where the column is deeper than the last one. */
  private roll(column: number, type: "block-list" | "block-map", start: number, number: number | undefined): void {
    if (this.isFlow || this.indent >= column) return;
    this.indents.push(this.indent);
    this.indent = column;
    if (this.indents.length > MAX_DEPTH) throw new Broken("depth", start);
    const opened = token(type, start, start);
    if (number === undefined) this.push(opened);
    else this.insert(number, opened);
  }

  /** Closes the block collections that are deeper than the column. */
  private unroll(column: number): void {
    if (this.isFlow) return;
    while (this.indent > column) {
      this.push(token("block-end", this.cursor.at, this.cursor.at));
      this.indent = this.indents.pop() ?? -1;
    }
  }

  private fetchEnd(): void {
    // The end counts as a new line, so that no key is waited for any longer.
    if (this.cursor.column !== 0) this.cursor.line++;
    this.unroll(-1);
    this.removeKey();
    this.isKeyAllowed = false;
    this.isAtEnd = true;
    this.push(token("stream-end", this.cursor.at, this.cursor.at));
  }

  private fetchDirective(): void {
    this.unroll(-1);
    this.removeKey();
    this.isKeyAllowed = false;
    this.push(scanDirective(this.cursor));
  }

  private fetchMarker(type: "document-start" | "document-end"): void {
    this.unroll(-1);
    this.removeKey();
    this.isKeyAllowed = false;
    this.pushIndicator(type, 3);
  }

  private fetchFlowStart(type: "flow-list" | "flow-map"): void {
    this.saveKey();
    this.keys.push({ ...NO_KEY, token: this.nextToken });
    if (this.keys.length - 1 > MAX_DEPTH) throw new Broken("depth", this.cursor.at);
    this.isKeyAllowed = true;
    this.pushIndicator(type, 1);
  }

  private fetchFlowEnd(type: "flow-list-end" | "flow-map-end"): void {
    this.removeKey();
    // With nothing in the brackets this forgets the bracket itself as a key, as go-yaml does: `{}: x` reads as `{}`.
    if (this.isFlow) this.keyOfToken.delete(this.keys.pop()?.token ?? -1);
    this.isKeyAllowed = false;
    this.pushIndicator(type, 1);
  }

  private fetchFlowEntry(): void {
    this.removeKey();
    this.isKeyAllowed = true;
    this.pushIndicator("flow-entry", 1);
  }

  private fetchBlockEntry(): void {
    const { cursor } = this;
    if (!this.isFlow) {
      if (!this.isKeyAllowed) throw new Broken("entry-place", cursor.at);
      this.roll(cursor.column, "block-list", cursor.at, undefined);
    }
    this.removeKey();
    this.isKeyAllowed = true;
    this.pushIndicator("block-entry", 1);
  }

  private fetchKey(): void {
    const { cursor } = this;
    if (!this.isFlow) {
      if (!this.isKeyAllowed) throw new Broken("key-place", cursor.at);
      this.roll(cursor.column, "block-map", cursor.at, undefined);
    }
    this.removeKey();
    this.isKeyAllowed = !this.isFlow;
    this.pushIndicator("key", 1);
  }

  private fetchValue(): void {
    const { cursor } = this;
    const key = this.keys.at(-1) ?? NO_KEY;
    if (this.isValid(key)) {
      this.insert(key.token, token("key", key.start, key.start));
      this.roll(key.column, "block-map", key.start, key.token);
      this.forget(key);
      this.isKeyAllowed = false;
    } else {
      if (!this.isFlow) {
        if (!this.isKeyAllowed) throw new Broken("value-place", cursor.at);
        this.roll(cursor.column, "block-map", cursor.at, undefined);
      }
      this.isKeyAllowed = !this.isFlow;
    }
    this.pushIndicator("value", 1);
  }

  /** An alias, an anchor, a tag or a quoted scalar: it may be a key, and none may follow it. */
  private fetchNode(scan: () => Token): void {
    this.saveKey();
    this.isKeyAllowed = false;
    this.push(scan());
  }

  private fetchQuoted(isSingle: boolean): void {
    this.fetchNode(() => {
      this.lastQuoted = scanQuoted(this.cursor, isSingle);
      return this.lastQuoted;
    });
  }

  private fetchBlockScalar(): void {
    this.removeKey();
    this.isKeyAllowed = true;
    this.push(scanBlock(this.cursor, this.indent));
  }

  private fetchPlain(): void {
    this.saveKey();
    const { token: scalar, endsLine } = scanPlain(this.cursor, this.indent, this.isFlow);
    this.isKeyAllowed = endsLine;
    this.push(scalar);
  }
}
