// Scalars as go-yaml scans them (yaml_parser_scan_plain_scalar, …_flow_scalar, …_block_scalar).

import { Broken } from "./broken.ts";
import { isBlank, isBlankOrEnd, isBreak, isBreakOrEnd, isDigit, SPACE, TAB } from "./characters.ts";
import type { Cursor } from "./cursor.ts";
import { readEscape } from "./escape.ts";
import { scalarToken, type Token } from "./tokens.ts";

/** Blanks and line breaks between two words of a scalar, and what they fold to. */
class Gap {
  blanks = "";
  first = "";
  more = "";
  isBroken = false;

  fold(): string {
    const text = !this.isBroken
      ? this.blanks
      : this.first === "\n"
        ? this.more === ""
          ? " "
          : this.more
        : this.first + this.more;
    this.blanks = this.first = this.more = "";
    this.isBroken = false;
    return text;
  }

  /** Reads to the next word. `guard` may refuse a blank at the start of a line. */
  read(cursor: Cursor, guard?: () => void): void {
    for (;;) {
      const code = cursor.code();
      if (isBlank(code)) {
        guard?.();
        const from = cursor.at++;
        if (guard === undefined || !this.isBroken) cursor.skipBlanks();
        if (!this.isBroken) this.blanks += cursor.text.slice(from, cursor.at);
      } else if (isBreak(code)) {
        if (this.isBroken) this.more += cursor.readBreak();
        else {
          this.blanks = "";
          this.first = cursor.readBreak();
          this.isBroken = true;
        }
      } else return;
    }
  }
}

function isFlowIndicator(code: number): boolean {
  // , ? [ ] { }
  return code === 44 || code === 63 || code === 91 || code === 93 || code === 123 || code === 125;
}

/** `endsLine` tells that the scalar was left at the start of a line, where a simple key may stand. */
export function scanPlain(cursor: Cursor, indent: number, isFlow: boolean): { token: Token; endsLine: boolean } {
  const start = cursor.at;
  const gap = new Gap();
  let value = "";
  let end = start;
  const guard = () => {
    if (gap.isBroken && cursor.column <= indent && cursor.code() === TAB) throw new Broken("tab", cursor.at, start);
  };
  while (!cursor.isAtMarker && cursor.code() !== 35) {
    const from = cursor.at;
    for (let code = cursor.code(); !isBlankOrEnd(code); code = cursor.code()) {
      if (code === 58 && isBlankOrEnd(cursor.code(1))) break;
      if (isFlow && isFlowIndicator(code)) break;
      cursor.at++;
    }
    if (cursor.at > from) {
      value += gap.fold() + cursor.text.slice(from, cursor.at);
      end = cursor.at;
    }
    const code = cursor.code();
    if (!isBlank(code) && !isBreak(code)) break;
    gap.read(cursor, guard);
    if (!isFlow && cursor.column <= indent) break;
  }
  return { token: scalarToken(start, end, value, "plain"), endsLine: gap.isBroken };
}

export function scanQuoted(cursor: Cursor, isSingle: boolean): Token {
  const start = cursor.at++;
  const quote = isSingle ? 39 : 34;
  const gap = new Gap();
  let value = "";
  for (;;) {
    if (cursor.isAtMarker) throw new Broken("quote-marker", cursor.at, start);
    if (cursor.at >= cursor.end) throw new Broken("unclosed-quote", cursor.at, start);
    value += scanQuotedWord(cursor, quote, start, gap);
    if (cursor.code() === quote) break;
    gap.read(cursor);
    value += gap.fold();
  }
  cursor.at++;
  return scalarToken(start, cursor.at, value, isSingle ? "single" : "double");
}

