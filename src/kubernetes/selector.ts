// Label selectors as Kubernetes evaluates them, over the labels that pods will really carry: the template's, and those that controllers add.

import type { Field } from "../field.ts";

export type Operator = "In" | "NotIn" | "Exists" | "DoesNotExist";

export interface Requirement {
  readonly key: string;
  readonly operator: Operator;
  readonly values: readonly string[];
  /** The entry of a pair, or the item of matchExpressions. */
  readonly field: Field;
}

export interface Selector {
  readonly requirements: readonly Requirement[];
  /** Part of it is still to be filled in by a template, so that nothing can be concluded from a mismatch. */
  readonly unknown: boolean;
}

const OPERATORS = new Set<string>(["In", "NotIn", "Exists", "DoesNotExist"]);

/** String maps as the API server decodes them: null is the empty string; other types refuse the object, which the schema says. */
export function labelsOf(field: Field): Map<string, string> {
  const labels = new Map<string, string>();
  for (const entry of field.entries()) {
    const value = entry.scalar;
    if (typeof value === "string") labels.set(String(entry.key), value);
    else if (value === null) labels.set(String(entry.key), "");
  }
  return labels;
}

/** A selector written as pairs (Service, ReplicationController, nodeSelector); undefined when there are none: it then selects nothing. */
export function pairsSelector(field: Field): Selector | undefined {
  const entries = field.entries();
  if (entries.length === 0) return undefined;
  const requirements = entries
    .filter(entry => typeof entry.scalar === "string" || entry.scalar === null)
    .map(entry => pair(entry));
  return requirements.length === 0 ? undefined : { requirements, unknown: entries.some(isUnknownEntry) };
}

/** A `metav1.LabelSelector`: undefined when absent (selects nothing); without requirements it selects everything. */
export function labelSelector(field: Field): Selector | undefined {
  if (!field.isMap) return undefined;
  const pairs = field.get("matchLabels").entries();
  const expressions = field
    .get("matchExpressions")
    .items()
    .filter(item => item.isMap);
  const requirements = [...pairs.map(pair), ...expressions.map(expression)];
  const unknown =
    pairs.some(isUnknownEntry) ||
    expressions.some(item => item.get("key").isUnknown || item.get("values").items().some(isUnknownEntry));
  return { requirements, unknown };
}

function pair(entry: Field): Requirement {
  const value = entry.scalar;
  return { key: String(entry.key), operator: "In", values: [typeof value === "string" ? value : ""], field: entry };
}

function expression(item: Field): Requirement {
  const operator = item.get("operator").scalar;
  return {
    key: String(item.get("key").scalar ?? ""),
    operator: typeof operator === "string" && OPERATORS.has(operator) ? (operator as Operator) : "Exists",
    values: item
      .get("values")
      .items()
      .map(value => (typeof value.scalar === "string" ? value.scalar : "")),
    field: item,
  };
}

function isUnknownEntry(entry: Field): boolean {
  return entry.isUnknown || /\$\{|\{\{/.test(String(entry.key));
}

/** staging/src/k8s.io/apimachinery/pkg/labels: Requirement.Matches. NotIn holds for labels that are absent. */
export function satisfies({ key, operator, values }: Requirement, labels: ReadonlyMap<string, string>): boolean {
  const value = labels.get(key);
  switch (operator) {
    case "In":
      return value !== undefined && values.includes(value);
    case "NotIn":
      return value === undefined || !values.includes(value);
    case "Exists":
      return value !== undefined;
    case "DoesNotExist":
      return value === undefined;
  }
}

export function matches(selector: Selector, labels: ReadonlyMap<string, string>): boolean {
  return selector.requirements.every(requirement => satisfies(requirement, labels));
}

/** Two selectors with the same text select the same pods, whatever their order. */
export function selectorKey(selector: Selector): string {
  const parts = selector.requirements.map(
    ({ key, operator, values }) => `${key}\u0001${operator}\u0001${[...values].sort().join("\u0002")}`,
  );
  return parts.sort().join("\u0003");
}
