// Text -> documents of nodes, as the API server's YAML reader (sigs.k8s.io/yaml on go-yaml v2) takes them. The general reader:
// it takes everything, and decides wherever the fast one (read.ts) is not sure.

import type { Problem } from "../diagnostic.ts";
import { Broken } from "./broken.ts";
import { firstControl } from "./characters.ts";
import { Composer } from "./compose.ts";
import type { Comment, Document } from "./document.ts";
import { Events } from "./events.ts";
import { explain } from "./explain.ts";
import { explainBehindJson, explainDropped, explainSeparator, joinDuplicates } from "./explain-dropped.ts";
import { DEFAULT_LIMITS, type Limits } from "./limits.ts";
import { LineIndex } from "./lines.ts";
import type { Node } from "./node.ts";
import type { ParsePart, Part } from "./part.ts";

/** One part of a source. */
export const parsePart: ParsePart = (lines, part, limits) => {
  const { text } = lines;
  const from = text.charCodeAt(part.from) === 0xfeff ? part.from + 1 : part.from;
  const events = new Events(text, from, part.end);
  const composer = new Composer(events, limits);
  let problems: Problem[] = [];
  let root: Node | undefined;
  try {
    const control = firstControl(text.slice(from, part.end));
    if (control !== -1) throw new Broken("control", from + control);
    root = events.start() ? composer.compose() : undefined;
    const dropped = events.dropped();
    problems = [...joinDuplicates(lines, composer.problems)];
    if (dropped !== undefined) problems.push(explainDropped(lines, part, dropped, root));
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    root = undefined;
    const isExplained = part.badSeparator !== undefined && part.badSeparator.start < part.start;
    if (!isExplained) problems.push(explain(lines, part, error, limits, events.scanner.lastQuoted));
  }
  if (part.isBehindJson && !problems.some(({ severity }) => severity === "error"))
    problems.push(explainBehindJson(part));
  if (part.badSeparator !== undefined) problems.push(explainSeparator(part, part.badSeparator));
  const comments: readonly Comment[] = [
    ...(part.markerComment === undefined ? [] : [part.markerComment]),
    ...events.scanner.cursor.comments,
  ];
  const { index, start, end } = part;
  const document = { index, start, end, comments, problems, ...(root === undefined ? {} : { root }) };
  return { document, nodes: composer.nodes };
};

/** A whole text as one document, not cut at `---`: what go-yaml itself reads of it. */
export function parseDocument(text: string, limits?: Partial<Limits>): Document {
  const part: Part = { index: 0, start: 0, end: text.length, from: 0 };
  return parsePart(new LineIndex(text), part, { ...DEFAULT_LIMITS, ...limits }).document;
}
