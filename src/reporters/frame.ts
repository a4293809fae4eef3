// A code frame: the line, and marks beneath the place. Columns are those of the terminal, so that wide characters keep the marks in place,
// and no line is longer than the terminal, which would break the frame.

import { columnsOf, columnsOfCharacter, wrapColumns } from "./columns.ts";
import { disarmLine, visibleLine } from "./visible.ts";

export interface FrameLine {
  /** The line, or the part of it that fits. */
  readonly shown: string;
  /** Columns before the marks, and of the marks. */
  readonly before: number;
  readonly marked: number;
}

/** Fewer columns than this hold no line of a manifest: then it is shown whole. */
const NARROWEST = 20;

/** `start` and `end` are units of the line, 0-based, `end` exclusive; a place at the line's end is one column wide. */
export function frameLine(
  line: string,
  place: { readonly start: number; readonly end: number },
  { width, ascii }: { readonly width: number; readonly ascii: boolean },
): FrameLine {
  const room = Math.max(width, NARROWEST);
  // Of a line of a megabyte only what can be seen is looked at: there may be thousands of places in it.
  const first = Math.max(0, Math.min(place.start, line.length) - room);
  const last = Math.min(line.length, first + 4 * room);
  const text = disarmLine(visibleLine(line.slice(first, last))).trimEnd();
  const from = Math.min(place.start - first, text.length);
  const to = Math.min(Math.max(place.end - first, from), text.length);
  if (first === 0 && last === line.length && columnsOf(text) <= room) return lineOf(text, from, to);

  const cut = ascii ? "..." : "…";
  const [left, right] = windowAround(text, from, to, room - 2 * columnsOf(cut));
  const head = first + left > 0 ? cut : "";
  const tail = right < text.length || last < line.length ? cut : "";
  const shown = head + text.slice(left, right) + tail;
  return lineOf(shown, from - left + head.length, Math.min(to, right) - left + head.length);
}

function lineOf(shown: string, from: number, to: number): FrameLine {
  const before = columnsOf(shown.slice(0, from));
  return { shown, before, marked: Math.max(1, columnsOf(shown.slice(from, to))) };
}

/** The part of a text, in whole characters, that takes at most `room` columns and has the place in its middle, or its begin where it is long. */
function windowAround(text: string, from: number, to: number, room: number): [number, number] {
  let left = from;
  let right = from;
  let used = 0;
  while (right < to) {
    const character = characterAt(text, right);
    if (used + columnsOfCharacter(character) > room) return [left, right];
    used += columnsOfCharacter(character);
    right += character.length;
  }
  for (let grown = true; grown; ) {
    grown = false;
    const before = characterBefore(text, left);
    if (before !== "" && used + columnsOfCharacter(before) <= room) {
      left -= before.length;
      used += columnsOfCharacter(before);
      grown = true;
    }
    const after = right < text.length ? characterAt(text, right) : "";
    if (after !== "" && used + columnsOfCharacter(after) <= room) {
      right += after.length;
      used += columnsOfCharacter(after);
      grown = true;
    }
  }
  return [left, right];
}

function characterAt(text: string, index: number): string {
  return String.fromCodePoint(text.codePointAt(index) ?? 0x20);
}

function characterBefore(text: string, index: number): string {
  if (index === 0) return "";
  const isLow = /[\udc00-\udfff]/.test(text.charAt(index - 1));
  return isLow && index > 1 ? text.slice(index - 2, index) : text.charAt(index - 1);
}

/** Marks with their label: beside them where there is room, else on lines of its own. */
export function markLines(
  { before, marked }: FrameLine,
  label: string,
  { width, mark }: { readonly width: number; readonly mark: string },
): string[] {
  const room = Math.max(width, NARROWEST);
  const indent = " ".repeat(before);
  const marks = mark.repeat(Math.min(marked, Math.max(1, room - before)));
  if (label === "") return [indent + marks];
  if (before + marks.length + 1 + columnsOf(label) <= room) return [`${indent}${marks} ${label}`];
  const lines = wrapColumns(label, room);
  const longest = Math.max(...lines.map(columnsOf));
  const shift = " ".repeat(Math.max(0, Math.min(before, room - longest)));
  return [indent + marks, ...lines.map(line => shift + line)];
}
