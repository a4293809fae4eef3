// Documents made at random from a seed: manifests in all the styles that people write, and soups of fragments in which nearly
// everything goes wrong.

export type Random = () => number;

/** mulberry32 */
export function random(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function pick<T>(next: Random, choices: readonly [T, ...T[]]): T {
  return choices[Math.floor(next() * choices.length)] ?? choices[0];
}

export type Value = string | number | boolean | null | Value[] | { [key: string]: Value };

const KEYS = [
  "name",
  "image",
  "a.b/c",
  "x-y",
  "ports",
  "é",
  "on",
  "0644",
  "with space",
  "quote'd",
  'say "hi"',
] as const;
const TEXTS = [
  ...[
    "web",
    "nginx:1.27",
    "a b c",
    "yes",
    "0644",
    "1e3",
    "",
    " padded ",
    "# no comment",
    "a: b",
    "- x",
    "[x",
    "{{ y }}",
  ],
  ...[
    "it's",
    'say "hi"',
    "back\\slash",
    "tab\there",
    "two\nlines",
    "three\n\n\nlines\n",
    "  indented\nless\n",
    "é😀",
    "*x",
    "&y",
    "!z",
  ],
  ...["a #b", "100m", "1_000", "null", "~", "2001-01-01", "trailing\n", "\n", "very ".repeat(30).trim()],
] as [string, ...string[]];

export function value(next: Random, depth: number): Value {
  const kind = next();
  if (depth > 0 && kind < 0.35) {
    const map: { [key: string]: Value } = {};
    for (let count = Math.floor(next() * 5); count > 0; count--) map[pick(next, KEYS)] = value(next, depth - 1);
    return map;
  }
  if (depth > 0 && kind < 0.55) return Array.from({ length: Math.floor(next() * 4) }, () => value(next, depth - 1));
  if (kind < 0.85) return pick(next, TEXTS);
  return pick<Value>(next, [0, 1, -5, 8080, 1.5, true, false, null]);
}

function comment(next: Random, indent: number): string {
  if (next() < 0.85) return "";
  return pick(next, ["\n", `${" ".repeat(indent)}# note\n`, "# left\n", "\n# left\n\n"]);
}

/** A value as YAML behind a key or a dash, with the line break. */
export function write(next: Random, content: Value, indent: number, isInList = false): string {
  const isPlain = typeof content !== "object" || content === null;
  if (isPlain || Object.keys(content).length === 0 || next() < 0.15) return ` ${inline(next, content, indent)}`;
  const step = 1 + Math.floor(next() * 4);
  if (Array.isArray(content)) {
    const at = indent >= 0 && !isInList && next() < 0.4 ? indent : Math.max(indent, 0) + step;
    return `${tail(next)}${content.map(item => writeItem(next, item, at)).join("")}`;
  }
  const at = Math.max(indent, 0) + step;
  return `${tail(next)}${writeEntries(next, content, at)}`;
}

function tail(next: Random): string {
  return pick(next, ["\n", "\n", "\n", "  \n", " # why\n"]);
}

function writeItem(next: Random, item: Value, at: number): string {
  const dash = `${comment(next, at)}${" ".repeat(at)}-`;
  const isMap = typeof item === "object" && item !== null && !Array.isArray(item) && Object.keys(item).length > 0;
  if (!isMap || next() < 0.2) return `${dash}${write(next, item, at, true)}`;
  const gap = 1 + Math.floor(next() * 3);
  const text = writeEntries(next, item, at + 1 + gap);
  const first = text.search(/\S/);
  // Comments may stand before the first key: then the map starts on a line of its own.
  return text.slice(0, first).includes("\n") || text[first] === "#"
    ? `${dash}\n${text}`
    : `${dash}${" ".repeat(gap)}${text.trimStart()}`;
}

export function writeEntries(next: Random, map: { [key: string]: Value }, at: number): string {
  const entries = Object.entries(map).map(([key, content]) => {
    return `${comment(next, at)}${" ".repeat(at)}${writeKey(next, key)}:${write(next, content, at)}`;
  });
  return entries.join("");
}

function writeKey(next: Random, key: string): string {
  const mustQuote = !/^[a-zé][\w./é -]*$/.test(key) || ["on"].includes(key);
  if (!mustQuote && next() < 0.8) return key;
  return next() < 0.5 ? JSON.stringify(key) : `'${key.replaceAll("'", "''")}'`;
}

function inline(next: Random, content: Value, indent: number): string {
  if (typeof content === "string") return text(next, content, indent);
  return `${flow(next, content)}${tail(next)}`;
}

function flow(next: Random, content: Value): string {
  const gap = () => pick(next, ["", " ", " ", "\n   ", " # c\n "]);
  if (Array.isArray(content)) return `[${content.map(item => `${gap()}${flow(next, item)}`).join(",")}${gap()}]`;
  if (typeof content === "object" && content !== null) {
    const entries = Object.entries(content).map(([key, item]) => `${gap()}${JSON.stringify(key)}: ${flow(next, item)}`);
    return `{${entries.join(",")}${gap()}}`;
  }
  return typeof content === "string" && /^[a-z]{3,}$/.test(content) && content !== "yes" && content !== "null"
    ? content
    : JSON.stringify(content);
}

function text(next: Random, content: string, indent: number): string {
  const style = next();
  const inner = " ".repeat(Math.max(indent, 0) + 1 + Math.floor(next() * 3));
  const isPlain =
    /^[a-z][a-z0-9:. ]*$/.test(content) && !/: |:$| $/.test(content) && !["yes", "null"].includes(content);
  if (isPlain && style < 0.7) return `${style < 0.2 ? content.replaceAll(" ", `\n${inner}`) : content}${tail(next)}`;
  // Empty lines may follow, so trailing line breaks are never kept here.
  if (style < 0.5 && /^\S/.test(content) && content.includes("\n") && !content.endsWith("\n\n"))
    return literal(content, inner);
  if (style < 0.75 && !content.includes("\n")) return `'${content.replaceAll("'", "''")}'${tail(next)}`;
  return `${JSON.stringify(content)}${tail(next)}`;
}

function literal(content: string, inner: string): string {
  const lines = content.replace(/\n$/, "").split("\n");
  return `|${content.endsWith("\n") ? "" : "-"}\n${lines.map(line => (line === "" ? "" : inner + line)).join("\n")}\n`;
}

const FRAGMENTS = [
  ...[
    "a",
    "b: ",
    "c:",
    "- ",
    "-",
    ": ",
    "? ",
    " ",
    "  ",
    "   ",
    "\n",
    "\n",
    "\n",
    "\n  ",
    "\n    ",
    "# c",
    " #",
    "'",
    '"',
    "''",
  ],
  ...[
    "[",
    "]",
    "{",
    "}",
    ",",
    ", ",
    "|",
    ">",
    "|-\n",
    ">+\n",
    "|2\n",
    "&x ",
    "*x",
    "!!str ",
    "<<: ",
    "\t",
    "\r\n",
    "---\n",
    "...\n",
  ],
  ...[
    "1",
    "0644",
    "yes",
    "~",
    "x y",
    "http://x",
    "\\",
    "\\n",
    "é",
    "key: value\n",
    "- item\n",
    "list:\n",
    "%",
    "@",
    "`",
    "\u2028",
  ],
] as [string, ...string[]];

/** Fragments without sense. */
export function soup(next: Random): string {
  let made = "";
  for (let count = 1 + Math.floor(next() * 14); count > 0; count--) made += pick(next, FRAGMENTS);
  return made;
}

/** A text with a few characters changed, added or left out. */
export function disturb(next: Random, original: string): string {
  let changed = original;
  for (let count = 1 + Math.floor(next() * 2); count > 0; count--) {
    const at = Math.floor(next() * (changed.length + 1));
    const added = next() < 0.6 ? pick(next, FRAGMENTS) : "";
    changed = changed.slice(0, at) + added + changed.slice(at + (next() < 0.5 ? 1 : 0));
  }
  return changed;
}
