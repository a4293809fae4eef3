// LimitRange and ResourceQuota (ValidateLimitRange, ValidateResourceQuota).

import type { Field } from "../../../field.ts";
import type { Problems } from "../../problems.ts";
import { formatMessage } from "../format.ts";
import { validateMetadata } from "../metadata.ts";
import { isQualifiedName } from "../names.ts";
import { containerResourceErrors, rounded, shownQuantity, validateResourceQuantity } from "../pod/resources.ts";
import { formatQuantity, type Quantity } from "../quantity.ts";
import { keyPathOf, pathOf, textOf } from "../read.ts";
import { isOvercommitAllowed, isStandardQuotaResource, resourceNameErrors } from "../resource-names.ts";
import type { Cluster } from "../validator.ts";

const LIMIT_TYPES = ["Pod", "Container", "PersistentVolumeClaim"];
const BOUNDS = ["max", "min", "default", "defaultRequest", "maxLimitRequestRatio"] as const;
const ONE: Quantity = 1_000_000_000n;

export function validateLimitRange(object: Field, _cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: true, name: "subdomain" }, problems);
  const types = new Set<string>();
  for (const limit of object.get("spec", "limits").items()) {
    const field = limit.get("type");
    const type = textOf(field);
    if (type === undefined) continue;
    const errors = [...isQualifiedName(type)];
    if (errors.length === 0 && !type.includes("/") && !LIMIT_TYPES.includes(type))
      errors.push("must be a standard limit type or fully qualified");
    if (errors.length > 0)
      problems.invalid(
        field,
        formatMessage(type, 'limit type ("Pod", "Container" or "PersistentVolumeClaim")', errors),
      );
    if (types.has(type)) problems.invalid(field, `duplicate value: a second limit of type "${type}"`);
    types.add(type);
    validateLimit(limit, type, problems);
  }
}

function validateLimit(limit: Field, type: string, problems: Problems): void {
  const nameErrors = type === "Pod" || type === "Container" ? containerResourceErrors : resourceNameErrors;
  const forbidden = type === "Pod" ? ["default", "defaultRequest"] : [];
  for (const bound of BOUNDS) {
    const list = limit.get(bound);
    if (forbidden.includes(bound)) {
      if (list.entries().length > 0) problems.invalid(list, `${bound} may not be specified when \`type\` is 'Pod'`);
      continue;
    }
    for (const entry of list.entries()) {
      const errors = nameErrors(String(entry.key));
      if (errors.length > 0)
        problems.invalid(entry, formatMessage(String(entry.key), "resource name", errors), {
          serverField: keyPathOf(entry),
        });
    }
  }
  if (
    type === "PersistentVolumeClaim" &&
    limit.get("min", "storage").entry === undefined &&
    limit.get("max", "storage").entry === undefined
  )
    problems.required(
      limit,
      "required value: either minimum or maximum storage value is required, but neither was provided",
      {
        serverField: `${pathOf(limit)}.limits`,
      },
    );
  const names = new Set(
    BOUNDS.flatMap(bound =>
      limit
        .get(bound)
        .entries()
        .map(entry => String(entry.key)),
    ),
  );
  for (const name of names) compareBounds(limit, type, name, problems);
}

/** The bounds of one resource, defaulted as SetDefaults_LimitRangeItem does: default from max, defaultRequest from default, then from min. */
function compareBounds(limit: Field, type: string, name: string, problems: Problems): void {
  const read = (bound: (typeof BOUNDS)[number]) => {
    const field = limit.get(bound, name);
    return field.entry === undefined ? undefined : rounded(field);
  };
  const max = read("max");
  const min = read("min");
  const isContainer = type === "Container";
  const ofPod = type === "Pod";
  const standard = ofPod ? undefined : (read("default") ?? (isContainer ? max : undefined));
  const request = ofPod ? undefined : (read("defaultRequest") ?? (isContainer ? (standard ?? min) : undefined));
  const report = (bound: (typeof BOUNDS)[number], message: string) => {
    const field = limit.get(bound, name);
    problems.invalid(field.exists ? field : limit, `${name}: ${message}`, {
      serverField: `${pathOf(limit.get(bound))}[${name}]`,
    });
  };
  const above = (a: Quantity | undefined, b: Quantity | undefined) => a !== undefined && b !== undefined && a > b;
  const show = (quantity: Quantity | undefined) => (quantity === undefined ? "" : formatQuantity(quantity));
  if (above(min, max)) report("min", `min value ${show(min)} is greater than max value ${show(max)}`);
  if (above(min, request))
    report("defaultRequest", `min value ${show(min)} is greater than default request value ${show(request)}`);
  if (above(request, max))
    report("defaultRequest", `default request value ${show(request)} is greater than max value ${show(max)}`);
  if (above(request, standard))
    report(
      "defaultRequest",
      `default request value ${show(request)} is greater than default limit value ${show(standard)}`,
    );
  if (above(min, standard)) report("default", `min value ${show(min)} is greater than default value ${show(standard)}`);
  if (above(standard, max)) report("default", `default value ${show(standard)} is greater than max value ${show(max)}`);
  compareRatio(limit, name, { min, max }, report);
  if (!isOvercommitAllowed(name) && standard !== undefined && request !== undefined && standard !== request)
    report(
      "defaultRequest",
      `default value ${show(standard)} must equal to defaultRequest value ${show(request)} in ${name}`,
    );
}

