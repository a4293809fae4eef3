// Which requests a webhook or a policy is asked about (pkg/apis/admissionregistration/validation validateRuleWithOperations, validateMatchResources).

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { requireText, validateEnum } from "./checks.ts";
import { formatErrors, quote } from "./format.ts";
import { isPathSegmentName, isQualifiedName } from "./names.ts";
import { textOf } from "./read.ts";
import { validateLabelSelector } from "./selector.ts";

const OPERATIONS = ["*", "CONNECT", "CREATE", "DELETE", "UPDATE"];
const SCOPES = ["*", "Cluster", "Namespaced"];
const MOST_CONDITIONS = 64;

export function validateRules(rules: Field, problems: Problems): void {
  for (const rule of rules.items()) {
    const operations = rule.get("operations");
    requireItems(operations, problems);
    aloneIfAny(operations, "operations", problems);
    for (const operation of operations.items()) validateEnum(operation, OPERATIONS, problems, { empty: "unsupported" });
    validateRule(rule, problems);
  }
}

function requireItems(list: Field, problems: Problems): void {
  if (list.items().length === 0) problems.required(list, `required value: a rule names its ${list.key}`);
}

/** "*" stands alone. */
function aloneIfAny(list: Field, what: string, problems: Problems): void {
  const texts = list.items().map(textOf);
  if (texts.length > 1 && texts.includes("*"))
    problems.invalid(list, `if '*' is present, must not specify other ${what}`);
}

function validateRule(rule: Field, problems: Problems): void {
  const groups = rule.get("apiGroups");
  const versions = rule.get("apiVersions");
  requireItems(groups, problems);
  aloneIfAny(groups, "API groups", problems);
  requireItems(versions, problems);
  aloneIfAny(versions, "API versions", problems);
  for (const version of versions.items()) requireText(version, "a version must not be empty", problems);
  validateResources(rule.get("resources"), problems);
  validateEnum(rule.get("scope"), SCOPES, problems);
}

/** Resources, subresources and wildcards of both: none may be covered by another of the same rule. */
function validateResources(list: Field, problems: Problems): void {
  requireItems(list, problems);
  const withAllSubresources = new Set<string>();
  const ofAllResources = new Set<string>();
  let [all, allTop, top] = [false, false, false];
  for (const item of list.items()) {
    const text = textOf(item);
    if (text === undefined) return;
    if (!requireText(item, "a resource must not be empty", problems)) continue;
    if (text === "*/*") all = true;
    if (text === "*") allTop = true;
    else if (!text.includes("/")) top = true;
    const slash = text.indexOf("/");
    if (slash < 0) continue;
    const [resource, sub] = [text.slice(0, slash), text.slice(slash + 1)];
    if (withAllSubresources.has(resource))
      problems.invalid(item, `if '${resource}/*' is present, must not specify ${text}`);
    if (ofAllResources.has(sub)) problems.invalid(item, `if '*/${sub}' is present, must not specify ${text}`);
    if (sub === "*") withAllSubresources.add(resource);
    if (resource === "*") ofAllResources.add(sub);
  }
  if (all && list.items().length > 1) problems.invalid(list, "if '*/*' is present, must not specify other resources");
  if (allTop && top) problems.invalid(list, "if '*' is present, must not specify other resources without subresources");
}

/** matchConstraints and matchResources: the selectors and the policy have defaults. */
export function validateMatchResources(match: Field, problems: Problems): void {
  validateEnum(match.get("matchPolicy"), ["Equivalent", "Exact"], problems);
  for (const key of ["namespaceSelector", "objectSelector"]) validateLabelSelector(match.get(key), problems);
  for (const key of ["resourceRules", "excludeResourceRules"]) {
    const rules = match.get(key);
    for (const rule of rules.items()) validateResourceNames(rule.get("resourceNames"), problems);
    validateRules(rules, problems);
  }
}

function validateResourceNames(names: Field, problems: Problems): void {
  const seen = new Set<string>();
  for (const item of names.items()) {
    const name = textOf(item);
    formatErrors(item, "resource name", isPathSegmentName, problems);
    if (name === undefined) continue;
    if (seen.has(name)) problems.invalid(item, `duplicate value ${quote(name)}`);
    seen.add(name);
  }
}

/** Names and presence; whether an expression compiles only a CEL compiler can tell. */
export function validateMatchConditions(conditions: Field, problems: Problems): void {
  const items = conditions.items();
  if (items.length > MOST_CONDITIONS)
    problems.invalid(
      conditions,
      `matchConditions has ${items.length} items: must have at most ${MOST_CONDITIONS} items`,
    );
  const seen = new Set<string>();
  for (const condition of items) {
    if (textOf(condition.get("expression"))?.trim() === "")
      problems.required(condition.get("expression"), "required value: a condition is a CEL expression");
    const field = condition.get("name");
    const name = textOf(field);
    if (!requireText(field, "a condition needs a name", problems) || name === undefined) continue;
    formatErrors(field, "qualified name", isQualifiedName, problems);
    if (seen.has(name)) problems.invalid(field, `duplicate value ${quote(name)}`);
    seen.add(name);
  }
}
