// Durations as a scenario writes them, and as texts show them.

const UNITS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600 };
const DURATION = /^(?:\d{1,9}(?:\.\d{1,3})?(?:ms|s|m|h)){1,4}$/;
const PART = /(\d+(?:\.\d+)?)(ms|s|m|h)/g;
/** Longer than anything worth simulating. */
const LONGEST_SECONDS = 10_000_000;

/** Seconds of `20`, `20s`, `500ms`, `2m`, `1h30m`; undefined for anything else, for negative and for absurdly long ones. */
export function durationSeconds(value: unknown): number | undefined {
  if (typeof value === "number") return value >= 0 && value <= LONGEST_SECONDS ? value : undefined;
  if (typeof value !== "string" || !DURATION.test(value)) return undefined;
  let total = 0;
  for (const [, amount, unit] of value.matchAll(PART)) total += Number(amount) * (UNITS[unit ?? "s"] ?? 1);
  return total <= LONGEST_SECONDS ? Math.round(total * 1000) / 1000 : undefined;
}

/** `31`, `9.3`, `0.25`: whole from 10 on, else one decimal. */
export function shortNumber(value: number): string {
  return String(value >= 10 ? Math.round(value) : Math.round(value * 10) / 10);
}

/** `31 s`, `5 min`, `2 h 10 min`: seconds up to two minutes, because that is how manifests count. */
export function durationText(seconds: number): string {
  if (!Number.isFinite(seconds)) return "for ever";
  if (seconds < 120) return `${shortNumber(seconds)} s`;
  const whole = Math.round(seconds);
  const parts: string[] = [];
  if (whole >= 3600) parts.push(`${Math.floor(whole / 3600)} h`);
  if (whole % 3600 >= 60) parts.push(`${Math.floor((whole % 3600) / 60)} min`);
  if (whole % 60 > 0 && whole < 3600) parts.push(`${whole % 60} s`);
  return parts.join(" ");
}

/** Outwards, so that the range shown holds the real one. */
function outward(earliest: number, latest: number): [number, number] {
  if (earliest === latest) return [earliest, latest];
  const step = (value: number) => (value >= 10 ? 1 : 10);
  return [Math.floor(earliest * step(earliest)) / step(earliest), Math.ceil(latest * step(latest)) / step(latest)];
}

/** `31–43 s`, or `31 s` when both ends are the same; `31 s or never`. */
export function rangeText(earliest: number, latest: number): string {
  if (!Number.isFinite(latest)) return Number.isFinite(earliest) ? `${durationText(earliest)} or never` : "never";
  const [from, until] = outward(earliest, latest);
  const [fromText, untilText] = [durationText(from), durationText(until)];
  if (fromText === untilText) return fromText;
  return until < 120 ? `${shortNumber(from)}–${untilText}` : `${fromText} to ${untilText}`;
}
