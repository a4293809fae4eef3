// Values that are either an integer or a string (k8s.io/apimachinery/pkg/util/intstr).

import type { Field } from "../../field.ts";
import { isPortName } from "./names.ts";

export type IntOrString =
  | { readonly kind: "int"; readonly value: number }
  | { readonly kind: "string"; readonly value: string };

/** The value; 0 where nothing is there, as in Go; undefined for another type and for text that a template will replace. */
export function intOrString(field: Field): IntOrString | undefined {
  if (!field.exists) return { kind: "int", value: 0 };
  if (field.number !== undefined) return { kind: "int", value: field.number };
  return field.string === undefined ? undefined : { kind: "string", value: field.string };
}

/** ValidatePortNumOrName. */
export function portErrors(port: IntOrString): readonly string[] {
  if (port.kind === "string") return isPortName(port.value);
  return isPortNumber(port.value) ? [] : [PORT_RANGE_MESSAGE];
}

export const PORT_RANGE_MESSAGE = "must be between 1 and 65535, inclusive";

export function isPortNumber(value: number): boolean {
  return value >= 1 && value <= 65535;
}

export const PERCENT_MESSAGE = "a valid percent string must be a numeric string followed by an ending '%'";

/** `[0-9]+%`. */
export function isPercent(text: string): boolean {
  return /^[0-9]+%$/.test(text);
}

/** The number of a percent string: 25 for "25%". */
export function percentOf(text: string): number | undefined {
  return isPercent(text) ? Number(text.slice(0, -1)) : undefined;
}
