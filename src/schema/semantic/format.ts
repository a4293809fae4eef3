// Saying that a text has not the format it needs: one diagnostic with all of the server's sentences.

import type { Field } from "../../field.ts";
import type { Details, Problems } from "../problems.ts";
import { describeCharacter, firstOffending, type NameCheck } from "./names.ts";
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

export function formatMessage(text: string, what: string, errors: readonly string[]): string {
  const offending = firstOffending(text, /[\x21-\x7e]/);
  const where = offending === undefined ? "" : `; offending character ${describeCharacter(offending)}`;
  return `${quote(text)} is not a valid ${what}: ${errors.join("; ")}${where}`;
}
