// The checks that recur everywhere: a text that must be there, an enumeration, a number in a range.

import type { Path } from "../../diagnostic.ts";
import type { Field } from "../../field.ts";
import { nearest } from "../../nearest.ts";
import type { Details, Problems } from "../problems.ts";
import { replaceScalar } from "./fixes.ts";
import { integerOf, rawTextOf, textOf } from "./read.ts";

/** Reports "required value" where a text is empty or absent. True when it is there. */
export function requireText(field: Field, why: string, problems: Problems, details: Details = {}): boolean {
  if (rawTextOf(field) !== "") return true;
  problems.required(field, `required value: ${why}`, details);
  return false;
}

export interface EnumOptions extends Details {
  /**
   * What an empty text means: `unset` (a pointer: absent is fine, an explicit "" is not), `default` (the server fills it in) or
   * `required`.
   */
  readonly empty?: "unset" | "default" | "required" | "unsupported";
  /** Said where the value is required. */
  readonly why?: string;
}

/** field.NotSupported with the nearest supported word. True when the value is good, absent or unknown. */
export function validateEnum(
  field: Field,
  supported: readonly string[],
  problems: Problems,
  options: EnumOptions = {},
): boolean {
  const value = textOf(field);
  if (value === undefined || supported.includes(value)) return true;
  const { empty = "unset", why, ...details } = options;
  if (value === "" && (empty === "default" || (empty === "unset" && !field.exists))) return true;
  if (value === "" && empty === "required") {
    problems.required(field, `required value: ${why ?? `one of ${list(supported)}`}`, details);
    return false;
  }
  reportUnsupported(field, value, supported, problems, details);
  return false;
}

export function reportUnsupported(
  field: Field,
  value: string,
  supported: readonly string[],
  problems: Problems,
  details: Details = {},
): void {
  const guess = nearest(value, supported);
  const hint = guess === undefined ? "" : `; did you mean "${guess.word}"?`;
  const fixes =
    guess === undefined
      ? []
      : replaceScalar(field, guess.word, `write "${guess.word}"`, guess.sameLetters ? "safe" : "unsafe");
  problems.invalid(field, `unsupported value ${JSON.stringify(value)}; supported values: ${list(supported)}${hint}`, {
    ...(fixes.length > 0 ? { fixes } : {}),
    ...details,
  });
}

function list(words: readonly string[]): string {
  const shown = words.length <= 8 ? words : words.slice(0, 3);
  return shown.map(word => `"${word}"`).join(", ") + (shown.length < words.length ? ", …" : "");
}

/** An integer between two bounds; absent is fine. */
export function validateRange(
  field: Field,
  least: number,
  most: number,
  problems: Problems,
  details: Details = {},
): boolean {
  const value = integerOf(field, least);
  if (value === undefined || (value >= least && value <= most)) return true;
  problems.invalid(
    field,
    `${shown(field, value)} is out of range: must be between ${least} and ${most}, inclusive`,
    details,
  );
  return false;
}

/** ValidateNonnegativeField. */
export function validateNonnegative(field: Field, problems: Problems, details: Details = {}): boolean {
  const value = integerOf(field);
  if (value === undefined || value >= 0) return true;
  problems.invalid(field, `${field.key} is ${shown(field, value)}: must be greater than or equal to 0`, details);
  return false;
}

/** The number as the author wrote it, also where it is too large to hold. */
function shown(field: Field, value: number): string {
  return (field.node?.kind === "scalar" ? field.node.json : undefined) ?? String(value);
}

/** True when validation refuses the object for one of the problems from `since` on. The storage's own refusal comes after the warnings. */
export function isRefused(problems: Problems, since = 0): boolean {
  for (let index = since; index < problems.list.length; index++) {
    const problem = problems.list[index];
    if (problem?.server === "rejects" && !isResourceVersion(problem.path)) return true;
  }
  return false;
}

function isResourceVersion(path: Path): boolean {
  return path.at(-1) === "resourceVersion" && path.at(-2) === "metadata";
}
