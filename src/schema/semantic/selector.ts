// Label selectors (k8s.io/apimachinery/pkg/apis/meta/v1/validation).

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { formatErrors } from "./format.ts";
import { validateLabels } from "./metadata.ts";
import { isLabelValue, isQualifiedName } from "./names.ts";
import { textOf } from "./read.ts";

export interface SelectorOptions {
  /** For selectors that the server has always stored with invalid values in matchExpressions. */
  readonly allowInvalidValues?: boolean;
}

const OPERATORS = ["In", "NotIn", "Exists", "DoesNotExist"];

/** ValidateLabelSelector; says nothing where there is no selector. */
export function validateLabelSelector(field: Field, problems: Problems, options: SelectorOptions = {}): void {
  if (!field.exists) return;
  validateLabels(field.get("matchLabels"), problems);
  for (const requirement of field.get("matchExpressions").items()) validateRequirement(requirement, problems, options);
}

function validateRequirement(requirement: Field, problems: Problems, options: SelectorOptions): void {
  const operator = requirement.get("operator");
  const values = requirement.get("values");
  const count = values.items().length;
  const name = textOf(operator);
  if (name === "In" || name === "NotIn") {
    if (count === 0)
      problems.required(
        values,
        `operator "${name}" compares with nothing: values must be specified when \`operator\` is 'In' or 'NotIn'`,
      );
  } else if (name === "Exists" || name === "DoesNotExist") {
    if (count > 0)
      problems.invalid(
        values,
        `operator "${name}" takes no values: they may not be specified when \`operator\` is 'Exists' or 'DoesNotExist'`,
      );
  } else if (name !== undefined) {
    problems.invalid(
      operator,
      `"${name}" is not a valid selector operator; supported: ${OPERATORS.map(known => `"${known}"`).join(", ")}`,
    );
  }
  formatErrors(requirement.get("key"), "label key", isQualifiedName, problems);
  if (options.allowInvalidValues !== true)
    for (const value of values.items()) formatErrors(value, "label value", isLabelValue, problems);
}

/** Whether the labels match, as LabelSelectorAsSelector does; undefined where the selector cannot be read. A missing selector matches nothing, an empty one everything. */
export function selectorMatches(selector: Field, labels: Map<string, string>): boolean | undefined {
  if (!selector.exists) return false;
  for (const label of selector.get("matchLabels").entries()) {
    const value = textOf(label);
    if (value === undefined) return undefined;
    if (labels.get(String(label.key)) !== value) return false;
  }
  for (const requirement of selector.get("matchExpressions").items()) {
    const matched = requirementMatches(requirement, labels);
    if (matched !== true) return matched;
  }
  return true;
}

function requirementMatches(requirement: Field, labels: Map<string, string>): boolean | undefined {
  const key = textOf(requirement.get("key"));
  const operator = textOf(requirement.get("operator"));
  if (key === undefined || operator === undefined) return undefined;
  const value = labels.get(key);
  if (operator === "Exists") return value !== undefined;
  if (operator === "DoesNotExist") return value === undefined;
  const values = requirement.get("values").items().map(textOf);
  if (values.includes(undefined)) return undefined;
  if (operator === "In") return value !== undefined && values.includes(value);
  if (operator === "NotIn") return value === undefined || !values.includes(value);
  return undefined;
}
