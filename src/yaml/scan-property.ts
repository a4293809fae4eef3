// Anchors, aliases, tags and directives as go-yaml scans them.

import { Broken } from "./broken.ts";
import { isBlank, isBlankOrEnd, isBreakOrEnd, isDigit, isHex, isWord } from "./characters.ts";
import type { Cursor } from "./cursor.ts";
import { type Token, token } from "./tokens.ts";

/** What may follow the name of an anchor, besides blanks. */
const AFTER_ANCHOR = "?:,]}%@`";

export function scanAnchor(cursor: Cursor, type: "alias" | "anchor"): Token {
  const start = cursor.at++;
  const from = cursor.at;
  while (isWord(cursor.code())) cursor.at++;
  const after = cursor.code();
  if (cursor.at === from || !(isBlankOrEnd(after) || AFTER_ANCHOR.includes(String.fromCharCode(after)))) {
    throw new Broken("anchor-name", cursor.at, start, type);
  }
  return token(type, start, cursor.at, cursor.text.slice(from, cursor.at));
}

export function scanTag(cursor: Cursor): Token {
  const start = cursor.at;
  let handle = "";
  let suffix = "";
  if (cursor.code(1) === 60) {
    cursor.at += 2;
    suffix = scanUri(cursor, start, "");
    if (cursor.code() !== 62) throw new Broken("tag", cursor.at, start);
    cursor.at++;
  } else {
    handle = scanHandle(cursor, start);
    if (handle.length > 1 && handle.endsWith("!")) suffix = scanUri(cursor, start, "");
    else {
      suffix = scanUri(cursor, start, handle);
      // The tag `!` alone: no handle, and the suffix `!`.
      [handle, suffix] = suffix === "" ? ["", "!"] : ["!", suffix];
    }
  }
  if (!isBlankOrEnd(cursor.code())) throw new Broken("tag", cursor.at, start);
  return token("tag", start, cursor.at, handle, suffix);
}

function scanHandle(cursor: Cursor, start: number): string {
  if (cursor.code() !== 33) throw new Broken("tag", cursor.at, start);
  const from = cursor.at++;
  while (isWord(cursor.code())) cursor.at++;
  if (cursor.code() === 33) cursor.at++;
  return cursor.text.slice(from, cursor.at);
}

function isUriCharacter(code: number): boolean {
  return isWord(code) || (code !== 0 && ";/?:@&=+$,.!~*'()[]%".includes(String.fromCharCode(code)));
}

/** `head` is a handle that turned out to be the start of the tag itself. */
function scanUri(cursor: Cursor, start: number, head: string): string {
  const from = cursor.at;
  while (isUriCharacter(cursor.code())) {
    if (cursor.code() === 37 && !(isHex(cursor.code(1)) && isHex(cursor.code(2)))) {
      throw new Broken("tag", cursor.at, start);
    }
    cursor.at++;
  }
  if (cursor.at === from && head === "") throw new Broken("tag", cursor.at, start);
  return head.slice(1) + unescapeUri(cursor.text.slice(from, cursor.at), start);
}

function unescapeUri(uri: string, start: number): string {
  try {
    return uri.includes("%") ? decodeURIComponent(uri) : uri;
  } catch {
    throw new Broken("tag", start);
  }
}

/** `%YAML 1.1` or `%TAG !handle! prefix`, with its line break. */
export function scanDirective(cursor: Cursor): Token {
  const start = cursor.at++;
  const from = cursor.at;
  while (isWord(cursor.code())) cursor.at++;
  const name = cursor.text.slice(from, cursor.at);
  if ((name !== "YAML" && name !== "TAG") || !isBlankOrEnd(cursor.code())) {
    throw new Broken("directive", start, start, name);
  }
  const scanned = name === "YAML" ? scanVersion(cursor, start) : scanTagDirective(cursor, start);
  cursor.skipBlanks();
  cursor.skipComment();
  if (!isBreakOrEnd(cursor.code())) throw new Broken("directive", cursor.at, start, name);
  cursor.readBreak();
  return scanned;
}

function scanVersion(cursor: Cursor, start: number): Token {
  cursor.skipBlanks();
  const from = cursor.at;
  const readNumber = () => {
    const first = cursor.at;
    while (isDigit(cursor.code())) cursor.at++;
    if (cursor.at === first || cursor.at > first + 2) throw new Broken("directive", cursor.at, start, "YAML");
  };
  readNumber();
  if (cursor.code() !== 46) throw new Broken("directive", cursor.at, start, "YAML");
  cursor.at++;
  readNumber();
  return token("version-directive", start, cursor.at, cursor.text.slice(from, cursor.at));
}

function scanTagDirective(cursor: Cursor, start: number): Token {
  cursor.skipBlanks();
  const handle = scanHandle(cursor, start);
  if (handle !== "!" && !handle.endsWith("!")) throw new Broken("directive", cursor.at, start, "TAG");
  if (!isBlank(cursor.code())) throw new Broken("directive", cursor.at, start, "TAG");
  cursor.skipBlanks();
  const prefix = scanUri(cursor, start, "");
  if (!isBlankOrEnd(cursor.code())) throw new Broken("directive", cursor.at, start, "TAG");
  return token("tag-directive", start, cursor.at, handle, prefix);
}
