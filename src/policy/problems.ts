// A fault in an expression as a problem of the document it stands in, with line and column inside the YAML.

import type { Problem } from "../diagnostic.ts";
import type { Field } from "../field.ts";
import { placeOf } from "../place.ts";
import type { ExpressionFault } from "./compile.ts";

export const INVALID_POLICY = "policy-invalid";

export function problemOf({ at, offset, message }: ExpressionFault, severity: "error" | "warning" = "error"): Problem {
  const place = placeIn(at, offset);
  const server = severity === "error" ? "rejects" : "warns";
  return { ruleId: INVALID_POLICY, severity, message, server, path: at.path, ...place };
}

/** The place of a character of a scalar, where the text stands there as it reads: in plain and quoted scalars without escapes. */
function placeIn(at: Field, offset: number): { start: number; end: number } {
  const whole = placeOf(at);
  const node = at.node;
  if (node?.kind !== "scalar" || typeof node.value !== "string" || node.style === "block") return whole;
  const quote = node.style === "plain" ? 0 : 1;
  if (node.end - node.start !== node.value.length + 2 * quote) return whole;
  const start = Math.min(node.start + quote + offset, node.end);
  return { start, end: Math.max(start, node.end - quote) };
}
