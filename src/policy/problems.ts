// A fault in an expression as a problem of the document it stands in, with line and column inside the YAML.

import type { Problem } from "../diagnostic.ts";
import type { Field } from "../field.ts";
import { originOf } from "../load.ts";
import { placeOf } from "../place.ts";
import type { ScalarNode } from "../yaml/node.ts";
import type { ExpressionFault } from "./compile.ts";

export const INVALID_POLICY = "policy-invalid";

export function problemOf({ at, offset, message }: ExpressionFault, severity: "error" | "warning" = "error"): Problem {
  const place = placeIn(at, offset);
  const server = severity === "error" ? "rejects" : "warns";
  return { ruleId: INVALID_POLICY, severity, message, server, path: at.path, ...place };
}

/**
 * The place of a character of a scalar, where the text stands there as it reads: in plain and quoted scalars without escapes.
 */
export function placeIn(at: Field, offset: number): { start: number; end: number } {
  const whole = placeOf(at);
  const node = at.node;
  if (node?.kind !== "scalar" || typeof node.value !== "string") return whole;
  if (node.style === "block") return placeInBlock(at, node, offset) ?? whole;
  const quote = node.style === "plain" ? 0 : 1;
  if (node.end - node.start !== node.value.length + 2 * quote) return whole;
  const start = Math.min(node.start + quote + offset, node.end);
  return { start, end: Math.max(start, node.end - quote) };
}

/** A literal block: every line of the value is a line of the source behind its indentation. */
function placeInBlock(at: Field, node: ScalarNode, offset: number): { start: number; end: number } | undefined {
  const source = originOf(at)?.file.source.text.slice(node.start, node.end);
  if (source === undefined || !source.startsWith("|")) return undefined;
  const before = String(node.value).slice(0, offset).split("\n");
  const lines = source.split("\n");
  const line = lines[before.length];
  const first = lines.slice(1).find(text => text.trim() !== "");
  if (line === undefined || first === undefined) return undefined;
  const indent = first.length - first.trimStart().length;
  const start = lines.slice(0, before.length).join("\n").length + 1 + indent + (before.at(-1) ?? "").length;
  const end = lines
    .slice(0, before.length + 1)
    .join("\n")
    .trimEnd().length;
  return { start: node.start + Math.min(start, end), end: node.start + end };
}
