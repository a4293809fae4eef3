// Source -> documents: the one entrance to the YAML readers.

import type { Document } from "./document.ts";
import { limitProblem } from "./limit-problem.ts";
import { DEFAULT_LIMITS, type Limits } from "./limits.ts";
import { LineIndex } from "./lines.ts";
import type { Parsed, ParsePart, Part } from "./part.ts";
import { readPart } from "./read.ts";
import { split } from "./split.ts";

/**
 * The documents of a source. Never rejects: what is wrong with a document is in its `problems`. The general reader is loaded only
 * for a source with a document that the fast one leaves to it.
 */
export async function readSource(text: string, limits?: Partial<Limits>): Promise<Document[]> {
  const reading = new Reading(text, { ...DEFAULT_LIMITS, ...limits });
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

/** The parts of one source, of which some are read already. */
class Reading {
  private readonly lines: LineIndex;
  private readonly limits: Limits;
  private readonly parts: readonly Part[];
  private readonly found: (Document | undefined)[];
  private nodes = 0;
  private readonly excess: Document | undefined;

  constructor(text: string, limits: Limits) {
    this.lines = new LineIndex(text);
    this.limits = limits;
    const isTooLong = text.length > limits.size;
    const parts = isTooLong ? [] : split(text, limits.depth);
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
  read(reader: (lines: LineIndex, part: Part, limits: Limits) => Parsed | undefined): void {
    this.parts.forEach((part, index) => {
      if (this.found[index] !== undefined) return;
      const limits = { ...this.limits, nodes: this.limits.nodes - this.nodes };
      const parsed = part.json === undefined ? reader(this.lines, part, limits) : jsonDocument(part, part.json);
      if (parsed === undefined) return;
      this.nodes += parsed.nodes;
      this.found[index] = parsed.nodes <= limits.nodes ? parsed.document : this.tooMany(part);
    });
  }

  private tooMany({ index, start, end }: Part): Document {
    return { index, start, end, comments: [], problems: [limitProblem("nodes", this.limits, start, start)] };
  }

  documents(): Document[] {
    const documents = this.found.filter(document => document !== undefined);
    return this.excess === undefined ? documents : [...documents, this.excess];
  }
}

function jsonDocument({ index, start, end }: Part, { root, problems, nodes }: NonNullable<Part["json"]>): Parsed {
  return { document: { index, start, end, root, comments: [], problems }, nodes };
}
