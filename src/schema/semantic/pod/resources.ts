// Resource requests and limits (validateResourceRequirements, validateResourceClaimNames, validatePodResourceConsistency).

import type { Field } from "../../../field.ts";
import type { Details, Problems } from "../../problems.ts";
import { formatErrors, formatMessage } from "../format.ts";
import { isDns1123Label } from "../names.ts";
import { formatQuantity, isWhole, parseQuantity, type Quantity, quantityOf, quantityText } from "../quantity.ts";
import { keyPathOf, named, pathOf, rawTextOf } from "../read.ts";
import {
  isExtendedResource,
  isHugePages,
  isIntegerResource,
  isNativeResource,
  isOvercommitAllowed,
  isStandardContainerResource,
  resourceNameErrors,
} from "../resource-names.ts";
import { isSidecar, type PodScope } from "./scope.ts";

export interface ResourceRules {
  readonly problems: Problems;
  readonly name: (name: string) => readonly string[];
  readonly claims: ReadonlySet<string>;
}

/** validateContainerResourceName. */
export function containerResourceErrors(name: string): readonly string[] {
  const errors = resourceNameErrors(name);
  if (!name.includes("/"))
    return isStandardContainerResource(name) ? errors : [...errors, "must be a standard resource for containers"];
  if (isNativeResource(name) || isExtendedResource(name)) return errors;
  return [...errors, "doesn't follow extended resource name standard"];
}

/** validatePodResourceName: what can be asked for the pod as a whole. */
function podResourceErrors(name: string): readonly string[] {
  const errors = resourceNameErrors(name);
  if (errors.length > 0) return errors;
  return name === "cpu" || name === "memory" || isHugePages(name)
    ? []
    : ['supported values: "cpu", "hugepages-*", "memory"'];
}

export function validateContainerResources(resources: Field, scope: PodScope): void {
  validateRequirements(resources, {
    problems: scope.problems,
    name: containerResourceErrors,
    claims: scope.claims,
  });
}

export function validateRequirements(resources: Field, rules: ResourceRules): void {
  const limits = resources.get("limits");
  const requests = resources.get("requests");
  for (const entry of [...limits.entries(), ...requests.entries()]) validateEntry(entry, () => keyPathOf(entry), rules);
  for (const request of requests.entries()) compareWithLimit(request, limits, rules.problems);
  const names = [...limits.entries(), ...requests.entries()].map(entry => String(entry.key));
  if (names.some(isHugePages) && !names.includes("cpu") && !names.includes("memory"))
    rules.problems.invalid(resources, "HugePages require cpu or memory");
  validateClaims(resources.get("claims"), rules);
}

/** validateOverhead: the server checks it as if it were a container's limits, and names it so. */
export function validateOverhead(overhead: Field, problems: Problems): void {
  const rules = { problems, name: containerResourceErrors, claims: new Set<string>() };
  for (const entry of overhead.entries()) validateEntry(entry, () => `${pathOf(overhead)}.limits[${entry.key}]`, rules);
}

function validateEntry(entry: Field, serverPath: () => string, rules: ResourceRules): void {
  const name = String(entry.key);
  const details = named(serverPath);
  const errors = rules.name(name);
  if (errors.length > 0) rules.problems.invalid(entry, formatMessage(name, "resource name", errors), details);
  validateResourceQuantity(entry, name, rules.problems, details);
  const quantity = rounded(entry);
  const page = isHugePages(name) ? parseQuantity(name.slice("hugepages-".length)) : undefined;
  if (page === undefined || quantity === undefined) return;
  if (page <= 0n || quantity % page !== 0n)
    rules.problems.invalid(entry, `${shownQuantity(entry)} is not positive integer multiple of ${name}`, details);
}

/** ValidateResourceQuantityValue: not negative, and whole where the resource is counted. */
export function validateResourceQuantity(entry: Field, name: string, problems: Problems, details: Details): void {
  const quantity = rounded(entry);
  if (quantity === undefined) return;
  if (quantity < 0n)
    problems.invalid(entry, `${name} ${shownQuantity(entry)}: must be greater than or equal to 0`, details);
  if (isIntegerResource(name) && !isWhole(quantity))
    problems.invalid(entry, `${name} ${shownQuantity(entry)}: must be an integer`, details);
}

export function shownQuantity(field: Field): string {
  return JSON.stringify(quantityText(field) ?? "");
}

/** Quantities in resource lists are rounded up to thousandths (SetDefaults_ResourceList). */
export function rounded(entry: Field): Quantity | undefined {
  const quantity = entry.exists ? quantityOf(entry) : 0n;
  if (quantity === undefined) return undefined;
  const rest = quantity % 1_000_000n;
  return rest === 0n ? quantity : quantity - rest + (quantity > 0n ? 1_000_000n : 0n);
}

function compareWithLimit(request: Field, limits: Field, problems: Problems): void {
  const name = String(request.key);
  const limit = limits.get(name);
  const overcommit = isOvercommitAllowed(name);
  if (limit.entry === undefined) {
    if (!overcommit)
      problems.required(
        request,
        `required value: ${name} is requested without a limit; Limit must be set for non overcommitable resources`,
        {
          serverField: pathOf(limits),
        },
      );
    return;
  }
  const asked = rounded(request);
  const most = rounded(limit);
  if (asked === undefined || most === undefined || asked === most || (asked < most && overcommit)) return;
  const relation = overcommit ? "less than or equal to" : "equal to";
  problems.invalid(
    request,
    `${name} request ${shownQuantity(request)} must be ${relation} ${name} limit of ${quantityText(limit)}`,
    {
      serverField: request.parent === undefined ? "" : pathOf(request.parent),
      related: [{ field: limit, message: "the limit" }],
    },
  );
}

