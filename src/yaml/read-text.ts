// What the parts of the fast reader share: the text, where they stand in it, and how they step aside.

import type { Comment } from "./document.ts";
import type { ScalarNode, ScalarStyle } from "./node.ts";
import { keyText, type Resolved, resolvePlain } from "./scalar.ts";

export const LINE_FEED = 10;
export const TAB = 9;
export const SPACE = 32;
export const HASH = 35;
export const DASH = 45;
export const COLON = 58;

/** Thrown where the fast reader is not sure. Made once: nobody looks at its stack. */
export const STEP_ASIDE = new Error("left to the general reader");

/** Thrown where there are more nodes than the bound allows. */
export const TOO_MANY = new Error("too many nodes");

export function stepAside(): never {
  throw STEP_ASIDE;
}

/** The characters between two words of a line. */
export function isGap(code: number): boolean {
  // NaN is the end of the text.
  return code === SPACE || code === LINE_FEED || Number.isNaN(code);
}

export class FastText {
  readonly text: string;
  readonly end: number;
  readonly comments: Comment[] = [];
  at: number;
  /** Of the line that was come to last. */
  lineStart: number;
  /** The column of the first thing on it; -1 at the end of the text. */
  indent = -1;
  nodes = 0;
  private readonly mostNodes: number;

  constructor(text: string, from: number, end: number, mostNodes: number) {
    this.text = text;
    this.mostNodes = mostNodes;
    this.at = from;
    this.lineStart = from;
    this.end = end;
  }

  count(): void {
    if (++this.nodes > this.mostNodes) throw TOO_MANY;
  }

  lineEnd(at: number): number {
    const end = this.text.indexOf("\n", at);
    return end === -1 || end > this.end ? this.end : end;
  }

  skipSpaces(): number {
    const { text } = this;
    let at = this.at;
    while (text.charCodeAt(at) === SPACE) at++;
    this.at = at;
    return at < this.end ? text.charCodeAt(at) : LINE_FEED;
  }

  comment(start: number, ownLine: boolean): void {
    const end = this.lineEnd(start);
    this.comments.push({ start, end, text: this.text.slice(start + 1, end), ownLine });
    this.at = end;
  }

  /** Blanks and a comment up to the end of the line. */
  finishLine(): void {
    const code = this.skipSpaces();
    if (code === HASH) this.comment(this.at, false);
    else if (code !== LINE_FEED) stepAside();
  }

  /** From the end of a line to the first thing on a later one, past comments. */
  nextLine(): void {
    const { text, end } = this;
    let at = this.at;
    while (at < end) {
      const lineStart = ++at;
      while (text.charCodeAt(at) === SPACE) at++;
      if (at >= end) break;
      const code = text.charCodeAt(at);
      if (code === LINE_FEED) continue;
      if (code === HASH) {
        this.comment(at, true);
        at = this.at;
        continue;
      }
      if (code === TAB) stepAside();
      this.at = at;
      this.lineStart = lineStart;
      this.indent = at - lineStart;
      return;
    }
    this.at = end;
    this.indent = -1;
  }

  scalar(start: number, end: number, value: string, style: ScalarStyle): ScalarNode {
    this.count();
    return { kind: "scalar", start, end, value, style };
  }

  null(at: number): ScalarNode {
    this.count();
    return { kind: "scalar", start: at, end: at, value: null, style: "plain" };
  }

  /** A plain scalar as a value. */
  plain(start: number, end: number, text: string): ScalarNode {
    if (isSurelyString(text)) return this.scalar(start, end, once(text), "plain");
    this.count();
    const { value, json } = resolvePlain(text);
    if (typeof value === "number" && !Number.isFinite(value)) stepAside();
    return json === undefined
      ? { kind: "scalar", start, end, value, style: "plain" }
      : { kind: "scalar", start, end, value, style: "plain", json };
  }

  /** A plain scalar as a key. */
  plainKey(start: number, end: number): ScalarNode {
    const text = this.text.slice(start, end);
    if (text === "<<") stepAside();
    if (isSurelyString(text)) return this.scalar(start, end, once(text), "plain");
    const resolved: Resolved = resolvePlain(text);
    const name = keyText(resolved) ?? stepAside();
    return this.scalar(start, end, name, "plain");
  }
}

/** Manifests say the same few words over and over: each is kept once. Longer ones may hold on to the whole text they were cut from. */
const known = new Map<string, string>();
const LONGEST_KNOWN = 12;
const MOST_KNOWN = 8192;

function once(word: string): string {
  if (word.length > LONGEST_KNOWN) return word;
  const same = known.get(word);
  if (same === undefined && known.size < MOST_KNOWN) known.set(word, word);
  return same ?? word;
}

/** Words for null and the booleans begin with one of `yYnNtTfFoO~`, numbers with a digit, a sign or a dot. */
const MAY_BE_OTHER = new Uint8Array(128);
for (const character of "yYnNtTfFoO~0123456789+-.") MAY_BE_OTHER[character.charCodeAt(0)] = 1;

function isSurelyString(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first >= 128 || MAY_BE_OTHER[first] === 0) return true;
  return first > 57 && text.length > 5;
}
