// Dates, durations and numbers with check digits, as kube-openapi's strfmt reads them.

/** time.Parse with the layout 2006-01-02. */
export function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** IsDateTime: upper and lower case are the same, and any character may stand before the fraction. */
export function isDateTime(text: string): boolean {
  const [date = "", time] = text.toLowerCase().split("t");
  if (text.length < 4 || time === undefined || !isDate(date)) return false;
  const parts = /^(\d{2}):(\d{2}):(\d{2})(?:.\d+)?(?:z|[+-]\d{2}:\d{2})$/.exec(time);
  if (parts === null) return false;
  const [, hour = "", minute = "", second = ""] = parts;
  return hour <= "23" && minute <= "59" && second <= "59";
}

/** time.Time in JSON: RFC 3339. */
export function isTimestamp(text: string): boolean {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:[.,]\d+)?(?:Z|[+-]\d{2}:\d{2})$/.exec(text);
  if (parts === null) return false;
  const [, date = "", hour = "", minute = "", second = ""] = parts;
  return isDate(date) && hour <= "23" && minute <= "59" && second <= "59";
}

const GO_DURATION = /^[-+]?(?:0|(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/;
const UNITS = new Set(["ns", "us", "µs", "ms", "s", "m", "h", "hr", "d", "w", "wk"]);
const UNIT_PREFIXES = ["nano", "micro", "milli", "sec", "min", "hour", "day", "week"];
const LONGEST = 1000;

/** ParseDuration: Go's durations, else any text with an amount of a known unit in it ("P3Y6M" has "6M"). */
export function isDuration(text: string): boolean {
  if (text.length > LONGEST) return false;
  if (GO_DURATION.test(text)) return true;
  let isKnown = false;
  for (const [, amount = "", unit = ""] of text.matchAll(/(\d+)[\t\n\f\r ]*([A-Za-zµ]+)/g)) {
    if (BigInt(amount) > 2n ** 63n - 1n) return false;
    const word = unit.toLowerCase();
    if (UNITS.has(word) || UNIT_PREFIXES.some(prefix => word.startsWith(prefix))) isKnown = true;
  }
  return isKnown;
}

export function isBsonObjectId(text: string): boolean {
  return /^[0-9a-fA-F]{24}$/.test(text);
}

export function isIsbn10(text: string): boolean {
  const digits = text.replace(/[\t\n\f\r -]+/g, "");
  if (!/^\d{9}[\dX]$/.test(digits)) return false;
  let sum = 0;
  for (let index = 0; index < 10; index++) sum += (index + 1) * (digits[index] === "X" ? 10 : Number(digits[index]));
  return sum % 11 === 0;
}

export function isIsbn13(text: string): boolean {
  const digits = text.replace(/[\t\n\f\r -]+/g, "");
  if (!/^\d{13}$/.test(digits)) return false;
  let sum = 0;
  for (let index = 0; index < 12; index++) sum += (index % 2 === 0 ? 1 : 3) * Number(digits[index]);
  return Number(digits[12]) === (10 - (sum % 10)) % 10;
}

const CARD =
  /^(?:4\d{12}(?:\d{3})?|5[1-5]\d{14}|6(?:011|5\d\d)\d{12}|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|(?:2131|1800|35\d{3})\d{11})$/;

export function isCreditCard(text: string): boolean {
  const digits = text.replace(/[^0-9]+/g, "");
  if (!CARD.test(digits)) return false;
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** net.ParseMAC: 6, 8 or 20 bytes with colons or hyphens, or groups of two bytes with dots. */
export function isMac(text: string): boolean {
  if (text.length > 59) return false;
  const separator = text[2] === ":" || text[2] === "-" ? text[2] : text[4] === "." ? "." : undefined;
  if (separator === undefined) return false;
  const groups = text.split(separator);
  const length = separator === "." ? 4 : 2;
  if (!groups.every(group => group.length === length && /^[0-9a-fA-F]+$/.test(group))) return false;
  return [6, 8, 20].includes((groups.length * length) / 2);
}
