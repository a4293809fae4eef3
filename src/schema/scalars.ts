// Whether a scalar decodes into a Go type, as encoding/json and the UnmarshalJSON methods of apimachinery have it.

import type { ScalarNode } from "../yaml/node.ts";
import { numberText, quote } from "./phrase.ts";
import { parseQuantity } from "./semantic/quantity.ts";
import type { Scalar } from "./tables.ts";

/** Why a scalar does not decode: `expected` is what should stand there, `reason` more about a value of the right kind. */
export interface Misfit {
  readonly reason?: string;
}

const INT32 = [-2147483648n, 2147483647n] as const;
const INT64 = [-9223372036854775808n, 9223372036854775807n] as const;
const WRONG: Misfit = {};

/** Undefined when the value decodes; null always does: it equals absent. */
export function misfit(node: ScalarNode, scalar: Scalar): Misfit | undefined {
  if (node.value === null) return undefined;
  switch (scalar) {
    case "string":
      return typeof node.value === "string" ? undefined : WRONG;
    case "boolean":
      return typeof node.value === "boolean" ? undefined : WRONG;
    case "int32":
      return integerMisfit(node, INT32);
    case "int64":
      return integerMisfit(node, INT64);
    case "double":
      return typeof node.value === "number" ? undefined : WRONG;
    case "int-or-string":
      return typeof node.value === "string" ? undefined : integerMisfit(node, INT32);
    case "quantity":
      return quantityMisfit(node);
    case "time":
      return timeMisfit(node, TIME, '"2006-01-02T15:04:05Z"');
    case "micro-time":
      return timeMisfit(node, MICRO_TIME, '"2006-01-02T15:04:05.000000Z"');
    case "bytes":
      return base64Misfit(node);
    case "schema-or-boolean":
      return typeof node.value === "boolean" ? undefined : WRONG;
    default:
      return undefined;
  }
}

function integerMisfit(node: ScalarNode, [least, greatest]: readonly [bigint, bigint]): Misfit | undefined {
  if (typeof node.value !== "number") return WRONG;
  const text = numberText(node);
  if (!/^-?\d+$/.test(text))
    return /^-?\d+\.\d+$/.test(text) ? { reason: "it has a fraction" } : { reason: "it is too large" };
  if (text.length < 10) return undefined;
  const value = BigInt(text);
  if (value > greatest) return { reason: `${greatest} is the largest` };
  return value < least ? { reason: `${least} is the least` } : undefined;
}

/** A unit without a number is zero of it (resource.parseQuantityString). */
const BARE_UNIT = /^[+-]?(?:[numkMGTPE]|[KMGTPE]i|[eE][+-]?\d+)$/;

/** resource.Quantity.UnmarshalJSON: the text of a string or of a number, blanks around it cut. */
function quantityMisfit(node: ScalarNode): Misfit | undefined {
  if (typeof node.value === "boolean") return WRONG;
  const text = typeof node.value === "string" ? node.value.trim() : numberText(node);
  if (parseQuantity(text) !== undefined || BARE_UNIT.test(text)) return undefined;
  return { reason: quantityReason(text) };
}

function quantityReason(text: string): string {
  if (text === "") return "it is empty";
  const match = /^([+-]?[0-9.]+)(.*)$/.exec(text);
  if (match === null) return "a quantity begins with a number";
  const [, number = "", suffix = ""] = match;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(number)) return `${quote(number)} is no number`;
  const meant = meantSuffix(suffix);
  return `${quote(suffix)} is no unit${meant === undefined ? "" : `; did you mean "${number}${meant}"?`}`;
}

/** The unit that was probably meant: `GB`, `gi`, `Mb`, `K`, `mi`. */
export function meantSuffix(suffix: string): string | undefined {
  const letter = /^\s*([kmgtpe])(i?)b?(ytes)?$/i.exec(suffix);
  if (letter === null) return undefined;
  const [, unit = "", binary = ""] = letter;
  if (binary !== "") return `${unit.toUpperCase()}i`;
  return unit.toLowerCase() === "k" ? "k" : unit.toUpperCase();
}

const TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)([.,]\d+)?(Z|[+-]\d\d:\d\d)$/;
/** Exactly six digits: the layout of metav1.MicroTime says so. */
const MICRO_TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)([.,]\d{6})(Z|[+-]\d\d:\d\d)$/;

function timeMisfit(node: ScalarNode, form: RegExp, example: string): Misfit | undefined {
  if (typeof node.value !== "string") return WRONG;
  const match = form.exec(node.value);
  if (match === null) return { reason: `written like ${example}` };
  const [, year = "", month = "", day = "", hour = "", minute = "", second = ""] = match;
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const inRange =
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= days &&
    Number(hour) < 24 &&
    Number(minute) < 60 &&
    Number(second) < 60;
  return inRange ? undefined : { reason: "there is no such day or time" };
}

/** encoding/base64 StdEncoding: padded, line breaks skipped. */
function base64Misfit(node: ScalarNode): Misfit | undefined {
  if (typeof node.value !== "string") return WRONG;
  const text = node.value.replace(/[\r\n]/g, "");
  const at = text.search(/[^A-Za-z0-9+/]/);
  const digits = at < 0 ? text.length : at;
  const rest = text.slice(digits);
  if (rest !== "" && rest !== "=" && rest !== "==") {
    const character = String.fromCodePoint(text.codePointAt(digits) ?? 0);
    return { reason: `it is not base64: ${quote(character)} at index ${digits}` };
  }
  const padded = (digits + rest.length) % 4 === 0 && (rest === "" || digits % 4 === 4 - rest.length);
  return padded ? undefined : { reason: `it is not base64: ${text.length} characters are no multiple of 4` };
}
