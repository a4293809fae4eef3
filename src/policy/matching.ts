// Which objects a policy or a binding is about (apiserver/pkg/admission/plugin/policy/matching, plugin/webhook/predicates/rules).

import type { Field } from "../field.ts";
import { labelSelector, matches } from "../kubernetes/selector.ts";

/** The creation that is asked about. */
export interface Creation {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly resource: string;
  /** Empty where the object has none. */
  readonly namespace: string;
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly namespaceLabels: ReadonlyMap<string, string>;
  /** Other versions in which the server could show the same object. */
  readonly equivalents: readonly string[];
}

/** Where something matched: the version in which rules see the object. */
export interface Match {
  readonly version: string;
}

const EXEMPT = new Set(
  `ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding MutatingAdmissionPolicy MutatingAdmissionPolicyBinding
  ValidatingWebhookConfiguration MutatingWebhookConfiguration`.split(/\s+/),
);
const REVIEWS = new Set(
  `TokenReview SelfSubjectReview LocalSubjectAccessReview SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview`.split(
    /\s+/,
  ),
);

/** Kinds that no policy is asked about, so that nobody locks himself out. */
export function isExempt({ group, kind }: Creation): boolean {
  if (group === "admissionregistration.k8s.io") return EXEMPT.has(kind);
  return (group === "authentication.k8s.io" || group === "authorization.k8s.io") && REVIEWS.has(kind);
}

/** Whether the resources of `matchConstraints` or `matchResources` hold the object. Without rules a binding takes everything. */
export function matchResources(field: Field, creation: Creation, isBinding: boolean): Match | undefined {
  const same: Match = { version: creation.version };
  if (!field.exists) return isBinding ? same : undefined;
  if (!selectsNamespace(field.get("namespaceSelector"), creation)) return undefined;
  if (!selects(field.get("objectSelector"), creation.labels)) return undefined;
  const isExact = field.get("matchPolicy").scalar === "Exact";
  if (matchRules(field.get("excludeResourceRules"), creation, isExact) !== undefined) return undefined;
  const rules = field.get("resourceRules");
  if (isBinding && rules.items().length === 0) return same;
  return matchRules(rules, creation, isExact);
}

function selects(field: Field, labels: ReadonlyMap<string, string>): boolean {
  const selector = labelSelector(field);
  return selector === undefined || matches(selector, labels);
}

/** A Namespace is chosen by its own labels; what lives in none is always chosen (predicates/namespace MatchNamespaceSelector). */
function selectsNamespace(field: Field, creation: Creation): boolean {
  if (isNamespace(creation)) return selects(field, creation.labels);
  return creation.namespace === "" || selects(field, creation.namespaceLabels);
}

function isNamespace({ group, kind }: Creation): boolean {
  return group === "" && kind === "Namespace";
}

function matchRules(rules: Field, creation: Creation, isExact: boolean): Match | undefined {
  for (const rule of rules.items())
    if (matchesRule(rule, creation, creation.version)) return { version: creation.version };
  if (isExact) return undefined;
  for (const rule of rules.items())
    for (const version of creation.equivalents) if (matchesRule(rule, creation, version)) return { version };
  return undefined;
}

function matchesRule(rule: Field, creation: Creation, version: string): boolean {
  const has = (key: string, value: string) =>
    rule
      .get(key)
      .items()
      .some(({ scalar }) => scalar === "*" || scalar === value);
  return (
    has("operations", "CREATE") &&
    has("apiGroups", creation.group) &&
    has("apiVersions", version) &&
    rule
      .get("resources")
      .items()
      .some(({ scalar }) => isResource(String(scalar), creation.resource)) &&
    isInScope(rule.get("scope").scalar, creation) &&
    isNamed(rule.get("resourceNames"), creation.name)
  );
}

/** `deployments`, `deployments/*`, `*`: a subresource is never asked about here. */
function isResource(text: string, resource: string): boolean {
  const slash = text.indexOf("/");
  const name = slash < 0 ? text : text.slice(0, slash);
  const subresource = slash < 0 ? "" : text.slice(slash + 1);
  return (name === "*" || name === resource) && (subresource === "" || subresource === "*");
}

function isInScope(scope: unknown, creation: Creation): boolean {
  const isNamespaced = creation.namespace !== "" && !isNamespace(creation);
  if (scope === "Namespaced") return isNamespaced;
  return scope !== "Cluster" || !isNamespaced;
}

function isNamed(names: Field, name: string): boolean {
  const items = names.items();
  return items.length === 0 || items.some(({ scalar }) => scalar === name);
}

/** The name under which the API serves a kind (meta.UnsafeGuessKindToResource). */
export function resourceName(kind: string): string {
  const name = kind.toLowerCase();
  if (name === "endpoints") return name;
  if (name.endsWith("s")) return `${name}es`;
  return name.endsWith("y") && !/[aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
}
