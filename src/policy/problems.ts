// A fault in an expression as a problem of the document it stands in, with line and column inside the YAML.

import type { Problem } from "../diagnostic.ts";
import type { Field } from "../field.ts";
import { originOf } from "../load.ts";
import { type Place, placeOf } from "../place.ts";
import type { ExpressionFault } from "./compile.ts";
import { sourceOffset } from "./source-offset.ts";

export const INVALID_POLICY = "policy-invalid";

export function problemOf({ at, offset, message }: ExpressionFault, severity: "error" | "warning" = "error"): Problem {
  const place = placeIn(at, offset);
  const server = severity === "error" ? "rejects" : "warns";
  return { ruleId: INVALID_POLICY, severity, message, server, path: at.path, ...place };
}

/** The place of a character of a scalar, to the end of its line; the whole scalar where its text is not at hand. */
export function placeIn(at: Field, offset: number): Place {
  const node = at.node;
  const text = originOf(at)?.file.source.text;
  if (node?.kind !== "scalar" || typeof node.value !== "string" || text === undefined) return placeOf(at);
  const source = text.slice(node.start, node.end);
  const start = sourceOffset(source, node.value, offset);
  if (start === undefined) return placeOf(at);
  const isQuoted = source.startsWith("'") || source.startsWith('"');
  const line = source.slice(start, isQuoted ? -1 : undefined).split(/[\r\n]/)[0] ?? "";
  return { start: node.start + start, end: node.start + start + line.trimEnd().length };
}
