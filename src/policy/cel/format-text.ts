// `'%d of %s'.format([…])` (cel-go ext/formatting.go).

import type { Run } from "./functions.ts";
import { formatDouble } from "./library-core.ts";
import { formatDuration, formatTimestamp } from "./times.ts";
import { CelError, compare, Duration, ListValue, MapValue, Timestamp, TypeValue, Uint, type Value } from "./values.ts";

const CLAUSE = /%(%|(?:\.([0-9]{1,4}))?([a-zA-Z]))|%/g;

const MOST_DIGITS = 100;

export function formatText(run: Run, text: string, { items }: ListValue): string {
  let next = 0;
  run.spend(Math.ceil(text.length / 10));
  const result = text.replace(
    CLAUSE,
    (_whole, clause: string | undefined, precision: string | undefined, verb: string) => {
      if (clause === "%") return "%";
      if (clause === undefined) throw new CelError("could not parse formatting clause: unexpected end of string");
      const value = items[next++];
      if (value === undefined) throw new CelError(`index ${next - 1} out of range`);
      if (Number(precision ?? 0) > MOST_DIGITS) throw new CelError(`precision ${precision} is above ${MOST_DIGITS}`);
      const shown = formatValue(verb, value, precision === undefined ? undefined : Number(precision));
      run.spend(Math.ceil(shown.length / 10));
      return shown;
    },
  );
  return result;
}

function formatValue(verb: string, value: Value, precision: number | undefined): string {
  switch (verb) {
    case "s":
      return formatString(value);
    case "d":
      return typeof value === "number" && !Number.isFinite(value) ? formatSpecial(value) : String(wholeOf(value, verb));
    case "f":
      return Number.isFinite(doubleOf(value))
        ? doubleOf(value).toFixed(precision ?? 6)
        : formatSpecial(doubleOf(value));
    case "e":
      return doubleOf(value)
        .toExponential(precision ?? 6)
        .replace(/e([+-])(\d)$/, "e$10$2");
    case "b":
      return typeof value === "boolean" ? String(Number(value)) : wholeOf(value, verb).toString(2);
    case "o":
      return wholeOf(value, verb).toString(8);
    case "x":
    case "X": {
      const shown = hexOf(value, verb);
      return verb === "X" ? shown.toUpperCase() : shown;
    }
    default:
      throw new CelError(`could not parse formatting clause: unrecognized formatting clause "${verb}"`);
  }
}

function formatSpecial(value: number): string {
  return Number.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
}

function wholeOf(value: Value, verb: string): bigint {
  if (typeof value === "bigint") return value;
  if (value instanceof Uint) return value.value;
  throw new CelError(`error during formatting: %${verb} needs an integer`);
}

function doubleOf(value: Value): number {
  if (typeof value === "number") return value;
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Uint) return Number(value.value);
  throw new CelError("error during formatting: %f and %e need a number");
}

function hexOf(value: Value, verb: string): string {
  if (typeof value === "string") return Buffer.from(value).toString("hex");
  if (value instanceof Uint8Array) return Buffer.from(value).toString("hex");
  return wholeOf(value, verb).toString(16);
}

function formatString(value: Value): string {
  if (typeof value === "string") return value;
  if (value === null) return "null";
  if (typeof value === "number") return Number.isFinite(value) ? formatDouble(value) : formatSpecial(value);
  if (typeof value === "bigint" || typeof value === "boolean") return String(value);
  if (value instanceof Uint) return String(value.value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString("utf8");
  if (value instanceof Duration) return formatDuration(value);
  if (value instanceof Timestamp) return formatTimestamp(value);
  if (value instanceof TypeValue) return value.name;
  if (value instanceof ListValue) return `[${value.items.map(formatString).join(", ")}]`;
  if (!(value instanceof MapValue)) throw new CelError("error during formatting: %s cannot show this type");
  const pairs = [...value.entries()].sort(([a], [b]) => compare(a, b) ?? 0);
  return `{${pairs.map(([key, item]) => `${formatString(key)}: ${formatString(item)}`).join(", ")}}`;
}
