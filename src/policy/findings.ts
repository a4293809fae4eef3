// Policies as the lint run asks them: what they find in an object, with severity and place, and what is wrong with the policies themselves.

import type { Problem, Severity } from "../diagnostic.ts";
import type { Field } from "../field.ts";
import type { Resource } from "../kubernetes/resource.ts";
import { placeOf } from "../place.ts";
import type { Failure } from "./admission.ts";
import { type LoadOptions, loadPolicySet, type PolicySet, type Surroundings } from "./load.ts";
import { INVALID_POLICY } from "./problems.ts";

export interface PolicyFinding {
  readonly policy: string;
  readonly binding: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
  /** The deepest field that the rule read and found wanting, else the list it walked, else the object's name. */
  readonly at: Field;
}

/** Something about a policy, a binding or a parameter. */
export interface PolicyProblem {
  readonly resource: Resource;
  readonly problem: Problem;
}

/** Reads policies, bindings and parameters out of the resources of some files. */
export async function loadPolicies(resources: readonly Resource[], options: LoadOptions = {}): Promise<Policies> {
  return new Policies(resources, await loadPolicySet(resources, options));
}

export class Policies {
  private readonly set: PolicySet;
  private readonly resources: readonly Resource[];
  private readonly misconfigured = new Map<Field, PolicyProblem>();

  constructor(resources: readonly Resource[], set: PolicySet) {
    this.resources = resources;
    this.set = set;
  }

  /** What is wrong with the policies themselves. What a binding lacks is known only once it was needed. */
  get problems(): readonly PolicyProblem[] {
    const refused = [...this.set.refusals, ...this.set.warnings].flatMap(({ resource, problems }) =>
      problems.map(problem => ({ resource, problem })),
    );
    return [...refused, ...this.unbound(), ...this.misconfigured.values()];
  }

  evaluate(resource: Resource, surroundings: Surroundings = {}): PolicyFinding[] {
    const findings = new Map<string, PolicyFinding>();
    for (const { failures } of this.set.ask(resource, { ...surroundings, concernedOnly: true }))
      for (const failure of failures) {
        if (failure.how === "configuration") this.misconfigure(failure);
        else if (!restsOnUnknown(failure, resource)) keepGravest(findings, findingOf(failure, resource));
      }
    return [...findings.values()];
  }

  private unbound(): PolicyProblem[] {
    const bound = new Set(this.set.bindings.map(({ policyName }) => policyName));
    return this.set.policies.flatMap(({ name, root }) => {
      if (bound.has(name)) return [];
      if (name === "") return this.unnamed(root);
      const message = `no ValidatingAdmissionPolicyBinding binds policy "${name}": it is never asked`;
      const help = `a ValidatingAdmissionPolicyBinding with policyName: ${name} and validationActions: [Deny] puts it to work`;
      return this.problemAt(root.get("metadata", "name"), { severity: "info", message, help });
    });
  }

  /** With generateName: a name is for the server to make. */
  private unnamed(root: Field): PolicyProblem[] {
    const message = "this policy has no name until the server makes one, so no binding can name it: it is never asked";
    const help = "write metadata.name instead of generateName";
    return this.problemAt(root.get("metadata", "generateName"), { severity: "info", message, help });
  }

  private misconfigure({ policy, binding, message, cause }: Failure): void {
    const at = binding === undefined ? policy.spec.get("paramKind") : binding.root.get("spec", "paramRef");
    const root = binding?.root ?? policy.root;
    if (this.misconfigured.has(root)) return;
    const [found] = this.problemAt(at, {
      severity: "error",
      message: cause ?? message.replace(/^failed to configure policy: /, ""),
    });
    if (found !== undefined) this.misconfigured.set(root, found);
  }

  private problemAt(at: Field, said: Pick<Problem, "severity" | "message" | "help">): PolicyProblem[] {
    const root = rootOf(at);
    const resource = this.resources.find(one => one.root === root || rootOf(one.root) === root);
    if (resource === undefined) return [];
    return [{ resource, problem: { ruleId: INVALID_POLICY, ...said, path: at.path, ...placeOf(at) } }];
  }
}

function rootOf(field: Field): Field {
  let at = field;
  while (at.parent !== undefined) at = at.parent;
  return at;
}

/** Of text that a template is still to fill in nothing is known. */
function restsOnUnknown({ reads = [] }: Failure, resource: Resource): boolean {
  return reads.some(({ path }) => resource.root.get(...path).isUnknown);
}

const SEVERITIES: Readonly<Record<string, Severity>> = { Deny: "error", Warn: "warning", Audit: "info" };
const ORDER: readonly Severity[] = ["error", "warning", "info"];

/** Of a binding. */
export function bindingSeverity(root: Field): Severity {
  const actions = root.get("spec", "validationActions").items();
  return gravest(actions.map(({ scalar }) => SEVERITIES[String(scalar)])) ?? "info";
}

export function gravest(severities: readonly (Severity | undefined)[]): Severity | undefined {
  return ORDER.find(severity => severities.includes(severity));
}

function findingOf(failure: Failure, resource: Resource): PolicyFinding {
  const { policy, binding, how, cause, expression, path } = failure;
  const message = how === "false" ? failure.message : `the policy's expression fails on this object: ${cause}`;
  return {
    policy: policy.name,
    binding: binding?.name ?? "",
    severity: binding === undefined ? "info" : bindingSeverity(binding.root),
    message,
    help: `policy "${policy.name}" demands ${expression?.text.trim().replace(/\s+/g, " ") ?? ""}`,
    at: path === undefined || path.length === 0 ? resource.nameField : resource.root.get(...path),
  };
}

/** The same thing under two bindings, or for two parameters, is told once. */
function keepGravest(findings: Map<string, PolicyFinding>, finding: PolicyFinding): void {
  const key = JSON.stringify([finding.policy, finding.message, finding.at.path]);
  const known = findings.get(key);
  if (known === undefined || ORDER.indexOf(finding.severity) < ORDER.indexOf(known.severity))
    findings.set(key, finding);
}
