// Durations as Go writes them and timestamps of RFC 3339, exact to the nanosecond.

import { CelError, Duration, Timestamp } from "./values.ts";

const UNITS: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1000n,
  µs: 1000n,
  μs: 1000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};
const PART = /([0-9]*)(?:\.([0-9]*))?(ns|us|µs|μs|ms|s|m|h)/y;

/** time.ParseDuration. */
export function parseDuration(text: string): Duration {
  const negative = text.startsWith("-");
  const rest = text.replace(/^[+-]/, "");
  if (rest === "0") return new Duration(0n);
  let nanos = 0n;
  let at = 0;
  while (at < rest.length) {
    PART.lastIndex = at;
    const match = PART.exec(rest);
    const [whole = "", digits = "", fraction = "", unit = ""] = match ?? [];
    if (match === null || (digits === "" && fraction === "") || whole.length > 60)
      throw new CelError(`invalid duration ${JSON.stringify(text)}`);
    const size = UNITS[unit] ?? 0n;
    nanos += BigInt(digits || "0") * size;
    if (fraction !== "") nanos += (BigInt(fraction) * size) / 10n ** BigInt(fraction.length);
    at += whole.length;
  }
  if (rest === "") throw new CelError(`invalid duration ${JSON.stringify(text)}`);
  return new Duration(negative ? -nanos : nanos);
}

const TIMESTAMP = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9})\d*)?(Z|z|[+-]\d\d:\d\d)$/;

export function parseTimestamp(text: string): Timestamp {
  const match = TIMESTAMP.exec(text);
  const [, year, month, day, hour, minute, second, fraction = "", zone = "Z"] = match ?? [];
  // Date.UTC takes years below 100 for those of the last century.
  const date = new Date(Date.UTC(2000, 0, 1, Number(hour), Number(minute), Number(second)));
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  const millis = date.getTime();
  const isReal = date.getUTCDate() === Number(day) && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  if (match === null || !isReal) throw new CelError(`invalid timestamp ${JSON.stringify(text)}`);
  const offset = /^[Zz]$/.test(zone) ? 0 : (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4))) * 60_000;
  const utc = BigInt(millis - (zone.startsWith("-") ? -offset : offset));
  return new Timestamp(utc * 1_000_000n + BigInt(fraction.padEnd(9, "0")));
}

export function formatTimestamp({ nanos }: Timestamp): string {
  const millis = Number((nanos - modulo(nanos, 1_000_000n)) / 1_000_000n);
  const fraction = String(modulo(nanos, 1_000_000_000n)).padStart(9, "0").replace(/0+$/, "");
  const seconds = new Date(millis).toISOString().replace(/\.\d+Z$/, "");
  return `${seconds}${fraction === "" ? "" : `.${fraction}`}Z`;
}

export function modulo(value: bigint, by: bigint): bigint {
  return ((value % by) + by) % by;
}

/** `string(duration)` gives seconds, as protobuf writes them. */
export function formatDuration({ nanos }: Duration): string {
  const size = nanos < 0n ? -nanos : nanos;
  const fraction = String(size % 1_000_000_000n)
    .padStart(9, "0")
    .replace(/0+$/, "");
  return `${nanos < 0n ? "-" : ""}${size / 1_000_000_000n}${fraction === "" ? "" : `.${fraction}`}s`;
}

/** The time as the clocks of a zone show it: a Date whose UTC parts are the zone's. */
export function inZone({ nanos }: Timestamp, zone: string): Date {
  const millis = Number((nanos - modulo(nanos, 1_000_000n)) / 1_000_000n);
  const fixed = /^([+-]?)(\d\d):(\d\d)$/.exec(zone);
  if (fixed !== null) {
    const minutes = Number(fixed[2]) * 60 + Number(fixed[3]);
    return new Date(millis + (fixed[1] === "-" ? -minutes : minutes) * 60_000);
  }
  try {
    const parts = new Intl.DateTimeFormat("en-US", {
      ...{ timeZone: zone === "" ? "UTC" : zone, hourCycle: "h23" },
      ...{ year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" },
    }).formatToParts(millis);
    const part = (name: string) => Number(parts.find(({ type }) => type === name)?.value);
    return new Date(
      Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second")) +
        new Date(millis).getUTCMilliseconds(),
    );
  } catch {
    throw new CelError(`unknown time zone ${zone}`);
  }
}
