// Runs one expression as a policy would.

import { check } from "../../src/policy/cel/check.ts";
import { Budget, Evaluation } from "../../src/policy/cel/evaluate.ts";
import { libraryFunctions } from "../../src/policy/cel/library.ts";
import { loadParser } from "../../src/policy/cel/parse.ts";
import { DYN, formatType } from "../../src/policy/cel/types.ts";
import { BudgetError, CelError, fromJson, ListValue, MapValue, Uint, type Value } from "../../src/policy/cel/values.ts";

const parse = await loadParser();
const functions = libraryFunctions();

export interface Outcome {
  /** Of the compiler. */
  readonly faults: readonly { readonly at: number; readonly message: string }[];
  readonly type?: string;
  readonly value?: unknown;
  /** Of the run. */
  readonly error?: string;
  /** The fields read, as `spec.replicas`. */
  readonly reads: readonly string[];
}

export function runExpression(text: string, object: unknown = {}): Outcome {
  const parsed = parse(text);
  if ("fault" in parsed) return { faults: [parsed.fault], reads: [] };
  const { type, faults } = check(parsed.expr, { functions, variables: new Map([["object", DYN]]) });
  if (faults.length > 0) return { faults, reads: [] };
  const evaluation = new Evaluation(functions, new Map([["object", fromJson(object, [])]]), new Budget());
  const reads = () => evaluation.reads.map(({ path }) => path.join("."));
  try {
    const value = evaluation.run(parsed.expr);
    return { faults, type: formatType(type), value: plain(value), reads: reads() };
  } catch (error) {
    if (!(error instanceof CelError || error instanceof BudgetError)) throw error;
    return { faults, type: formatType(type), error: error.message, reads: reads() };
  }
}

function plain(value: Value): unknown {
  if (value instanceof ListValue) return value.items.map(plain);
  if (value instanceof MapValue)
    return Object.fromEntries(value.entries().map(([key, item]) => [String(key), plain(item)]));
  return value instanceof Uint ? value.value : value;
}
