// Nodes -> JSON as the API server's reader makes it: encoding/json over Go maps, keys in the order of their bytes, `<`, `>` and `&`
// escaped for HTML.

import type { MapNode, Node, ScalarNode } from "./node.ts";

type Step = string | Node;

/** Compact JSON text. An own stack stands for the nesting, so no depth of input exhausts the engine's. */
export function toJson(root: Node): string {
  const parts: string[] = [];
  const steps: Step[] = [root];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (typeof step === "string") parts.push(step);
    else if (step.kind === "scalar") parts.push(scalarText(step));
    else pushReversed(steps, step.kind === "list" ? listSteps(step.items) : mapSteps(step));
  }
  return parts.join("");
}

function pushReversed(steps: Step[], more: readonly Step[]): void {
  for (let index = more.length - 1; index >= 0; index--) {
    const step = more[index];
    if (step !== undefined) steps.push(step);
  }
}

function listSteps(items: readonly Node[]): Step[] {
  const steps: Step[] = ["["];
  for (const item of items) steps.push(...(steps.length > 1 ? [","] : []), item);
  return [...steps, "]"];
}

function mapSteps({ entries }: MapNode): Step[] {
  const values = new Map(entries.map(({ key, value }) => [String(key.value), value]));
  const steps: Step[] = ["{"];
  for (const [key, value] of [...values].sort(([a], [b]) => compareBytes(a, b))) {
    steps.push(`${steps.length > 1 ? "," : ""}${quote(key)}:`, value);
  }
  return [...steps, "}"];
}

/** The order of UTF-8 bytes is that of code points, which UTF-16 units differ from above U+FFFF. */
function compareBytes(a: string, b: string): number {
  for (let index = 0; index < a.length && index < b.length; index++) {
    const [left = 0, right = 0] = [a.charCodeAt(index), b.charCodeAt(index)];
    if (left === right) continue;
    const isPair = (unit: number) => unit >= 0xd800 && unit <= 0xdfff;
    return isPair(left) === isPair(right) ? left - right : isPair(left) ? 1 : -1;
  }
  return a.length - b.length;
}

function scalarText({ value, json }: ScalarNode): string {
  if (json !== undefined) return json;
  return typeof value === "string" ? quote(value) : String(value);
}

const ESCAPED = /[<>&\u2028\u2029]/g;

function quote(text: string): string {
  return JSON.stringify(text).replace(ESCAPED, character => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
