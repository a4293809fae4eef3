// Source -> documents: the one entrance to the YAML readers.

import type { Problem } from "../diagnostic.ts";
import type { Document } from "./document.ts";
import { limitProblem, timeProblem } from "./limit-problem.ts";
import { DEFAULT_LIMITS, type Limits } from "./limits.ts";
import { LineIndex } from "./lines.ts";
import type { Parsed, ParsePart, Part } from "./part.ts";
import { readPart } from "./read.ts";
import { split } from "./split.ts";

/**
 * The documents of a source. Never rejects: what is wrong with a document is in its `problems`. The general reader is loaded only
 * for a source with a document that the fast one leaves to it. `isUp` says, before each document, whether there is no time left for it.
 */
export async function readSource(
  text: string,
  limits?: Partial<Limits>,
  isUp: () => boolean = () => false,
): Promise<Document[]> {
  const reading = new Reading(text, { ...DEFAULT_LIMITS, ...limits }, isUp);
  reading.read(readPart);
  if (!reading.isDone) {
    const { parsePart } = await import("./parse.ts");
    reading.read(parsePart);
  }
  return reading.documents();
}

/** The same at once, for a caller that has loaded the general reader (`parsePart` of parse.ts). */
export function readDocumentsWith(parsePart: ParsePart, text: string, limits?: Partial<Limits>): Document[] {
  const reading = new Reading(text, { ...DEFAULT_LIMITS, ...limits });
  reading.read(readPart);
  reading.read(parsePart);
  return reading.documents();
}

/** The same by the general reader alone. */
export function parseDocumentsWith(parsePart: ParsePart, text: string, limits?: Partial<Limits>): Document[] {
  const reading = new Reading(text, { ...DEFAULT_LIMITS, ...limits });
  reading.read(parsePart);
  return reading.documents();
}

/** Whether kubectl would not get past a document: it does not parse, is a template, exceeds a bound, or ends in a bad `---`. */
export function isRefused({ problems }: Document): boolean {
  return problems.some(({ ruleId, severity }) => REFUSALS.has(ruleId) && severity !== "warning");
}

const REFUSALS = new Set(["yaml-syntax", "unrendered-template", "input-limit"]);

type Reader = (lines: LineIndex, part: Part, limits: Limits) => Parsed | undefined;

/** The parts of one source, of which some are read already. */
class Reading {
  private readonly lines: LineIndex;
  private readonly limits: Limits;
  private readonly parts: readonly Part[];
  /** Cut short behind the first document beyond a bound: of what follows nothing is said. */
  private readonly found: (Document | undefined)[];
  private readonly isUp: () => boolean;
  /** Of the documents in `found`. */
  private readonly nodes: number[] = [];
  private excess: Document | undefined;

  constructor(text: string, limits: Limits, isUp = () => false) {
    this.lines = new LineIndex(text);
    this.limits = limits;
    this.isUp = isUp;
    const isTooLong = text.length > limits.size;
    const parts = isTooLong ? [] : split(text, limits);
    this.parts = parts.slice(0, limits.documents);
    this.found = this.parts.map(() => undefined);
    const first = isTooLong ? { index: 0, start: 0, end: text.length } : parts[limits.documents];
    if (first !== undefined) {
      const { index, start, end } = first;
      const problem = limitProblem(isTooLong ? "size" : "documents", limits, start, start);
      this.excess = { index, start, end, comments: [], problems: [problem] };
    }
  }

  get isDone(): boolean {
    return !this.found.includes(undefined);
  }

  /** Reads what is left with a reader that may decline. */
  read(reader: Reader): void {
    let nodes = 0;
    for (const [index, part] of this.parts.entries()) {
      if (index >= this.found.length) break;
      if (this.found[index] === undefined) {
        if (this.isUp()) this.cut(part, timeProblem("reading", this.limits, part.start, part.start));
        else this.take(part, reader, this.limits.nodes - nodes);
      }
      nodes += this.nodes[index] ?? 0;
      if (nodes > this.limits.nodes) this.cut(part, limitProblem("nodes", this.limits, part.start, part.start));
    }
  }

  private take(part: Part, reader: Reader, nodes: number): void {
    const parsed =
      part.json === undefined ? reader(this.lines, part, { ...this.limits, nodes }) : jsonDocument(part, part.json);
    if (parsed === undefined) return;
    this.nodes[part.index] = parsed.nodes;
    this.found[part.index] = parsed.document;
  }

  private cut({ index, start, end }: Part, problem: Problem): void {
    this.found.splice(index, this.found.length, { index, start, end, comments: [], problems: [problem] });
    this.excess = undefined;
  }

  documents(): Document[] {
    const documents = this.found.filter(document => document !== undefined);
    return this.excess === undefined ? documents : [...documents, this.excess];
  }
}

function jsonDocument({ index, start, end }: Part, { root, problems, nodes }: NonNullable<Part["json"]>): Parsed {
  const document = { index, start, end, comments: [], problems, ...(root === undefined ? {} : { root }) };
  return { document, nodes };
}
