// Lines that stand a little too far to the left or right.

import type { Edit, Problem } from "../diagnostic.ts";
import { keyOn, type Line, type Scene, spaces } from "./scene.ts";

interface Sibling {
  readonly name: string;
  readonly column: number;
  readonly line: number;
  readonly isItem: boolean;
}

/** A key or list item whose column is none of those that are open there. */
export function explainIndentation(scene: Scene): Problem | undefined {
  const { here } = scene;
  const subject = subjectOn(here);
  if (subject === undefined) return undefined;
  const open = openColumns(scene, here);
  if (open.some(({ column }) => column === here.indent)) return undefined;
  const distance = ({ column }: Sibling) => Math.abs(column - here.indent);
  // Items are neighbours of items first, keys of keys.
  const rank = (sibling: Sibling) => (sibling.isItem === subject.isItem ? 0 : 1);
  const candidates = [...open].sort((a, b) => rank(a) - rank(b) || distance(a) - distance(b));
  const [nearest] = candidates;
  if (nearest === undefined) return undefined;
  const mended = candidates
    .map(sibling => ({
      sibling,
      ...scene.fix(`indent it like ${sibling.name}`, () => shift(scene, here, sibling.column - here.indent)),
    }))
    .find(({ fixes }) => fixes !== undefined);
  const { sibling = nearest, fixes } = mended ?? {};
  const difference = here.indent - sibling.column;
  const amount = `${spaces(Math.abs(difference))} ${difference > 0 ? "deeper" : "less"}`;
  return scene.problem(
    `${subject.shown} is indented ${amount} than ${sibling.name} (line ${sibling.line})`,
    here.start + here.indent,
    here.start + subject.end,
    {
      help: `indent it like ${sibling.name}, by ${spaces(sibling.column)}`,
      ...(fixes === undefined ? {} : { fixes }),
    },
  );
}

function subjectOn(line: Line): { shown: string; end: number; isItem: boolean } | undefined {
  const key = keyOn(line);
  const isItem = /^\s*-(?:\s|$)/.test(line.text);
  if (isItem) return { shown: "the list item", end: key?.end ?? line.indent + 1, isItem };
  return key === undefined ? undefined : { shown: `"${key.name}"`, end: key.end, isItem };
}

/** The columns of the keys and dashes above that still are open at a line: each one further left than the last. */
function openColumns(scene: Scene, line: Line): Sibling[] {
  const found: Sibling[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (let other = scene.above(line), steps = 0; other !== undefined && least > 0 && steps < 5000; steps++) {
    const key = keyOn(other);
    if (key !== undefined && key.column < least) {
      found.push({ name: `"${key.name}"`, column: key.column, line: other.number, isItem: false });
      least = key.column;
    }
    if (other.indent < least && /^\s*-(?:\s|$)/.test(other.text)) {
      found.push({ name: "the item above", column: other.indent, line: other.number, isItem: true });
      least = other.indent;
    }
    other = scene.above(other);
  }
  return found;
}

/** Moves a line and what belongs to it. */
function shift(scene: Scene, line: Line, by: number): Edit[] {
  const edits: Edit[] = [];
  for (let number = line.number; number <= scene.lines.count && edits.length < 10_000; number++) {
    const other = scene.line(number);
    if (other.start >= scene.part.end) break;
    if (other.text.trim() === "") continue;
    if (other.indent < line.indent) break;
    edits.push({
      start: other.start,
      end: other.start + other.indent,
      text: " ".repeat(Math.max(other.indent + by, 0)),
    });
  }
  return edits;
}