function compareRatio(
  limit: Field,
  name: string,
  { min, max }: { min: Quantity | undefined; max: Quantity | undefined },
  report: (bound: "maxLimitRequestRatio", message: string) => void,
): void {
  const field = limit.get("maxLimitRequestRatio", name);
  const ratio = field.entry === undefined ? undefined : rounded(field);
  if (ratio === undefined) return;
  if (ratio < ONE) report("maxLimitRequestRatio", `ratio ${shownQuantity(field)} is less than 1`);
  if (min === undefined || max === undefined) return;
  if (min === 0n ? false : ratio * min > max * ONE)
    report(
      "maxLimitRequestRatio",
      `ratio ${shownQuantity(field)} is greater than max/min = ${Number(max) / Number(min)}`,
    );
}

const SCOPES = [
  "Terminating",
  "NotTerminating",
  "BestEffort",
  "NotBestEffort",
  "PriorityClass",
  "CrossNamespacePodAffinity",
  "VolumeAttributesClass",
];
const CONFLICTS = [
  ["BestEffort", "NotBestEffort"],
  ["Terminating", "NotTerminating"],
] as const;
const POD_RESOURCES = ["pods", "cpu", "memory", "limits.cpu", "limits.memory", "requests.cpu", "requests.memory"];
const CLAIM_RESOURCES = ["persistentvolumeclaims", "requests.storage"];

/** ValidateResourceQuotaResourceName. */
function quotaNameErrors(name: string): readonly string[] {
  const errors = resourceNameErrors(name);
  return name.includes("/") || isStandardQuotaResource(name)
    ? errors
    : [...errors, "must be a standard resource for quota"];
}

export function validateResourceQuota(object: Field, _cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: true, name: "subdomain" }, problems);
  const spec = object.get("spec");
  const hard = spec.get("hard");
  for (const list of [hard, object.get("status", "hard"), object.get("status", "used")])
    for (const entry of list.entries()) {
      const name = String(entry.key);
      const details = { serverField: keyPathOf(entry) };
      const errors = quotaNameErrors(name);
      if (errors.length > 0) problems.invalid(entry, formatMessage(name, "resource of a quota", errors), details);
      validateResourceQuantity(entry, name, problems, details);
    }
  const names = hard.entries().map(entry => String(entry.key));
  const scopes = spec.get("scopes");
  const server = { scope: pathOf(scopes), resource: pathOf(scopes), seen: new Set<string>() };
  for (const scope of scopes.items()) validateScope(scope, names, server, problems);
  findConflicts(scopes.items(), pathOf(scopes), problems);
  validateScopeSelector(spec.get("scopeSelector"), names, problems);
}

function fits(scope: string, resource: string): boolean {
  if (!SCOPES.includes(scope)) return true;
  if (scope === "BestEffort") return resource === "pods";
  if (scope === "VolumeAttributesClass") return CLAIM_RESOURCES.includes(resource) || resource.includes("/");
  return POD_RESOURCES.includes(resource);
}

function validateScope(
  field: Field,
  resources: readonly string[],
  server: { scope: string; resource: string; seen: Set<string> },
  problems: Problems,
): void {
  const scope = textOf(field);
  if (scope === undefined) return;
  if (!SCOPES.includes(scope))
    problems.invalid(
      field,
      `unsupported scope "${scope}"; supported: ${SCOPES.map(known => `"${known}"`).join(", ")}`,
      { serverField: server.scope },
    );
  if (!SCOPES.includes(scope) || server.seen.has(scope)) return;
  server.seen.add(scope);
  const misfits = resources.filter(resource => isStandardQuotaResource(resource) && !fits(scope, resource));
  if (misfits.length > 0)
    problems.invalid(
      field,
      `unsupported scope applied to resource: "${scope}" does not apply to ${misfits.join(", ")}`,
      { serverField: server.resource },
    );
}

function findConflicts(scopes: readonly Field[], serverField: string, problems: Problems): void {
  const names = new Map(scopes.map(scope => [textOf(scope), scope]));
  for (const [one, other] of CONFLICTS) {
    const second = names.get(other);
    if (names.has(one) && second !== undefined)
      problems.invalid(second, `conflicting scopes: ${one} and ${other}`, { serverField });
  }
}

function validateScopeSelector(selector: Field, resources: readonly string[], problems: Problems): void {
  const list = selector.get("matchExpressions");
  const path = pathOf(list);
  const server = { scope: `${path}.scopeName`, resource: path, seen: new Set<string>() };
  for (const requirement of list.items()) {
    const scope = requirement.get("scopeName");
    validateScope(scope, resources, server, problems);
    const operator = requirement.get("operator");
    const name = textOf(operator);
    const values = requirement.get("values");
    const details = { serverField: `${path}.operator` };
    const existing =
      !["PriorityClass", "VolumeAttributesClass"].includes(textOf(scope) ?? "") && SCOPES.includes(textOf(scope) ?? "");
    if (existing && name !== "Exists" && name !== undefined)
      problems.invalid(operator, `operator "${name}" must be 'Exists' when scope is "${textOf(scope)}"`, details);
    if (name === "In" || name === "NotIn") {
      if (values.items().length === 0)
        problems.required(
          values,
          "required value: must be at least one value when `operator` is 'In' or 'NotIn' for scope selector",
          { serverField: `${path}.values` },
        );
    } else if (name === "Exists" || name === "DoesNotExist") {
      if (values.items().length > 0)
        problems.invalid(values, "must be no value when `operator` is 'Exist' or 'DoesNotExist' for scope selector", {
          serverField: `${path}.values`,
        });
    } else if (name !== undefined) problems.invalid(operator, `"${name}" is not a valid selector operator`, details);
  }
  findConflicts(
    list.items().map(requirement => requirement.get("scopeName")),
    path,
    problems,
  );
}