function validateClaims(claims: Field, { problems, claims: known }: ResourceRules): void {
  const seen = new Set<string>();
  const partly = new Set<string>();
  for (const claim of claims.items()) {
    const field = claim.get("name");
    const name = rawTextOf(field);
    const details = named(() => pathOf(claim));
    if (name === "")
      problems.required(field, "required value: a claim needs the name of one of the pod's resourceClaims", details);
    if (name === undefined || name === "") continue;
    const request = claim.get("request");
    const part = rawTextOf(request);
    if (part !== "") formatErrors(request, "request name", isDns1123Label, problems);
    const key = part === "" ? name : `${name}/${part}`;
    const overlaps = seen.has(name) || seen.has(key) || (part === "" && partly.has(name));
    if (overlaps) problems.invalid(field, `duplicate value: claim "${key}" is named twice`, details);
    seen.add(key);
    if (part !== "") partly.add(name);
    if (!known.has(name) && !field.isUnknown)
      problems.invalid(
        field,
        `claim "${name}" not found: must be one of the names in pod.spec.resourceClaims${known.size === 0 ? " which is empty" : `: ${[...known].slice(0, 8).sort().join(", ")}`}`,
        details,
      );
  }
}

/** spec.resources: the pod has at least what its containers request, and no container more than the pod. */
export function validatePodResources(scope: PodScope): void {
  const resources = scope.spec.get("resources");
  if (!resources.exists) return;
  const { problems } = scope;
  if (resources.get("claims").exists)
    problems.invalid(resources.get("claims"), "claims cannot be set for Resources at pod-level");
  validateRequirements(resources, { problems, name: podResourceErrors, claims: scope.claims });
  const aggregate = aggregateRequests(scope);
  if (scope.context.podKind === "Pod") compareDefaulted(resources, aggregate, problems);
  for (const request of resources.get("requests").entries()) {
    const name = String(request.key);
    const asked = rounded(request);
    const sum = aggregate.get(name);
    if (asked !== undefined && sum !== undefined && sum > asked)
      problems.invalid(
        request,
        `the pod requests ${name} ${shownQuantity(request)}, its containers ${formatQuantity(sum)}: must be greater than or equal to aggregate container requests of ${formatQuantity(sum)}`,
        {
          serverField: keyPathOf(request),
        },
      );
  }
  for (const container of scope.spec.get("containers").items())
    for (const limit of container.get("resources", "limits").entries()) {
      const most = rounded(resources.get("limits", String(limit.key)));
      const given = rounded(limit);
      if (
        resources.get("limits", String(limit.key)).entry === undefined ||
        most === undefined ||
        given === undefined ||
        given <= most
      )
        continue;
      problems.invalid(
        limit,
        `${limit.key} limit ${shownQuantity(limit)} must be less than or equal to pod limits of ${quantityText(resources.get("limits", String(limit.key)))}`,
        {
          serverField: `${pathOf(resources)}.containers[${container.key}][${limit.key}].limits`,
        },
      );
    }
}

/** A Pod's missing requests are what its containers request together (defaultPodRequests), and have to be within the limits too. */
function compareDefaulted(resources: Field, aggregate: ReadonlyMap<string, Quantity>, problems: Problems): void {
  for (const limit of resources.get("limits").entries()) {
    const name = String(limit.key);
    const sum = aggregate.get(name);
    const most = rounded(limit);
    if (sum === undefined || most === undefined || sum <= most || resources.get("requests", name).entry !== undefined)
      continue;
    problems.invalid(
      limit,
      `the containers request ${name} ${formatQuantity(sum)} together: must be less than or equal to ${name} limit of ${quantityText(limit)}`,
      { serverField: `${pathOf(resources)}.requests` },
    );
  }
}

/** AggregateContainerRequests: containers and sidecars add up, init containers need their own on top of the sidecars before them. */
function aggregateRequests(scope: PodScope): Map<string, Quantity> {
  const sum = new Map<string, Quantity>();
  const sidecars = new Map<string, Quantity>();
  const init = new Map<string, Quantity>();
  for (const container of scope.spec.get("containers").items()) add(sum, requestsOf(container, scope));
  for (const container of scope.spec.get("initContainers").items()) {
    const own = requestsOf(container, scope);
    if (isSidecar(container)) {
      add(sum, own);
      add(sidecars, own);
      raise(init, sidecars);
    } else {
      add(own, sidecars);
      raise(init, own);
    }
  }
  raise(sum, init);
  return sum;
}

function requestsOf(container: Field, scope: PodScope): Map<string, Quantity> {
  const result = new Map<string, Quantity>();
  // A Pod's missing requests are its limits.
  const lists = scope.context.podKind === "Pod" ? ["limits", "requests"] : ["requests"];
  for (const list of lists)
    for (const entry of container.get("resources", list).entries()) {
      const quantity = rounded(entry);
      if (quantity !== undefined) result.set(String(entry.key), quantity);
    }
  return result;
}

function add(to: Map<string, Quantity>, more: ReadonlyMap<string, Quantity>): void {
  for (const [name, quantity] of more) to.set(name, (to.get(name) ?? 0n) + quantity);
}

function raise(to: Map<string, Quantity>, least: ReadonlyMap<string, Quantity>): void {
  for (const [name, quantity] of least) if ((to.get(name) ?? quantity) <= quantity) to.set(name, quantity);
}
