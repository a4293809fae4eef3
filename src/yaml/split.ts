// Source -> parts, where kubectl cuts a stream (YAMLReader and YAMLOrJSONDecoder of k8s.io/apimachinery/pkg/util/yaml): lines that
// start with `---`, whatever the YAML around them says, or JSON values one after the other.

import type { Comment } from "./document.ts";
import type { Limits } from "./limits.ts";
import type { Part } from "./part.ts";
import { readJson } from "./read-json.ts";

/** No more parts than one beyond the bound on documents. */
export function split(text: string, limits: Limits): Part[] {
  const parts: Part[] = [];
  const from = /^\s*\{/.test(text) ? splitJson(text, limits, parts) : 0;
  const values = parts.length;
  splitYaml(text, from, limits, parts);
  const first = parts[values];
  if (values > 1 && first !== undefined) parts[values] = { ...first, isBehindJson: true };
  return parts;
}

/** JSON values as long as there are any. Returns where YAML takes over: only the first value may be followed by something else. */
function splitJson(text: string, limits: Limits, parts: Part[]): number {
  let { nodes } = limits;
  let at = 0;
  for (;;) {
    const start = skipSpace(text, at);
    if (start >= text.length || parts.length > limits.documents) return text.length;
    const json = readJson(text, start, { ...limits, nodes });
    if (json === undefined) return afterFirstBreak(text, at);
    nodes -= json.nodes;
    parts.push({ index: parts.length, start, end: json.end, from: start, json });
    at = json.end;
  }
}

function skipSpace(text: string, at: number): number {
  let next = at;
  while (" \t\n\r".includes(text.charAt(next)) && next < text.length) next++;
  return next;
}

/** The decoder passes blanks up to a line break before it tries YAML. */
function afterFirstBreak(text: string, at: number): number {
  const next = skipSpace(text, at);
  const lineBreak = text.indexOf("\n", at);
  return lineBreak === -1 || lineBreak >= next ? next : lineBreak + 1;
}

function nextSeparator(text: string, from: number, isLineStart: boolean): number {
  if (isLineStart && text.startsWith("---", from)) return from;
  const found = text.indexOf("\n---", from);
  return found === -1 ? text.length : found + 1;
}

interface Separator {
  /** Where the next line starts. */
  readonly next: number;
  readonly comment: Comment | undefined;
  readonly bad: NonNullable<Part["badSeparator"]> | undefined;
}

function splitYaml(text: string, from: number, { documents }: Limits, parts: Part[]): void {
  let open: { from: number; start: number; comment?: Comment | undefined; bad?: Separator["bad"] } = {
    from,
    start: from,
  };
  const emit = (end: number, bad: Separator["bad"]) => {
    parts.push({
      index: parts.length,
      start: open.start,
      end,
      from: open.from,
      ...(open.comment === undefined ? {} : { markerComment: open.comment }),
      ...(bad === undefined ? {} : { badSeparator: bad }),
    });
  };
  for (let at = nextSeparator(text, from, true); at < text.length && parts.length <= documents; ) {
    const { next, comment, bad } = readSeparator(text, at);
    const contentAt = bad?.contentAt ?? next;
    if (at > open.from) {
      emit(at, open.bad ?? bad);
      open = { from: contentAt, start: contentAt, comment };
    } else {
      // Nothing stands before it: the line stays, for go-yaml to read.
      open = { from: bad === undefined ? at : contentAt, start: contentAt, bad };
    }
    at = nextSeparator(text, Math.max(next - 1, at + 3), false);
  }
  if (parts.length > documents) return;
  if (text.length > open.from || open.bad !== undefined) emit(text.length, open.bad);
}

function readSeparator(text: string, at: number): Separator {
  const lineEnd = text.indexOf("\n", at);
  const end = lineEnd === -1 ? text.length : lineEnd;
  const next = lineEnd === -1 ? end : lineEnd + 1;
  const rest = text.slice(at + 3, end);
  const trimmed = rest.trim();
  if (trimmed === "") return { next, comment: undefined, bad: undefined };
  const restAt = at + 3 + rest.indexOf(trimmed);
  const restEnd = restAt + trimmed.length;
  if (trimmed.startsWith("#")) {
    const comment = { start: restAt, end: restEnd, text: trimmed.slice(1), ownLine: false };
    return { next, comment, bad: undefined };
  }
  const isRuler = /^-+$/.test(trimmed);
  return { next, comment: undefined, bad: { start: at, end: restEnd, contentAt: isRuler ? next : restAt } };
}
