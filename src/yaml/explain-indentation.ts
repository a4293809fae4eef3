// Lines that stand a little too far to the left or right.

import type { Edit, Problem } from "../diagnostic.ts";
import { keyOn, type Line, type Scene, spaces } from "./scene.ts";

interface Sibling {
  readonly name: string;
  readonly column: number;
  readonly line: number;
}

/** A key or list item whose column is none of those that are open there. */
export function explainIndentation(scene: Scene): Problem | undefined {
  const { here } = scene;
  const subject = subjectOn(here);
  if (subject === undefined) return undefined;
  const open = openColumns(scene, here);
  if (open.length === 0 || open.some(({ column }) => column === here.indent)) return undefined;
  const [nearest] = [...open].sort((a, b) => Math.abs(a.column - here.indent) - Math.abs(b.column - here.indent));
  if (nearest === undefined) return undefined;
  const difference = here.indent - nearest.column;
  const amount = `${spaces(Math.abs(difference))} ${difference > 0 ? "deeper" : "less"}`;
  const candidates = [nearest, ...open.filter(other => other !== nearest)];
  const fixed = candidates
    .map(({ column }) => scene.fix(`indent it by ${spaces(column)}`, ...shift(scene, here, column - here.indent)))
    .find(({ fixes }) => fixes !== undefined);
  return scene.problem(
    `${subject.shown} is indented ${amount} than ${nearest.name} (line ${nearest.line})`,
    here.start + here.indent,
    here.start + subject.end,
    { help: `indent it by ${spaces(nearest.column)} to make it a neighbour of ${nearest.name}`, ...fixed },
  );
}

function subjectOn(line: Line): { shown: string; end: number } | undefined {
  const key = keyOn(line);
  const isItem = /^\s*-(?:\s|$)/.test(line.text);
  if (isItem) return { shown: "the list item", end: key?.end ?? line.indent + 1 };
  return key === undefined ? undefined : { shown: `"${key.name}"`, end: key.end };
}

/** The columns of the keys and dashes above that still are open at a line: each one further left than the last. */
function openColumns(scene: Scene, line: Line): Sibling[] {
  const found: Sibling[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (let other = scene.above(line), steps = 0; other !== undefined && least > 0 && steps < 5000; steps++) {
    const key = keyOn(other);
    if (key !== undefined && key.column < least) {
      found.push({ name: `"${key.name}"`, column: key.column, line: other.number });
      least = key.column;
    }
    if (other.indent < least && /^\s*-(?:\s|$)/.test(other.text)) {
      found.push({ name: "the list item", column: other.indent, line: other.number });
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
