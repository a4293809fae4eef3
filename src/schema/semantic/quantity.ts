// Quantities such as `100m`, `1.5Gi` and `1e3`, exact to the last nano (k8s.io/apimachinery/pkg/api/resource).

import type { Field } from "../../field.ts";

/** A quantity in nanos (10^-9), the finest unit that Kubernetes keeps. */
export type Quantity = bigint;

const NANO = 1_000_000_000n;
const FORM = /^([+-]?)([0-9]*)(?:\.([0-9]*))?([numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]+)?$/;
const BINARY = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];
const DECIMAL = new Map([
  ["n", -9],
  ["u", -6],
  ["m", -3],
  ["", 0],
  ["k", 3],
  ["M", 6],
  ["G", 9],
  ["T", 12],
  ["P", 15],
  ["E", 18],
]);

/** Larger values than 2^63-1 are cut down to it (ParseQuantity). */
const LARGEST = 9_223_372_036_854_775_807n * NANO;
/** Beyond this many digits or this exponent the value is above the largest or below the finest anyway. */
const DIGITS = 400;

/** The value in nanos, rounded away from zero; undefined where the server could not parse it. */
export function parseQuantity(text: string): Quantity | undefined {
  const match = FORM.exec(text);
  if (match === null) return undefined;
  const [, sign = "", whole = "", fraction = "", suffix = ""] = match;
  if (whole === "" && fraction === "") return undefined;
  const digits = `${whole}${fraction}`.replace(/^0+/, "");
  if (digits === "") return 0n;
  const binary = BINARY.indexOf(suffix);
  const exponent = binary > 0 ? 0 : (DECIMAL.get(suffix) ?? Number(suffix.slice(1)));
  if (Number.isNaN(exponent)) return undefined;
  const value = scale(digits, exponent + 9 - fraction.length, binary > 0 ? 1024n ** BigInt(binary) : 1n);
  const capped = value > LARGEST ? LARGEST : value;
  return sign === "-" ? -capped : capped;
}

function scale(digits: string, power: number, factor: bigint): bigint {
  if (digits.length + power > DIGITS) return LARGEST;
  if (digits.length + power < -DIGITS) return 1n;
  const value = BigInt(digits) * factor;
  if (power >= 0) return value * 10n ** BigInt(power);
  const divisor = 10n ** BigInt(-power);
  return value / divisor + (value % divisor === 0n ? 0n : 1n);
}

/** The text of a quantity as the server reads it, from a string or a number; undefined for other types and unrendered text. */
export function quantityText(field: Field): string | undefined {
  if (field.string !== undefined) return field.string;
  if (field.number === undefined) return undefined;
  return (field.node?.kind === "scalar" ? field.node.json : undefined) ?? String(field.number);
}

/** The quantity of a field; undefined where there is none or it does not parse (which the schema reports). */
export function quantityOf(field: Field): Quantity | undefined {
  const text = quantityText(field);
  return text === undefined ? undefined : parseQuantity(text);
}

/** True for whole numbers. */
export function isWhole(quantity: Quantity): boolean {
  return quantity % NANO === 0n;
}

/** True for whole thousandths. */
export function isWholeMilli(quantity: Quantity): boolean {
  return quantity % 1_000_000n === 0n;
}

/** `1500m`: the quantity in the largest decimal unit that keeps it whole, as the server prints it. */
export function formatQuantity(quantity: Quantity): string {
  if (quantity === 0n) return "0";
  const units = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"];
  let rest = quantity;
  let unit = 0;
  while (unit < units.length - 1 && rest % 1000n === 0n) {
    rest /= 1000n;
    unit++;
  }
  return `${rest}${units[unit]}`;
}