/** To the next blank, line break or closing quote. An escaped line break counts as the first break of the gap, and means nothing. */
function scanQuotedWord(cursor: Cursor, quote: number, start: number, gap: Gap): string {
  if (quote === 39) return scanSingleWord(cursor);
  let value = "";
  let from = cursor.at;
  for (let code = cursor.code(); !isBlankOrEnd(code) && code !== quote; code = cursor.code()) {
    if (code !== 92) {
      cursor.at++;
      continue;
    }
    value += cursor.text.slice(from, cursor.at);
    if (isBreak(cursor.code(1))) {
      cursor.at++;
      cursor.readBreak();
      gap.isBroken = true;
      return value;
    }
    value += readEscape(cursor, start);
    from = cursor.at;
  }
  return value + cursor.text.slice(from, cursor.at);
}

function scanSingleWord(cursor: Cursor): string {
  const from = cursor.at;
  for (let code = cursor.code(); !isBlankOrEnd(code); code = cursor.code()) {
    if (code !== 39) cursor.at++;
    else if (cursor.code(1) === 39) cursor.at += 2;
    else break;
  }
  return cursor.text.slice(from, cursor.at).replaceAll("''", "'");
}

interface BlockHeader {
  readonly chomp: "clip" | "keep" | "strip";
  /** 0 where the text itself tells. */
  readonly increment: number;
  readonly end: number;
}

export function scanBlock(cursor: Cursor, parentIndent: number): Token {
  const start = cursor.at;
  const isLiteral = cursor.code() === 124;
  const header = scanBlockHeader(cursor, start);
  let indent = header.increment > 0 ? Math.max(parentIndent, 0) + header.increment : 0;
  let value = "";
  let end = header.end;
  let lastBreak = "";
  let wasBlank = false;
  let breaks: string;
  ({ breaks, indent } = scanBlockBreaks(cursor, indent, parentIndent, start));
  while (cursor.column === indent && cursor.at < cursor.end) {
    const isIndented = isBlank(cursor.code());
    const folds = !isLiteral && !wasBlank && !isIndented && lastBreak === "\n";
    value += folds ? (breaks === "" ? " " : breaks) : lastBreak + breaks;
    wasBlank = isIndented;
    const from = cursor.at;
    while (!isBreakOrEnd(cursor.code())) cursor.at++;
    value += cursor.text.slice(from, cursor.at);
    end = cursor.at;
    lastBreak = cursor.readBreak();
    ({ breaks } = scanBlockBreaks(cursor, indent, parentIndent, start));
  }
  if (header.chomp !== "strip") value += lastBreak;
  if (header.chomp === "keep") value += breaks;
  return scalarToken(start, end, value, "block");
}

function scanBlockHeader(cursor: Cursor, start: number): BlockHeader {
  cursor.at++;
  let chomp: BlockHeader["chomp"] = "clip";
  let increment = 0;
  const readChomp = () => {
    const code = cursor.code();
    if (code !== 43 && code !== 45) return;
    chomp = code === 43 ? "keep" : "strip";
    cursor.at++;
  };
  readChomp();
  const code = cursor.code();
  if (isDigit(code)) {
    increment = code - 48;
    if (increment === 0) throw new Broken("block-header", cursor.at, start, "0");
    cursor.at++;
    if (chomp === "clip") readChomp();
  }
  const end = cursor.at;
  cursor.skipBlanks();
  cursor.skipComment();
  if (!isBreakOrEnd(cursor.code())) throw new Broken("block-header", cursor.at, start);
  cursor.readBreak();
  return { chomp, increment, end };
}

/** Passes empty lines; finds the indentation where it is not known yet. */
function scanBlockBreaks(cursor: Cursor, known: number, parentIndent: number, start: number) {
  let breaks = "";
  let deepest = 0;
  for (;;) {
    while ((known === 0 || cursor.column < known) && cursor.code() === SPACE) cursor.at++;
    deepest = Math.max(deepest, cursor.column);
    if ((known === 0 || cursor.column < known) && cursor.code() === TAB) {
      throw new Broken("block-tab", cursor.at, start);
    }
    if (!isBreak(cursor.code())) break;
    breaks += cursor.readBreak();
  }
  return { breaks, indent: known === 0 ? Math.max(deepest, parentIndent + 1, 1) : known };
}
