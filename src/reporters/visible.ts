// Text from a manifest on its way to a terminal, a log or a page: nothing in it may act on either.

/**
 * C0, DEL, C1, line and paragraph separators, and the characters that turn or hide text: bidirectional controls, zero-width ones, fillers,
 * tags; and halves of surrogate pairs, which no encoding can write.
 */
const INVISIBLE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff]|\u034f|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\udb40-\udb43][\udc00-\udfff]/g;

/** The text with every invisible or acting character written as an escape: `\n`, `\x1b`, `\u202e`. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, escaped);
}

function escaped(match: string): string {
  if (match === "\t") return "\\t";
  if (match === "\n") return "\\n";
  if (match === "\r") return "\\r";
  return [...match].map(character => escapeCode(character.codePointAt(0) ?? 0)).join("");
}

function escapeCode(code: number): string {
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, "0")}`;
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, "0")}` : `\\u{${code.toString(16)}}`;
}

/** The same for a text of several lines. */
export function shownText(text: string): string {
  return text.split("\n").map(visible).join("\n");
}

/** A line of source for a code frame: tabs as one blank each and nothing that acts. Every unit of the text stays one unit, so that columns stay. */
export function visibleLine(text: string): string {
  return text.replace(/\t/g, " ").replace(INVISIBLE, match => "\ufffd".repeat(match.length));
}

/** The same but for line breaks. */
const INVISIBLE_IN_LINES = new RegExp(
  INVISIBLE.source.replace("\\u0000-\\u001f", "\\u0000-\\u0009\\u000b-\\u001f"),
  "g",
);

/** JSON for a file or a log: two blanks deep, invisible characters as `\uXXXX`, and no `##[` that a runner could take for a command. */
export function jsonText(value: unknown): string {
  return `${visibleJson(JSON.stringify(value, null, 2))}\n`;
}

/** The same for JSON that is text already. Reports are large: it is searched as a whole, and copied only where something is found. */
export function visibleJson(text: string): string {
  return text.replace(INVISIBLE_IN_LINES, unitEscapes).replace(/##(?=\[|vso\[)/gi, "#\\u0023");
}

function unitEscapes(match: string): string {
  return match
    .split("")
    .map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}

/** Text of a manifest on its way into a log that a runner reads: no `##[command]`, `##vso[`, and no `::command::` at a line's start. */
export function disarm(text: string): string {
  return text.replace(/##(?=\[|vso\[)/gi, "# #").replace(/^(\s*):(?=:)/gm, "$1: ");
}

/** Text of a manifest, or a name that a user gave, in a line of ours. */
export function quoted(text: string): string {
  return disarmLine(disarm(visible(text)));
}

/**
 * The same for lines whose columns count: every character stays one. Beside the commands of runners, nothing may look like a line that the
 * problem matchers of setup-node take for an error (tsc, eslint-compact), or a log would show it twice.
 */
export function disarmLine(text: string): string {
  return text
    .replace(/##(?=\[|vso\[)/gi, "# ")
    .replace(/(error|warning|info)(\s+)TS(?=\d)/g, "$1$2ts")
    .replace(/(\sline\s\d{1,9}),(?=\scol\s\d)/g, "$1;");
}
