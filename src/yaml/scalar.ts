// What a scalar means to the API server: go-yaml v2's resolve(), then the conversion to JSON of sigs.k8s.io/yaml.

export type ScalarType = "null" | "bool" | "int" | "float" | "string";

export interface Resolved {
  readonly type: ScalarType;
  readonly value: string | number | boolean | null;
  /** The text of the number in JSON, for floats and for integers beyond 2^53. */
  readonly json?: string;
}

const TRUE = ["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"];
const FALSE = ["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"];
const NULL = ["", "~", "null", "Null", "NULL"];
const WORDS: ReadonlyMap<string, Resolved> = new Map<string, Resolved>([
  ...TRUE.map(word => [word, { type: "bool", value: true }] as const),
  ...FALSE.map(word => [word, { type: "bool", value: false }] as const),
  ...NULL.map(word => [word, { type: "null", value: null }] as const),
]);
/** Longer words are strings: no need to look them up. */
const LONGEST_WORD = 5;

/** Floats that JSON cannot write. */
const NO_NUMBERS: ReadonlyMap<string, number> = new Map([
  ...[".nan", ".NaN", ".NAN"].map(word => [word, Number.NaN] as const),
  ...[".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"].map(word => [word, Number.POSITIVE_INFINITY] as const),
  ...["-.inf", "-.Inf", "-.INF"].map(word => [word, Number.NEGATIVE_INFINITY] as const),
]);

const SIMPLE_INTEGER = /^(?:0|-?[1-9][0-9]{0,14})$/;
const INTEGER = /^[-+]?(?:0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+|0[0-7]*|[1-9][0-9]*)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
/** More digits than any 64-bit integer has, in any base. */
const LONGEST_INTEGER = 100;
const MAX_INT64 = 2n ** 63n - 1n;
const MIN_INT64 = -(2n ** 63n);
const MAX_UINT64 = 2n ** 64n - 1n;

/** A plain scalar without a tag. NaN and the infinities come back as such: JSON has none of them, and the caller refuses. */
export function resolvePlain(text: string): Resolved {
  const first = text.charCodeAt(0);
  const isDigit = first >= 48 && first <= 57;
  // + - . and digits begin numbers.
  if (isDigit || first === 43 || first === 45 || first === 46) {
    return resolveNumber(text, first === 46) ?? { type: "string", value: text };
  }
  return (text.length > LONGEST_WORD ? undefined : WORDS.get(text)) ?? { type: "string", value: text };
}

/** As strconv.ParseInt(text, 0, 64), ParseUint and ParseFloat take it in turn. */
function resolveNumber(text: string, startsWithDot: boolean): Resolved | undefined {
  if (SIMPLE_INTEGER.test(text)) return { type: "int", value: Number(text) };
  const special = NO_NUMBERS.get(text);
  if (special !== undefined) return { type: "float", value: special };
  // Underscores are dropped everywhere, except after a leading dot.
  const plain = startsWithDot ? text : text.replaceAll("_", "");
  return resolveInteger(plain) ?? resolveFloat(plain);
}

function resolveInteger(text: string): Resolved | undefined {
  if (text.length > LONGEST_INTEGER || !INTEGER.test(text)) return undefined;
  const digits = text.replace(/^[-+]/, "").toLowerCase();
  const magnitude = BigInt(/^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits);
  const integer = text.startsWith("-") ? -magnitude : magnitude;
  // ParseUint takes no sign.
  const most = /^\d/.test(text) ? MAX_UINT64 : MAX_INT64;
  if (integer < MIN_INT64 || integer > most) return undefined;
  const value = Number(integer);
  return Number.isSafeInteger(value) ? { type: "int", value } : { type: "int", value, json: String(integer) };
}

function resolveFloat(text: string): Resolved | undefined {
  if (!FLOAT.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? { type: "float", value, json: formatFloat(value) } : undefined;
}

/** A float64 as encoding/json writes it; JavaScript differs in the negative zero alone. */
export function formatFloat(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

const CORE_TAG = "tag:yaml.org,2002:";
const TIMESTAMP =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?(?:Z|[-+]\d\d:\d\d)| (\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,]\d+)?)?$/;

/** A scalar with a tag, quoted or not. Undefined where the text is not of that type; a tag nobody knows makes a string. */
export function resolveTagged(tag: string, text: string): Resolved | undefined {
  const name = tag.startsWith(CORE_TAG) ? tag.slice(CORE_TAG.length) : "";
  if (name === "binary") return decodeBase64(text);
  if (name === "timestamp") return isTimestamp(text) ? { type: "string", value: text } : undefined;
  if (!["bool", "int", "float", "null"].includes(name)) return { type: "string", value: text };
  const resolved = resolvePlain(text);
  if (resolved.type === name) return resolved;
  // A uint64 is no float to go-yaml.
  if (name !== "float" || resolved.type !== "int" || BigInt(resolved.json ?? 0) > MAX_INT64) return undefined;
  const value = Number(resolved.value);
  return { type: "float", value, json: formatFloat(value) };
}

function isTimestamp(text: string): boolean {
  const parts = TIMESTAMP.exec(text);
  if (parts === null) return false;
  const [year = 0, month = 0, day = 0, ...clock] = parts.slice(1).map(part => Number(part ?? 0));
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  const [hour = 0, minute = 0, second = 0] = clock[0] === 0 && clock[3] !== undefined ? clock.slice(3) : clock;
  const isDate = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && day > 0;
  return isDate && Math.max(hour, clock[0] ?? 0) < 24 && minute < 60 && second < 60;
}

/** base64.StdEncoding: padding required, line breaks ignored. */
function decodeBase64(text: string): Resolved | undefined {
  const joined = text.replace(/[\r\n]/g, "");
  if (joined.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(joined)) return undefined;
  const bytes = Uint8Array.from(atob(joined), character => character.charCodeAt(0));
  return { type: "string", value: decodeUtf8(bytes) };
}

/** encoding/json writes U+FFFD for each byte that is no UTF-8, where TextDecoder writes one for several. */
function decodeUtf8(bytes: Uint8Array): string {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0;
    const length = first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    try {
      text += decoder.decode(bytes.subarray(at, at + length));
      at += length;
    } catch {
      text += "\ufffd";
      at++;
    }
  }
  return text;
}

/**
 * A map key as text. sigs.k8s.io/yaml writes floats with the digits of a float32 and takes neither null nor a uint64 for a key:
 * undefined.
 */
export function keyText({ type, value, json }: Resolved): string | undefined {
  if (type === "null") return undefined;
  if (type === "float") return formatFloat32(Number(value));
  if (type !== "int") return String(value);
  return json !== undefined && BigInt(json) > MAX_INT64 ? undefined : (json ?? String(value));
}

/** strconv.FormatFloat(value, 'g', -1, 32), with YAML's names for what is no number. */
function formatFloat32(value: number): string {
  const single = Math.fround(value);
  if (Number.isNaN(single)) return ".nan";
  if (!Number.isFinite(single)) return single > 0 ? ".inf" : "-.inf";
  if (single === 0) return formatFloat(single);
  let digits = 1;
  while (digits < 9 && Math.fround(Number(single.toPrecision(digits))) !== single) digits++;
  const [mantissa = "", exponent = "0"] = single.toExponential(digits - 1).split("e");
  const power = Number(exponent);
  // Without a precision, 'g' turns to an exponent below -4 and from 6 digits on.
  if (power >= -4 && power < 6) return formatFloat(Number(single.toPrecision(digits)));
  return `${mantissa}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
}
