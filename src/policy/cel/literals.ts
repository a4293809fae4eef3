// Literal arguments that the server reads while it compiles: patterns, durations and timestamps (cel.ASTValidators in apiserver/pkg/cel/environment).

import { compilePattern } from "../../schema/crd/regexp.ts";
import { parseDuration, parseTimestamp } from "./times.ts";
import type { CallExpr, Fault } from "./tree.ts";
import { CelError } from "./values.ts";

export function checkLiteralArgument({ name, target, args }: CallExpr): Fault | undefined {
  const argument = name === "matches" && target === undefined ? args[1] : args[0];
  if (argument?.kind !== "literal" || typeof argument.value !== "string") return undefined;
  const text = argument.value;
  if (name === "matches") {
    const { error } = compilePattern(text);
    return error === undefined ? undefined : { at: argument.at, message: `invalid matches argument: ${error}` };
  }
  const parse = name === "duration" ? parseDuration : name === "timestamp" ? parseTimestamp : undefined;
  if (parse === undefined || args.length !== 1 || target !== undefined) return undefined;
  try {
    parse(text);
    return undefined;
  } catch (error) {
    if (error instanceof CelError) return { at: argument.at, message: `invalid ${name} argument` };
    throw error;
  }
}
