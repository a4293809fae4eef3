// Saying that a text has not the format it needs: one diagnostic with all of the server's sentences.

import type { Field } from "../../field.ts";
import type { Details, Problems } from "../problems.ts";
import {
  DNS1035_LABEL_MESSAGE,
  DNS1123_LABEL_MESSAGE,
  DNS1123_SUBDOMAIN_MESSAGE,
  describeCharacter,
  firstOffending,
  LABEL_VALUE_MESSAGE,
  type NameCheck,
  QUALIFIED_PART_MESSAGE,
} from "./names.ts";
import { textOf } from "./read.ts";

/** Checks the text of a field ("" where nothing is there) and reports `"x" is not a valid <what>: <server's words>`. True when it is good or unknown. */
export function formatErrors(
  field: Field,
  what: string,
  check: NameCheck,
  problems: Problems,
  details: Details = {},
): boolean {
  const text = textOf(field);
  return text === undefined || reportFormat(field, text, what, check(text), problems, details);
}

export function reportFormat(
  field: Field,
  text: string,
  what: string,
  errors: readonly string[],
  problems: Problems,
  details: Details = {},
): boolean {
  if (errors.length === 0) return true;
  problems.invalid(field, formatMessage(text, what, errors), details);
  return false;
}

/** Names longer than this are shown by their ends. */
const SHOWN = 80;

export function quote(text: string): string {
  return JSON.stringify(text.length > SHOWN ? `${text.slice(0, SHOWN - 21)}…${text.slice(-20)}` : text);
}

/** The characters that a format takes, by the server's sentence about it. */
const ALPHABETS: readonly (readonly [sentence: string, allowed: RegExp])[] = [
  [DNS1123_LABEL_MESSAGE, /[-a-z0-9]/],
  [DNS1035_LABEL_MESSAGE, /[-a-z0-9]/],
  [DNS1123_SUBDOMAIN_MESSAGE, /[-.a-z0-9]/],
  [LABEL_VALUE_MESSAGE, /[-._A-Za-z0-9]/],
  [QUALIFIED_PART_MESSAGE, /[-._/A-Za-z0-9]/],
];

/** `"x" is not a valid <what>: <server's words>; offending character U+0057 "W" at 0`. */
export function formatMessage(text: string, what: string, errors: readonly string[]): string {
  const known = ALPHABETS.find(([sentence]) => errors.some(error => error.includes(sentence)));
  const offending = firstOffending(text, known?.[1] ?? /[\x20-\x7e]/);
  if (text === "") return `empty ${what}: ${errors.join("; ")}`;
  const where = offending === undefined ? "" : `; offending character ${describeCharacter(offending)}`;
  return `${quote(text)} is not a valid ${what}: ${errors.join("; ")}${where}`;
}
