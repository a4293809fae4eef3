// Text from a manifest on its way to a terminal or a log: nothing in it may act on either.

/** C0, DEL, C1, line and paragraph separators, and the characters that turn or hide text: bidirectional controls, zero-width ones, tags. */
const INVISIBLE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\udb40[\udc00-\udfff]/g;

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

/** A line of source for a code frame: tabs as one blank each, so that columns stay, and nothing that acts. One character stays one column wherever it can. */
export function visibleLine(text: string): string {
  return text.replace(/\t/g, " ").replace(INVISIBLE, "\ufffd");
}
