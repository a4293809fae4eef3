import { Broken } from "./broken.ts";
import { isHex } from "./characters.ts";
import type { Cursor } from "./cursor.ts";

const ESCAPES: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  t: "\t",
  "\t": "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  e: "\x1b",
  " ": " ",
  '"': '"',
  "'": "'",
  "\\": "\\",
  N: "\x85",
  _: "\xa0",
  L: "\u2028",
  P: "\u2029",
};

const LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** The character of an escape in a double-quoted scalar. YAML 1.1 knows no `\/`, and go-yaml joins no surrogates. */
export function readEscape(cursor: Cursor, quote: number): string {
  const start = cursor.at;
  const letter = String.fromCharCode(cursor.code(1));
  const length = LENGTHS[letter];
  if (length === undefined) {
    const value = Object.hasOwn(ESCAPES, letter) ? ESCAPES[letter] : undefined;
    if (value === undefined) throw new Broken("escape", start, quote, `\\${cursor.code(1) === 0 ? "" : letter}`);
    cursor.at += 2;
    return value;
  }
  cursor.at += 2;
  for (let index = 0; index < length; index++) {
    if (!isHex(cursor.code(index)))
      throw new Broken("escape", start, quote, cursor.text.slice(start, cursor.at + index));
  }
  const value = Number.parseInt(cursor.text.slice(cursor.at, cursor.at + length), 16);
  cursor.at += length;
  if ((value >= 0xd800 && value <= 0xdfff) || value > 0x10ffff) {
    throw new Broken("escape", start, quote, cursor.text.slice(start, cursor.at));
  }
  return String.fromCodePoint(value);
}
