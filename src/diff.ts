// Two texts -> a unified diff, as `git apply` and `patch` take it.

import type { Edit } from "./diagnostic.ts";

const CONTEXT = 3;
/** Beyond so many differences the texts have nothing in common worth finding. */
const MOST_DIFFERENCES = 1000;

type Line = { readonly kind: " " | "-" | "+"; readonly text: string };

export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return "";
  const hunks = hunksOf(script(linesOf(before), linesOf(after)));
  return [`--- ${headName(`a/${path}`)}\n`, `+++ ${headName(`b/${path}`)}\n`, ...hunks].join("");
}

/** As git writes names that hold what would end the line, or act on a terminal: in quotes, their bytes in octal digits. */
function headName(name: string): string {
  if (!/[\u0000-\u001f"\\\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/.test(name)) return name;
  const bytes = [...Buffer.from(name)].map(byte => {
    if (byte === 0x22 || byte === 0x5c) return `\\${String.fromCharCode(byte)}`;
    return byte < 0x20 || byte >= 0x7f ? `\\${byte.toString(8).padStart(3, "0")}` : String.fromCharCode(byte);
  });
  return `"${bytes.join("")}"`;
}

/** The changed lines as edits on the first text. */
export function lineEdits(before: string, after: string): Edit[] {
  const edits: { start: number; end: number; text: string }[] = [];
  let at = 0;
  let last: (typeof edits)[number] | undefined;
  for (const { kind, text } of script(linesOf(before), linesOf(after))) {
    if (kind === " ") last = undefined;
    else if (last === undefined) {
      last = { start: at, end: at, text: "" };
      edits.push(last);
    }
    if (kind === "+" && last !== undefined) last.text += text;
    if (kind === "-" && last !== undefined) last.end += text.length;
    if (kind !== "+") at += text.length;
  }
  return edits;
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Every line of both texts, marked. */
function script(olds: readonly string[], news: readonly string[]): Line[] {
  let head = 0;
  while (head < olds.length && head < news.length && olds[head] === news[head]) head++;
  let tail = 0;
  const most = Math.min(olds.length, news.length) - head;
  while (tail < most && olds[olds.length - 1 - tail] === news[news.length - 1 - tail]) tail++;
  const same = (text: string): Line => ({ kind: " ", text });
  return [
    ...olds.slice(0, head).map(same),
    ...middle(olds.slice(head, olds.length - tail), news.slice(head, news.length - tail)),
    ...olds.slice(olds.length - tail).map(same),
  ];
}

/** Myers' greedy algorithm: the furthest point of every diagonal, for one more difference each time. */
function middle(olds: readonly string[], news: readonly string[]): Line[] {
  const rounds: Map<number, number>[] = [];
  let reached = new Map<number, number>([[1, 0]]);
  for (let differences = 0; differences <= MOST_DIFFERENCES; differences++) {
    const next = new Map<number, number>();
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      const down = reached.get(diagonal + 1) ?? -1;
      const right = (reached.get(diagonal - 1) ?? -2) + 1;
      let x = diagonal === -differences || (diagonal !== differences && right <= down) ? down : right;
      while (x < olds.length && x - diagonal < news.length && x >= 0 && olds[x] === news[x - diagonal]) x++;
      next.set(diagonal, x);
      if (x >= olds.length && x - diagonal >= news.length) return trace([...rounds, reached], olds, news);
    }
    rounds.push(reached);
    reached = next;
  }
  return [...olds.map((text): Line => ({ kind: "-", text })), ...news.map((text): Line => ({ kind: "+", text }))];
}

/** From the end back to the start. */
function trace(
  rounds: readonly ReadonlyMap<number, number>[],
  olds: readonly string[],
  news: readonly string[],
): Line[] {
  const lines: Line[] = [];
  let [x, y] = [olds.length, news.length];
  for (let differences = rounds.length - 1; differences >= 0; differences--) {
    const reached = rounds[differences];
    const diagonal = x - y;
    const down = reached?.get(diagonal + 1) ?? -1;
    const right = (reached?.get(diagonal - 1) ?? -2) + 1;
    const isDown = diagonal === -differences || (diagonal !== differences && right <= down);
    const fromX = isDown ? down : right - 1;
    const fromY = isDown ? fromX - (diagonal + 1) : fromX - (diagonal - 1);
    while (x > fromX + (isDown ? 0 : 1) && y > fromY + (isDown ? 1 : 0)) {
      lines.push({ kind: " ", text: olds[--x] ?? "" });
      y--;
    }
    if (differences === 0) break;
    if (isDown) lines.push({ kind: "+", text: news[--y] ?? "" });
    else lines.push({ kind: "-", text: olds[--x] ?? "" });
  }
  return lines.reverse();
}

function hunksOf(lines: readonly Line[]): string[] {
  const hunks: string[] = [];
  let [oldLine, newLine] = [1, 1];
  for (let at = 0; at < lines.length; ) {
    if (lines[at]?.kind === " ") {
      let next = at;
      while (next < lines.length && lines[next]?.kind === " ") next++;
      if (next === lines.length) break;
      const skip = Math.max(0, next - at - CONTEXT);
      at += skip;
      oldLine += skip;
      newLine += skip;
    }
    const end = hunkEnd(lines, at);
    const hunk = lines.slice(at, end);
    const olds = hunk.filter(({ kind }) => kind !== "+").length;
    const news = hunk.filter(({ kind }) => kind !== "-").length;
    hunks.push(`@@ -${rangeOf(oldLine, olds)} +${rangeOf(newLine, news)} @@\n`, ...hunk.map(printed));
    oldLine += olds;
    newLine += news;
    at = end;
  }
  return hunks;
}

/** Behind the context of the last difference that is near enough to the one before. */
function hunkEnd(lines: readonly Line[], start: number): number {
  let last = start;
  while (lines[last]?.kind === " ") last++;
  for (let at = last; at < lines.length && at - last <= 2 * CONTEXT; at++) if (lines[at]?.kind !== " ") last = at;
  return Math.min(lines.length, last + 1 + CONTEXT);
}

function rangeOf(line: number, count: number): string {
  if (count === 0) return `${line - 1},0`;
  return count === 1 ? String(line) : `${line},${count}`;
}

function printed({ kind, text }: Line): string {
  return text.endsWith("\n") ? `${kind}${text}` : `${kind}${text}\n\\ No newline at end of file\n`;
}
