// Cron schedules as github.com/robfig/cron/v3 ParseStandard reads them, which the API server and the CronJob controller use.

import { isTimeZone } from "./timezones.ts";

interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly names?: readonly string[];
  /** The number of the first name. */
  readonly first?: number;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

const FIELDS: readonly Bounds[] = [
  { least: 0, most: 59 },
  { least: 0, most: 23 },
  { least: 1, most: 31 },
  { least: 1, most: 12, names: MONTHS, first: 1 },
  { least: 0, most: 6, names: DAYS, first: 0 },
];

const DESCRIPTORS = ["@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly"];

/** What the parser says about a schedule it does not take; undefined for a good one. */
export function scheduleError(schedule: string): string | undefined {
  let rest = schedule;
  if (rest.startsWith("TZ=") || rest.startsWith("CRON_TZ=")) {
    const space = rest.indexOf(" ");
    if (space < 0) return "the time zone is followed by no schedule";
    const zone = rest.slice(rest.indexOf("=") + 1, space);
    if (zone !== "Local" && zone !== "" && !isTimeZone(zone))
      return `provided bad location ${zone}: unknown time zone ${zone}`;
    rest = rest.slice(space).trim();
  }
  if (rest.startsWith("@")) return descriptorError(rest);
  const fields = rest.split(/\s+/).filter(field => field !== "");
  if (fields.length !== 5) return `expected exactly 5 fields, found ${fields.length}: [${fields.join(" ")}]`;
  for (const [index, bounds] of FIELDS.entries()) {
    // Empty parts between commas are skipped, as Go's FieldsFunc does.
    for (const range of (fields[index] ?? "").split(",")) {
      const error = range === "" ? undefined : rangeError(range, bounds);
      if (error !== undefined) return error;
    }
  }
  return undefined;
}

function descriptorError(text: string): string | undefined {
  if (DESCRIPTORS.includes(text)) return undefined;
  if (!text.startsWith("@every ")) return `unrecognized descriptor: ${text}`;
  const duration = text.slice("@every ".length);
  return isDuration(duration) ? undefined : `failed to parse duration ${text}: time: invalid duration "${duration}"`;
}

/** Go's time.ParseDuration: `1h30m`, `1.5s`, `-10s`, `0`. */
export function isDuration(text: string): boolean {
  const body = text.replace(/^[+-]/, "");
  return body === "0" || /^(?:(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:ns|us|µs|μs|ms|s|m|h))+$/.test(body);
}

/** One `a`, `a-b`, `*` or `?`, each perhaps with `/step`. */
function rangeError(text: string, bounds: Bounds): string | undefined {
  const [range = "", step, ...moreSteps] = text.split("/");
  const [low = "", high, ...moreBounds] = range.split("-");
  const every = low === "*" || low === "?";
  let [start, end]: [number | string, number | string] = [bounds.least, bounds.most];
  if (!every) {
    start = numberOf(low, bounds);
    if (typeof start === "string") return start;
    if (moreBounds.length > 0) return `too many hyphens: ${text}`;
    end = high === undefined ? start : numberOf(high, bounds);
    if (typeof end === "string") return end;
  }
  if (moreSteps.length > 0) return `too many slashes: ${text}`;
  const stride = step === undefined ? 1 : integerOf(step);
  if (typeof stride === "string") return stride;
  // "5/10" means "5-59/10".
  if (step !== undefined && high === undefined) end = bounds.most;
  if (start < bounds.least) return `beginning of range (${start}) below minimum (${bounds.least}): ${text}`;
  if (end > bounds.most) return `end of range (${end}) above maximum (${bounds.most}): ${text}`;
  if (start > end) return `beginning of range (${start}) beyond end of range (${end}): ${text}`;
  return stride === 0 ? `step of range should be a positive number: ${text}` : undefined;
}

/** A number or a name, or what is wrong with it. */
function numberOf(text: string, { names, first = 0 }: Bounds): number | string {
  const index = names?.indexOf(text.toLowerCase()) ?? -1;
  return index < 0 ? integerOf(text) : index + first;
}

function integerOf(text: string): number | string {
  const failed = `failed to parse int from ${text}: strconv.Atoi: parsing "${text}": `;
  if (!/^[+-]?[0-9]+$/.test(text)) return `${failed}invalid syntax`;
  const value = Number(text);
  if (Math.abs(value) >= 2 ** 63) return `${failed}value out of range`;
  return value < 0 ? `negative number (${value}) not allowed: ${text}` : value;
}
