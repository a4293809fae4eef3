// maxSurge and maxUnavailable: numbers or percentages (pkg/apis/apps/validation ValidatePositiveIntOrPercent, IsNotMoreThan100Percent).

import type { Field } from "../../field.ts";
import type { Details, Problems } from "../problems.ts";
import { quote } from "./format.ts";
import { type IntOrString, intOrString, PERCENT_MESSAGE, percentOf } from "./intorstring.ts";
import { pathOf } from "./read.ts";
import { shown } from "./shown.ts";

/** The number that the server compares with 0 and 100 (getIntOrPercentValue); text that is neither counts as the number in it, or 0. */
export function magnitudeOf(value: IntOrString): number {
  if (value.kind === "int") return value.value;
  return percentOf(value.value) ?? (/^[+-]?[0-9]+$/.test(value.value) ? Number(value.value) : 0);
}

/** The value with the server's default in place of nothing. */
export function valueOr(field: Field, fallback: IntOrString): IntOrString | undefined {
  return field.exists ? intOrString(field) : fallback;
}

/** Not negative, and text only as a percentage. True when good or unknown. */
export function validateIntOrPercent(field: Field, problems: Problems, details: Details): boolean {
  if (!field.exists) return true;
  const value = intOrString(field);
  if (value === undefined) return true;
  if (value.kind === "int") {
    if (value.value >= 0) return true;
    problems.invalid(field, `${field.key} is ${value.value}: must be greater than or equal to 0`, details);
    return false;
  }
  if (percentOf(value.value) !== undefined) return true;
  problems.invalid(field, `${field.key} ${quote(value.value)}: ${PERCENT_MESSAGE}${meant(value.value)}`, details);
  return false;
}

/** Quoted numbers and blanks around a percentage are the usual slips; which of number and percentage was meant cannot be known. */
function meant(text: string): string {
  const digits = /^\+?([0-9]+)\s*(%?)$/.exec(text.trim());
  if (digits === null) return "";
  const [, number, sign] = digits;
  return sign === "%" ? `; did you mean "${number}%"?` : `; did you mean ${number} or "${number}%"?`;
}

export function validateAtMost100Percent(field: Field, problems: Problems, details: Details): boolean {
  const value = field.exists ? intOrString(field) : undefined;
  const percent = value?.kind === "string" ? percentOf(value.value) : undefined;
  if (percent === undefined || percent <= 100) return true;
  problems.invalid(field, `${field.key} ${shown(field)}: must not be greater than 100%`, details);
  return false;
}

export interface RollingUpdateFields {
  readonly maxUnavailable: Field;
  readonly maxSurge: Field;
  readonly defaults: { readonly maxUnavailable: IntOrString; readonly maxSurge: IntOrString };
}

/** What the two values come to, and which of them were refused already. */
export function compareMagnitudes(fields: RollingUpdateFields): { unavailable: number; surge: number } | undefined {
  const unavailable = valueOr(fields.maxUnavailable, fields.defaults.maxUnavailable);
  const surge = valueOr(fields.maxSurge, fields.defaults.maxSurge);
  if (unavailable === undefined || surge === undefined) return undefined;
  return { unavailable: magnitudeOf(unavailable), surge: magnitudeOf(surge) };
}

/** `maxSurge 0 (default)`: a value and where it comes from. */
export function describeValue(field: Field, fallback: IntOrString): string {
  return field.exists ? `${field.key} ${shown(field)}` : `${field.key} ${JSON.stringify(fallback.value)} (default)`;
}

/** Malformed text counts as 0, so the server complains about the pair as well: one cause, one problem. */
export function alsoPair(field: Field, fields: RollingUpdateFields): { serverAlso?: readonly string[] } {
  const sizes = compareMagnitudes(fields);
  const bothZero = sizes !== undefined && sizes.surge === 0 && sizes.unavailable === 0;
  return bothZero && field !== fields.maxUnavailable ? { serverAlso: [pathOf(fields.maxUnavailable)] } : {};
}
