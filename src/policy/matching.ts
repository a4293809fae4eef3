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
  /** Of the defaulted object. */
  readonly labels: () => ReadonlyMap<string, string>;
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

/** What is read of `matchConstraints` or `matchResources`. */
export class Matcher {
  private readonly field: Field;
  private readonly isBinding: boolean;
  private readonly rules: readonly Rule[];
  private readonly excluded: readonly Rule[];
  private readonly isOpen: boolean;
  private readonly isExact: boolean;

  constructor(field: Field, isBinding: boolean) {
    this.field = field;
    this.isBinding = isBinding;
    this.rules = readRules(field, "resourceRules");
    this.excluded = readRules(field, "excludeResourceRules");
    // Without rules a binding takes everything.
    this.isOpen = isBinding && field.get("resourceRules").items().length === 0;
    this.isExact = field.get("matchPolicy").scalar === "Exact";
  }

  /** Whether objects of this resource can match at all, in any version. */
  concerns({ group, version, resource, equivalents }: Creation): boolean {
    return (
      this.isOpen ||
      this.rules.some(
        rule =>
          has(rule.groups, group) &&
          [version, ...equivalents].some(one => has(rule.versions, one)) &&
          rule.resources.some(text => isResource(text, resource)),
      )
    );
  }

  match(creation: Creation): Match | undefined {
    const same: Match = { version: creation.version };
    if (!this.field.exists) return this.isBinding ? same : undefined;
    const match = this.isOpen ? same : matchRules(this.rules, creation, this.isExact);
    if (match === undefined || matchRules(this.excluded, creation, this.isExact) !== undefined) return undefined;
    if (!selectsNamespace(this.field.get("namespaceSelector"), creation)) return undefined;
    return selects(this.field.get("objectSelector"), () => creation.labels()) ? match : undefined;
  }
}

function selects(field: Field, labels: () => ReadonlyMap<string, string>): boolean {
  const selector = labelSelector(field);
  return selector === undefined || selector.requirements.length === 0 || matches(selector, labels());
}

/** A Namespace is chosen by its own labels; what lives in none is always chosen (predicates/namespace MatchNamespaceSelector). */
function selectsNamespace(field: Field, creation: Creation): boolean {
  if (isNamespace(creation)) return selects(field, () => creation.labels());
  return creation.namespace === "" || selects(field, () => creation.namespaceLabels);
}

function isNamespace({ group, kind }: Creation): boolean {
  return group === "" && kind === "Namespace";
}

/** A rule as sets, read once: a policy is asked about every object of a project. */
interface Rule {
  readonly groups: ReadonlySet<string>;
  readonly versions: ReadonlySet<string>;
  readonly resources: readonly string[];
  readonly names: ReadonlySet<string>;
  readonly scope: unknown;
}

/** The rules that are about creations. */
function readRules(match: Field, key: string): readonly Rule[] {
  return match
    .get(key)
    .items()
    .filter(rule => has(textsOf(rule, "operations"), "CREATE"))
    .map(rule => ({
      groups: textsOf(rule, "apiGroups"),
      versions: textsOf(rule, "apiVersions"),
      resources: [...textsOf(rule, "resources")],
      names: textsOf(rule, "resourceNames"),
      scope: rule.get("scope").scalar,
    }));
}

function textsOf(rule: Field, key: string): ReadonlySet<string> {
  return new Set(
    rule
      .get(key)
      .items()
      .map(({ scalar }) => String(scalar)),
  );
}

function has(texts: ReadonlySet<string>, text: string): boolean {
  return texts.has("*") || texts.has(text);
}

function matchRules(rules: readonly Rule[], creation: Creation, isExact: boolean): Match | undefined {
  for (const rule of rules) if (matchesRule(rule, creation, creation.version)) return { version: creation.version };
  if (isExact) return undefined;
  for (const rule of rules)
    for (const version of creation.equivalents) if (matchesRule(rule, creation, version)) return { version };
  return undefined;
}

function matchesRule(rule: Rule, creation: Creation, version: string): boolean {
  return (
    has(rule.groups, creation.group) &&
    has(rule.versions, version) &&
    rule.resources.some(text => isResource(text, creation.resource)) &&
    isInScope(rule.scope, creation) &&
    (rule.names.size === 0 || rule.names.has(creation.name))
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

/** The name under which the API serves a kind (meta.UnsafeGuessKindToResource). */
export function resourceName(kind: string): string {
  const name = kind.toLowerCase();
  if (name === "endpoints") return name;
  if (name.endsWith("s")) return `${name}es`;
  return name.endsWith("y") && !/[aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`;
}
