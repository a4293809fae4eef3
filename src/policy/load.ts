// Documents -> policies with their bindings and parameters, ready to be asked about objects.

import type { Problem } from "../diagnostic.ts";
import type { Field } from "../field.ts";
import type { Resource } from "../kubernetes/resource.ts";
import { groupsWithTypes, loadTypes } from "../schema/tables.ts";
import { loadValidator, type ResourceValidator } from "../schema/validate.ts";
import { servedKind } from "../schema/versions.ts";
import { type Answer, ask, type Binding, rootsOf } from "./admission.ts";
import { libraryFunctions } from "./cel/library.ts";
import { loadParser } from "./cel/parse.ts";
import { fromJson, type Value } from "./cel/values.ts";
import { type Compiler, compilePolicy, type Policy } from "./compile.ts";
import { type Creation, Matcher, resourceName } from "./matching.ts";
import { defaultedObject, labelsIn } from "./object.ts";
import { Parameters } from "./params.ts";
import { problemOf } from "./problems.ts";
import { unknownFields } from "./typed.ts";
import { equivalentVersions, inVersion } from "./versions.ts";

export const GROUP = "admissionregistration.k8s.io";

/** Where an object is created. */
export interface Surroundings {
  /** For objects that name none. */
  readonly namespace?: string;
  /** Labels of the object's namespace. */
  readonly namespaceLabels?: ReadonlyMap<string, string>;
  /** Nothing is to be said of policies that are not about objects of this kind. */
  readonly concernedOnly?: boolean;
}

export interface PolicyAnswer extends Answer {
  readonly policy: Policy;
}

/** Something is wrong with a policy or a binding itself, so that the server would not take it. */
export interface Refusal {
  readonly resource: Resource;
  readonly problems: readonly Problem[];
}

export interface LoadOptions {
  readonly minor?: number;
}

export class PolicySet {
  readonly refusals: readonly Refusal[];
  /** What the server takes, though it cannot be meant. */
  readonly warnings: readonly Refusal[];
  readonly policies: readonly Policy[];
  readonly bindings: readonly (Binding & { readonly policyName: string })[];
  private readonly compiler: Compiler;
  private readonly params: Parameters;
  private readonly minor: number;
  private readonly byResource = new Map<string, readonly Policy[]>();
  private readonly bound = new Map<string, Binding[]>();

  constructor(resources: readonly Resource[], validate: ResourceValidator, compiler: Compiler, options: LoadOptions) {
    this.minor = options.minor ?? 35;
    this.compiler = compiler;
    this.params = new Parameters(resources, this.minor);
    const refusals: Refusal[] = [];
    const warnings: Refusal[] = [];
    const policies: Policy[] = [];
    const bindings: (Binding & { policyName: string })[] = [];
    for (const resource of resources) {
      if (!isPolicy(resource) && !isBinding(resource)) continue;
      const problems = validate(resource.root, { minor: this.minor }).problems.filter(
        ({ server }) => server === "rejects",
      );
      if (isBinding(resource)) {
        const policyName = String(resource.spec.get("policyName").scalar ?? "");
        if (problems.length === 0) bindings.push(bindingOf(resource, policyName));
      } else {
        const policy = compilePolicy(resource.root, compiler);
        problems.push(...policy.faults.map(fault => problemOf(fault)));
        if (problems.length === 0) policies.push(policy);
        const unknown = problems.length === 0 ? unknownFields(policy, compiler, this.minor) : [];
        if (unknown.length > 0)
          warnings.push({ resource, problems: unknown.map(fault => problemOf(fault, "warning")) });
      }
      if (problems.length > 0) refusals.push({ resource, problems });
    }
    this.refusals = refusals;
    this.warnings = warnings;
    this.policies = policies;
    this.bindings = bindings;
  }

  ask(resource: Resource, surroundings: Surroundings = {}): PolicyAnswer[] {
    const kind = servedKind(resource.apiVersion, resource.kind, this.minor);
    if (kind === undefined || this.policies.length === 0) return [];
    const namespace = kind.namespaced ? (resource.namespace ?? surroundings.namespace ?? "default") : "";
    const own = surroundings.namespaceLabels ?? new Map<string, string>();
    // Most objects are no policy's: they are not defaulted.
    const object = once(() => defaultedObject(resource.root, kind, surroundings.namespace ?? "default", this.minor));
    const values = new Map<string, Value>();
    const creation: Creation = {
      ...{
        group: resource.group,
        version: resource.version,
        kind: resource.kind,
        resource: resourceName(resource.kind),
      },
      namespace,
      name: resource.name ?? "",
      labels: once(() => labelsIn(object())),
      namespaceLabels: new Map([...own, ["kubernetes.io/metadata.name", namespace]]),
      equivalents: equivalentVersions(resource.group, resource.kind, resource.version),
    };
    const valueIn = (version: string) => {
      const value = values.get(version) ?? fromJson(inVersion(object(), version), []);
      values.set(version, value);
      return value;
    };
    const roots = once(() => rootsOf(creation));
    const request = { creation, roots, object: valueIn, params: this.params, functions: this.compiler.functions };
    const asked = surroundings.concernedOnly === true ? this.concerned(creation) : this.policies;
    return asked.map(policy => ({ policy, ...ask(policy, this.bindingsOf(policy), request) }));
  }

  /** Policies that could match an object of this resource; most match few. */
  private concerned(creation: Creation): readonly Policy[] {
    const key = `${creation.group}/${creation.version}/${creation.resource}`;
    let found = this.byResource.get(key);
    if (found === undefined) {
      found = this.policies.filter(policy => policy.matcher.concerns(creation));
      this.byResource.set(key, found);
    }
    return found;
  }

  private bindingsOf({ name }: Policy): Binding[] {
    let found = this.bound.get(name);
    if (found === undefined) {
      found = this.bindings.filter(({ policyName }) => policyName === name);
      this.bound.set(name, found);
    }
    return found;
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function bindingOf(resource: Resource, policyName: string): Binding & { readonly policyName: string } {
  const matcher = new Matcher(resource.spec.get("matchResources"), true);
  return { name: resource.name ?? "", root: resource.root, matcher, policyName };
}

export function isPolicy({ group, kind }: Resource): boolean {
  return group === GROUP && kind === "ValidatingAdmissionPolicy";
}

export function isBinding({ group, kind }: Resource): boolean {
  return group === GROUP && kind === "ValidatingAdmissionPolicyBinding";
}

let compiler: Compiler | undefined;

/** The engine and the schemas are loaded here, when there is something to judge by. */
export async function loadPolicySet(resources: readonly Resource[], options: LoadOptions = {}): Promise<PolicySet> {
  const roots: Field[] = resources.map(({ root }) => root);
  const validate = await loadValidator(roots);
  for (const group of groupsWithTypes()) await loadTypes(group);
  compiler ??= { parse: await loadParser(), functions: libraryFunctions() };
  return new PolicySet(resources, validate, compiler, options);
}
