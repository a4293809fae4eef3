// Node and pod affinity (validateAffinity, ValidateNodeSelector, validatePodAffinityTerm).

import type { Field } from "../../../field.ts";
import type { Problems } from "../../problems.ts";
import { formatErrors } from "../format.ts";
import { isDns1123Label, isDns1123Subdomain, isLabelValue, isQualifiedName } from "../names.ts";
import { integerOf, pathOf, rawTextOf, textOf } from "../read.ts";
import { validateLabelSelector } from "../selector.ts";
import { selectorKeys } from "./scheduling.ts";

const REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
const PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

export function validateAffinity(affinity: Field, problems: Problems): void {
  const node = affinity.get("nodeAffinity");
  if (node.get(REQUIRED).exists) validateNodeSelector(node.get(REQUIRED), problems);
  for (const term of node.get(PREFERRED).items()) {
    validateWeight(term.get("weight"), problems);
    validateNodeSelectorTerm(term.get("preference"), false, problems);
  }
  for (const kind of ["podAffinity", "podAntiAffinity"]) {
    for (const term of affinity.get(kind, REQUIRED).items()) validatePodTerm(term, problems);
    for (const term of affinity.get(kind, PREFERRED).items()) {
      validateWeight(term.get("weight"), problems);
      validatePodTerm(term.get("podAffinityTerm"), problems);
    }
  }
}

function validateWeight(field: Field, problems: Problems): void {
  const weight = integerOf(field);
  if (weight === undefined || (weight >= 1 && weight <= 100)) return;
  problems.invalid(field, `weight ${weight} must be in the range 1-100`);
}

/** Also the node affinity of PersistentVolumes. */
export function validateNodeSelector(selector: Field, problems: Problems): void {
  const terms = selector.get("nodeSelectorTerms");
  if (terms.items().length === 0) {
    problems.required(terms, "required value: must have at least one node selector term");
    return;
  }
  for (const term of terms.items()) validateNodeSelectorTerm(term, true, problems);
}

function validateNodeSelectorTerm(term: Field, checkValues: boolean, problems: Problems): void {
  for (const requirement of term.get("matchExpressions").items())
    validateNodeRequirement(requirement, checkValues, problems);
  for (const requirement of term.get("matchFields").items()) validateFieldRequirement(requirement, problems);
}

function validateNodeRequirement(requirement: Field, checkValues: boolean, problems: Problems): void {
  const operator = requirement.get("operator");
  const name = textOf(operator);
  const values = requirement.get("values");
  const count = values.items().length;
  if (name === "In" || name === "NotIn") {
    if (count === 0)
      problems.required(
        values,
        `required value: operator "${name}" needs values; they must be specified when \`operator\` is 'In' or 'NotIn'`,
      );
  } else if (name === "Exists" || name === "DoesNotExist") {
    if (count > 0)
      problems.invalid(
        values,
        `operator "${name}" takes no values: they may not be specified when \`operator\` is 'Exists' or 'DoesNotExist'`,
      );
  } else if (name === "Gt" || name === "Lt") {
    if (count !== 1)
      problems.required(
        values,
        `required value: must be specified single value when \`operator\` is 'Lt' or 'Gt', not ${count}`,
      );
  } else if (name !== undefined)
    problems.invalid(
      operator,
      `"${name}" is not a valid selector operator; supported: "In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"`,
    );
  formatErrors(requirement.get("key"), "label key", isQualifiedName, problems);
  if (checkValues) for (const value of values.items()) formatErrors(value, "label value", isLabelValue, problems);
}

function validateFieldRequirement(requirement: Field, problems: Problems): void {
  const operator = requirement.get("operator");
  const name = textOf(operator);
  const values = requirement.get("values");
  if (name === "In" || name === "NotIn") {
    if (values.items().length !== 1)
      problems.required(
        values,
        "required value: must be only one value when `operator` is 'In' or 'NotIn' for node field selector",
      );
  } else if (name !== undefined)
    problems.invalid(operator, `"${name}" is not a valid selector operator; supported: "In", "NotIn"`);
  const key = textOf(requirement.get("key"));
  if (key === undefined) return;
  if (key !== "metadata.name")
    problems.invalid(requirement.get("key"), `"${key}" is not a valid field selector key; supported: "metadata.name"`);
  else for (const value of values.items()) formatErrors(value, "node name", isDns1123Subdomain, problems);
}

function validatePodTerm(term: Field, problems: Problems): void {
  validateLabelSelector(term.get("labelSelector"), problems);
  validateLabelSelector(term.get("namespaceSelector"), problems);
  for (const namespace of term.get("namespaces").items())
    formatErrors(namespace, "namespace", isDns1123Label, problems, { serverField: `${pathOf(term)}.namespace` });
  validateTermLabelKeys(term, problems);
  const key = term.get("topologyKey");
  if (rawTextOf(key) === "") problems.required(key, "required value: topologyKey can not be empty");
  else formatErrors(key, "label key", isQualifiedName, problems);
}

/** validateMatchLabelKeysAndMismatchLabelKeys. */
function validateTermLabelKeys(term: Field, problems: Problems): void {
  const match = term.get("matchLabelKeys");
  const mismatch = term.get("mismatchLabelKeys");
  const selector = term.get("labelSelector");
  for (const keys of [match, mismatch]) {
    if (keys.items().length === 0) continue;
    if (!selector.exists) problems.invalid(keys, `${keys.key} must not be specified when labelSelector is not set`);
    else for (const key of keys.items()) formatErrors(key, "label key", isQualifiedName, problems);
  }
  const excluded = new Set(mismatch.items().map(rawTextOf));
  const matchExpressions = selector.get("matchExpressions").items();
  const taken = selectorKeys(selector);
  for (const key of match.items()) {
    const text = rawTextOf(key);
    if (text === undefined) continue;
    if (excluded.has(text))
      problems.invalid(key, `label "${text}" exists in both matchLabelKeys and mismatchLabelKeys`);
    const twice =
      matchExpressions.some(requirement => rawTextOf(requirement.get("key")) === text) &&
      taken.has(text) &&
      selector.get("matchLabels", text).exists;
    if (twice)
      problems.invalid(key, `label "${text}" exists in both matchLabelKeys and labelSelector`, {
        serverField: `${pathOf(term)}[${key.key}]`,
      });
  }
}
