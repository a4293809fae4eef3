import type { Edit, Fix, Problem } from "../diagnostic.ts";
import { Broken } from "./broken.ts";
import { Composer } from "./compose.ts";
import { Events } from "./events.ts";
import { DEFAULT_LIMITS } from "./limits.ts";
import type { LineIndex } from "./lines.ts";
import type { Node } from "./node.ts";
import type { Part } from "./part.ts";

/** A line of the broken part, as the hints look at it. */
export interface Line {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Spaces in front. */
  readonly indent: number;
}

/** A fix is proved by reading the part again: not worth it for a text that nobody wrote by hand. */
const LONGEST_MENDED = 200_000;
/** More of a line than this is not looked at for a hint. */
const LONGEST_LINE = 2_000;
const KEY = /^( *(?:- +)*)("[^"]*"|'[^']*'|[^\s"'#[\]{}&*!|>%@`,-][^#]*?|-[^\s#][^#]*?):(?:\s|$)/;

/** The place where reading a part stopped, and what stands around it. */
export class Scene {
  readonly lines: LineIndex;
  readonly part: Part;
  readonly broken: Broken;

  constructor(lines: LineIndex, part: Part, broken: Broken) {
    this.lines = lines;
    this.part = part;
    this.broken = broken;
  }

  get text(): string {
    return this.lines.text;
  }

  /** The line where the reader stood; at the end of the part the last one with something on it. */
  get here(): Line {
    return this.lineOf(Math.min(this.broken.at, this.lastOffset()));
  }

  /** The line where the thing began that was being read. */
  get origin(): Line {
    return this.lineOf(this.broken.from);
  }

  lineOf(offset: number): Line {
    return this.line(this.lines.at(offset).line);
  }

  line(number: number): Line {
    const start = this.lines.startOf(number);
    const end = this.lines.endOf(number);
    const text = this.text.slice(start, Math.min(end, start + LONGEST_LINE));
    return { number, start, end, text, indent: text.length - text.trimStart().length };
  }

  /** The nearest line above with something on it that is no comment. */
  above(line: Line): Line | undefined {
    for (let number = line.number - 1; number >= 1; number--) {
      const other = this.line(number);
      if (other.start < this.part.from) return undefined;
      if (/^\s*[^\s#]/.test(other.text)) return other;
    }
    return undefined;
  }

  private lastOffset(): number {
    let last = this.part.end - 1;
    while (last > this.part.from && /\s/.test(this.text.charAt(last))) last--;
    return last;
  }

  /** A problem with the place given, on one line. */
  problem(message: string, start: number, end: number, more: Partial<Problem> = {}): Problem {
    const lineEnd = this.lineOf(start).end;
    const stop = Math.max(Math.min(end, lineEnd), Math.min(start + 1, lineEnd));
    return {
      ruleId: "yaml-syntax",
      severity: "error",
      message,
      server: "rejects",
      path: [],
      start,
      end: stop,
      ...more,
    };
  }

  /** Short enough to be read again and again. */
  get isShort(): boolean {
    return this.part.end - this.part.from <= LONGEST_MENDED;
  }

  /** The fix, if the part reads to its end with it. */
  fix(title: string, makeEdits: () => Edit[]): { fixes?: readonly Fix[] } {
    if (!this.isShort) return {};
    const edits = makeEdits();
    return this.emptyWith(edits) === undefined ? {} : { fixes: [{ title, safety: "unsafe", edits }] };
  }

  /** How many keys would have nothing after them; undefined where the part would not read to its end. */
  emptyWith(edits: readonly Edit[]): number | undefined {
    let text = this.text.slice(this.part.from, this.part.end);
    for (const { start, end, text: added } of [...edits].sort((a, b) => b.start - a.start)) {
      text = text.slice(0, start - this.part.from) + added + text.slice(end - this.part.from);
    }
    const events = new Events(text, 0, text.length);
    const composer = new Composer(events, DEFAULT_LIMITS);
    try {
      const root = events.start() ? composer.compose() : undefined;
      return events.dropped() === undefined && composer.problems.length === 0 ? emptyIn(root) : undefined;
    } catch (error) {
      if (error instanceof Broken) return undefined;
      throw error;
    }
  }
}

/** What several aliases stand for counts once. */
function emptyIn(node: Node | undefined, seen = new Set<Node>()): number {
  if (node === undefined || seen.has(node)) return 0;
  seen.add(node);
  if (node.kind === "scalar") return node.value === null && node.start === node.end ? 1 : 0;
  const inner = node.kind === "map" ? node.entries.map(({ value }) => value) : node.items;
  return inner.reduce((sum, value) => sum + emptyIn(value, seen), 0);
}

/** The key at the start of a line, and the column where it stands (behind the dashes of a list). */
export function keyOn(
  line: Line,
): { readonly name: string; readonly column: number; readonly end: number } | undefined {
  const match = KEY.exec(line.text);
  if (match === null) return undefined;
  const [, before = "", name = ""] = match;
  return { name: name.replace(/^["']|["']$/g, ""), column: before.length, end: before.length + name.length };
}

/** The end of the word that starts at an offset. */
export function wordEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && !/[\s,[\]{}]/.test(text.charAt(end))) end++;
  return Math.max(end, start + 1);
}

export function spaces(count: number): string {
  return count === 1 ? "1 space" : `${count} spaces`;
}
