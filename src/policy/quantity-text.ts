// The canonical text of a quantity, as the server writes it back (apimachinery/pkg/api/resource Quantity.String).

import { parseQuantity } from "../schema/semantic/quantity.ts";

const NANO = 1_000_000_000n;
const DECIMAL = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"];
const BINARY = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];

/** The same text where it is no quantity. */
export function canonicalQuantity(text: string): string {
  const nanos = parseQuantity(text.trim());
  if (nanos === undefined) return text;
  if (/[eE][+-]?[0-9]+$/.test(text)) return exponential(nanos);
  const whole = nanos % NANO === 0n;
  const size = nanos < 0n ? -nanos : nanos;
  if (/i$/.test(text) && whole && size >= 1024n * NANO) return scaled(nanos / NANO, 1024n, BINARY);
  return scaled(nanos, 1000n, DECIMAL);
}

function scaled(value: bigint, by: bigint, suffixes: readonly string[]): string {
  if (value === 0n) return "0";
  let at = 0;
  let rest = value;
  while (rest % by === 0n && at < suffixes.length - 1) {
    rest /= by;
    at++;
  }
  return `${rest}${suffixes[at]}`;
}

function exponential(nanos: bigint): string {
  if (nanos === 0n) return "0";
  let rest = nanos;
  let exponent = -9;
  while (rest % 1000n === 0n) {
    rest /= 1000n;
    exponent += 3;
  }
  return exponent === 0 ? String(rest) : `${rest}e${exponent}`;
}
