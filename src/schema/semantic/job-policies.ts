// podFailurePolicy and successPolicy of a Job (pkg/apis/batch/validation).

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { validateEnum, validateNonnegative } from "./checks.ts";
import { formatErrors, quote } from "./format.ts";
import { byteLength, isQualifiedName } from "./names.ts";
import { integerOf, rawTextOf, textOf } from "./read.ts";

const MOST_RULES = 20;
const MOST_CONDITIONS = 20;
const MOST_EXIT_CODES = 255;
const LONGEST_INDEXES = 64 * 1024;
const ACTIONS = ["Count", "FailIndex", "FailJob", "Ignore"];

function tooMany(field: Field, most: number, problems: Problems): void {
  const count = field.items().length;
  if (count > most) problems.invalid(field, `${field.key} has ${count} items: must have at most ${most} items`);
}

export function validateFailurePolicy(spec: Field, problems: Problems): void {
  const rules = spec.get("podFailurePolicy", "rules");
  tooMany(rules, MOST_RULES, problems);
  const pod = spec.get("template", "spec");
  const containers = [...pod.get("containers").items(), ...pod.get("initContainers").items()];
  const names = containers.map(container => rawTextOf(container.get("name")) ?? "");
  for (const rule of rules.items()) validateFailureRule(rule, spec, names, problems);
}

function validateFailureRule(rule: Field, spec: Field, names: readonly string[], problems: Problems): void {
  const action = rule.get("action");
  validateEnum(action, ACTIONS, problems, { empty: "required" });
  if (textOf(action) === "FailIndex" && !spec.get("backoffLimitPerIndex").exists)
    problems.invalid(action, 'action "FailIndex" requires the backoffLimitPerIndex to be set');
  const codes = rule.get("onExitCodes");
  const conditions = rule.get("onPodConditions");
  const count = conditions.items().length;
  if (codes.exists) validateExitCodes(codes, names, problems);
  validateConditions(conditions, problems);
  if (codes.exists && count > 0)
    problems.invalid(rule, "specifying both OnExitCodes and OnPodConditions is not supported: make two rules of it");
  if (!codes.exists && count === 0)
    problems.invalid(
      rule,
      "the rule applies to nothing: specifying one of OnExitCodes and OnPodConditions is required",
    );
}

function validateExitCodes(codes: Field, names: readonly string[], problems: Problems): void {
  validateEnum(codes.get("operator"), ["In", "NotIn"], problems, { empty: "required" });
  const container = codes.get("containerName");
  const name = rawTextOf(container);
  if (container.exists && name !== undefined && !names.includes(name))
    problems.invalid(
      container,
      `${quote(name)} is no container of the template: must be one of the container or initContainer names in the pod template: ${names.map(quote).join(", ")}`,
    );
  validateCodes(codes.get("values"), textOf(codes.get("operator")), problems);
}

function validateCodes(values: Field, operator: string | undefined, problems: Problems): void {
  const items = values.items();
  if (items.length === 0) problems.invalid(values, "no exit code is given: at least one value is required");
  tooMany(values, MOST_EXIT_CODES, problems);
  const seen = new Set<number>();
  let last = Number.NEGATIVE_INFINITY;
  let ordered = true;
  for (const item of items) {
    const code = integerOf(item);
    if (code === undefined) continue;
    if (operator === "In" && code === 0)
      problems.invalid(item, "exit code 0 is success: must not be 0 for the In operator");
    if (seen.has(code)) problems.invalid(item, `duplicate value ${code}: exit codes are listed once`);
    seen.add(code);
    if (code < last) ordered = false;
    last = code;
  }
  if (!ordered) problems.invalid(values, "exit codes must be ordered, the smallest first");
}

function validateConditions(conditions: Field, problems: Problems): void {
  tooMany(conditions, MOST_CONDITIONS, problems);
  for (const pattern of conditions.items()) {
    formatErrors(pattern.get("type"), "condition type", isQualifiedName, problems);
    validateEnum(pattern.get("status"), ["False", "True", "Unknown"], problems, { empty: "default" });
  }
}

export function validateSuccessPolicy(spec: Field, mode: string | undefined, problems: Problems): void {
  const policy = spec.get("successPolicy");
  if (!policy.exists || mode === undefined) return;
  if (mode !== "Indexed") {
    problems.invalid(policy, "successPolicy requires indexed completion mode", { help: "set completionMode: Indexed" });
    return;
  }
  const rules = policy.get("rules");
  if (rules.items().length === 0)
    problems.required(
      rules,
      "required value: at least one rules must be specified when the successPolicy is specified",
    );
  tooMany(rules, MOST_RULES, problems);
  const completions = integerOf(spec.get("completions"), 1);
  if (completions === undefined) return;
  for (const rule of rules.items()) validateSuccessRule(rule, completions, problems);
}

function validateSuccessRule(rule: Field, completions: number, problems: Problems): void {
  const indexes = rule.get("succeededIndexes");
  const count = rule.get("succeededCount");
  if (!indexes.exists && !count.exists)
    problems.required(rule, "required value: at least one of succeededCount or succeededIndexes must be specified");
  const total = indexes.exists ? validateIndexes(indexes, completions, problems) : undefined;
  const wanted = count.exists ? integerOf(count) : undefined;
  if (wanted === undefined) return;
  validateNonnegative(count, problems);
  if (wanted > completions)
    problems.invalid(
      count,
      `succeededCount ${wanted} must be less than or equal to ${completions} (the number of specified completions)`,
    );
  else if (total !== undefined && wanted > total)
    problems.invalid(
      count,
      `succeededCount ${wanted} must be less than or equal to ${total} (the number of indexes in the specified succeededIndexes field)`,
    );
}

/** `1,3-5,7`: in order, below the completions. Returns how many they are. */
function validateIndexes(field: Field, completions: number, problems: Problems): number | undefined {
  const text = textOf(field);
  if (text === undefined) return undefined;
  if (byteLength(text) > LONGEST_INDEXES)
    problems.invalid(
      field,
      `succeededIndexes has ${byteLength(text)} bytes: may not be more than ${LONGEST_INDEXES} bytes`,
    );
  const result = countIndexes(text, completions);
  if (typeof result === "number") return result;
  problems.invalid(field, `succeededIndexes ${quote(text)}: error parsing succeededIndexes: ${result}`);
  return 0;
}

function countIndexes(text: string, completions: number): number | string {
  if (text === "") return 0;
  let [last, total] = [-1, 0];
  for (const interval of text.split(",")) {
    const limits = interval.split("-");
    if (limits.length > 2)
      return `the fragment ${quote(interval)} violates the requirement that an index interval can have at most two parts separated by '-'`;
    const [start = Number.NaN, end = start] = limits.map(limit =>
      /^[+-]?[0-9]+$/.test(limit) ? Number(limit) : Number.NaN,
    );
    if (Number.isNaN(start) || Number.isNaN(end))
      return `cannot convert string to integer for index: ${quote(interval)}`;
    if (start >= completions || end >= completions) return `too large index: ${quote(String(Math.max(start, end)))}`;
    if (start <= last) return `non-increasing order, previous: ${last}, current: ${start}`;
    if (limits.length === 2 && end <= start) return `non-increasing order, previous: ${start}, current: ${end}`;
    last = end;
    total += end - start + 1;
  }
  return total;
}
