// Values as YAML on one line, for what a fix writes.

/** Plain text that YAML (go-yaml included) reads as that very string. */
const PLAIN = /^[A-Za-z/][\w./-]*$/;
const NOT_A_STRING = /^(y|n|yes|no|on|off|true|false|null|~)$/i;

export function scalarText(value: string | number | boolean): string {
  if (typeof value !== "string") return String(value);
  return PLAIN.test(value) && !NOT_A_STRING.test(value) ? value : JSON.stringify(value);
}

export function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([key, entry]) => `${scalarText(key)}: ${flowText(entry)}`);
    return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
  }
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? scalarText(value)
    : "null";
}

/** The entries of a map, one a line. */
export function entryLines(map: Readonly<Record<string, unknown>>): string {
  return Object.entries(map)
    .map(([key, value]) => `${scalarText(key)}: ${flowText(value)}`)
    .join("\n");
}
