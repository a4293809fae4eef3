// Files, lines and columns on both sides of the protocol: absolute paths and offsets here, URIs and positions in UTF-16 there.

import { fileURLToPath, pathToFileURL } from "node:url";
import type { Position, Range } from "vscode-languageserver/node";
import { LineIndex } from "../yaml/lines.ts";

/** The absolute path of a `file:` URI; undefined for what lies in no file. */
export function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith("file:") ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

/** One text, in which offsets and positions are turned into each other. */
export class Places {
  private readonly lines: LineIndex;
  /** Editors leave the byte order mark of a file out; the first line is then shorter than the text says. */
  private readonly skipped: number;

  constructor(text: string, isOpen: boolean) {
    this.lines = new LineIndex(text);
    this.skipped = !isOpen && text.startsWith("\ufeff") ? 1 : 0;
  }

  position(offset: number): Position {
    const { line, column } = this.lines.at(offset);
    return { line: line - 1, character: Math.max(0, column - 1 - (line === 1 ? this.skipped : 0)) };
  }

  range(start: number, end: number): Range {
    return { start: this.position(start), end: this.position(end) };
  }

  offset({ line, character }: Position): number {
    return this.lines.offsetOf(line + 1, character + 1 + (line === 0 ? this.skipped : 0));
  }

  /** The word that begins at an offset, or one character, within the line. */
  wordRange(start: number): Range {
    const { text } = this.lines;
    const [word = ""] = /^[^\s:,[\]{}]+/.exec(text.slice(start, start + 200)) ?? [];
    const end = Math.min(start + Math.max(word.length, 1), this.lines.endOf(this.lines.at(start).line));
    return this.range(start, Math.max(start, end));
  }
}

/** Whether two ranges share a place; ends that touch do, as a cursor behind a word touches it. */
export function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
