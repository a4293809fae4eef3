// Asks the policies about one object, as the server's admission plugin does when it is created
// (apiserver/pkg/admission/plugin/policy/validating/dispatcher.go, validator.go).

import type { Path } from "../diagnostic.ts";
import type { Field } from "../field.ts";
import { Budget, Evaluation, type Read, type Scope } from "./cel/evaluate.ts";
import type { Functions } from "./cel/functions.ts";
import { AUTHORIZER, REQUEST_RESOURCE } from "./cel/library-kubernetes.ts";
import { BudgetError, CelError, fromJson, MapValue, type Value } from "./cel/values.ts";
import type { Expression, Policy, Validation } from "./compile.ts";
import type { JsonObject } from "./defaults.ts";
import { type Creation, isExempt, type Matcher } from "./matching.ts";
import type { Parameters } from "./params.ts";

export interface Binding {
  readonly name: string;
  readonly root: Field;
  readonly matcher: Matcher;
}

/** A rule that is false, or could not be answered. */
export interface Failure {
  readonly policy: Policy;
  readonly binding?: Binding;
  readonly how: "false" | "error" | "condition" | "annotation" | "configuration";
  /** The validation's number. */
  readonly index?: number;
  readonly message: string;
  /** Of an error: what went wrong, without the expression around it. */
  readonly cause?: string;
  readonly expression?: Expression;
  /** Where in the expression an error arose. */
  readonly offset?: number | undefined;
  /** The field found wanting. */
  readonly path?: Path | undefined;
  /** All fields that the answer rests on. */
  readonly reads?: readonly Read[];
}

export type Stage = "constraints" | "binding" | "params" | "matchConditions" | "no-binding" | "excluded";

export interface Answer {
  readonly failures: readonly Failure[];
  /** Let through by failurePolicy: Ignore. */
  readonly ignored: readonly Failure[];
  /** How far the object came, where nothing was evaluated. */
  readonly stage?: Stage;
}

export interface Request {
  readonly creation: Creation;
  /** The object in a version of its API, as a rule sees it. */
  readonly object: (version: string) => Value;
  /** The other variables, which are the same for all policies. */
  readonly roots: () => ReadonlyMap<string, Value>;
  readonly params: Parameters;
  readonly functions: Functions;
}

const ORDER: readonly Stage[] = ["no-binding", "excluded", "constraints", "binding", "params", "matchConditions"];

/** What became of one binding. */
interface Trial {
  failures: Failure[];
  ignored: Failure[];
  stage: Stage | undefined;
}

export function ask(policy: Policy, bindings: readonly Binding[], request: Request): Answer {
  const nothing = { failures: [], ignored: [] };
  if (bindings.length === 0) return { ...nothing, stage: "no-binding" };
  if (isExempt(request.creation)) return { ...nothing, stage: "excluded" };
  const match = policy.matcher.match(request.creation);
  if (match === undefined) return { ...nothing, stage: "constraints" };
  if (policy.paramKind !== undefined && !request.params.knows(policy.paramKind)) {
    const shown = `${policy.paramKind.apiVersion}, Kind=${policy.paramKind.kind}`;
    const message = `failed to configure policy: failed to find resource referenced by paramKind: '${shown}'`;
    const failure: Failure = { policy, how: "configuration", message };
    return policy.ignoresFailures
      ? { ...nothing, ignored: [failure], stage: "params" }
      : { ...nothing, failures: [failure] };
  }
  const run = new PolicyRun(policy, request, match.version);
  const trials = bindings.map(binding => run.under(binding));
  const reached = trials.some(({ stage }) => stage === undefined);
  const failures = trials.flatMap(trial => trial.failures);
  const ignored = trials.flatMap(trial => trial.ignored);
  if (reached || failures.length > 0) return { failures, ignored };
  const stages = trials.map(({ stage }) => stage ?? "constraints");
  const stage = [...stages].sort((a, b) => ORDER.indexOf(b) - ORDER.indexOf(a))[0] ?? "constraints";
  return { failures, ignored, stage };
}

class PolicyRun {
  private readonly policy: Policy;
  private readonly request: Request;
  private readonly object: Value;
  private readonly budget = new Budget();

  constructor(policy: Policy, request: Request, version: string) {
    this.policy = policy;
    this.request = request;
    this.object = request.object(version);
  }

  under(binding: Binding): Trial {
    const { policy, request } = this;
    const trial: Trial = { failures: [], ignored: [], stage: undefined };
    if (binding.matcher.match(request.creation) === undefined) return { ...trial, stage: "binding" };
    const reference = binding.root.get("spec", "paramRef");
    if (policy.paramKind === undefined || !reference.exists) {
      this.evaluate(binding, null, trial);
      return trial;
    }
    const found = request.params.find(policy.paramKind, reference, request.creation.namespace);
    const denies = reference.get("parameterNotFoundAction").scalar !== "Allow";
    if (typeof found === "string" || (found.length === 0 && denies)) {
      const cause =
        typeof found === "string" ? found : "no params found for policy binding with `Deny` parameterNotFoundAction";
      this.fail(trial, {
        policy,
        binding,
        how: "configuration",
        message: `failed to configure binding: ${cause}`,
        cause,
      });
      if (policy.ignoresFailures) trial.stage = "params";
      return trial;
    }
    if (found.length === 0) return { ...trial, stage: "params" };
    const stages = found.map(param => {
      const one: Trial = { failures: trial.failures, ignored: trial.ignored, stage: undefined };
      this.evaluate(binding, request.params.valueOf(param), one);
      return one.stage;
    });
    return { ...trial, stage: stages.every(stage => stage !== undefined) ? "matchConditions" : undefined };
  }

  private fail(trial: Trial, failure: Failure): void {
    const isIgnored = this.policy.ignoresFailures && failure.how !== "false";
    (isIgnored ? trial.ignored : trial.failures).push(failure);
  }

  private evaluate(binding: Binding, params: Value, trial: Trial): void {
    const scope = this.scope(params);
    const condition = this.conditions(scope);
    if (condition === "unmatched") trial.stage = "matchConditions";
    else if (condition !== undefined) {
      this.fail(trial, { ...condition, binding, how: "condition" });
      if (this.policy.ignoresFailures) trial.stage = "matchConditions";
    } else this.validate(binding, scope, trial);
  }

  private scope(params: Value): Map<string, Value> {
    const scope = new Map(this.request.roots()).set("object", this.object);
    if (this.policy.paramKind !== undefined) scope.set("params", params);
    return scope;
  }

  /** One condition that is false is enough, even beside others that fail. */
  private conditions(scope: Scope): Omit<Failure, "how" | "binding"> | "unmatched" | undefined {
    let failed: Omit<Failure, "how" | "binding"> | undefined;
    for (const { expression } of this.policy.conditions) {
      if (expression === undefined) continue;
      const result = this.run(expression, scope);
      if (result.value === false) return "unmatched";
      if (result.failure !== undefined) failed ??= result.failure;
    }
    return failed;
  }

  private validate(binding: Binding, roots: Map<string, Value>, trial: Trial): void {
    const scope = new Map(roots);
    scope.set(
      "variables",
      new Variables(this.policy, (expression, evaluation) => evaluation.run(expression.expr, scope)),
    );
    this.policy.validations.forEach((validation, index) => {
      if (validation.expression === undefined) return;
      const result = this.run(validation.expression, scope);
      if (result.failure !== undefined) this.fail(trial, { ...result.failure, binding, how: "error", index });
      else if (result.value !== true) {
        const message = this.messageOf(validation, scope);
        const { expression } = validation;
        this.fail(trial, {
          ...{ policy: this.policy, binding, how: "false", index, message, expression },
          path: deepest(result.reads),
          reads: result.reads,
        });
      }
    });
    for (const { expression } of this.policy.annotations) {
      const result = expression === undefined ? undefined : this.run(expression, scope);
      if (result?.failure !== undefined) this.fail(trial, { ...result.failure, binding, how: "annotation" });
    }
  }

  private run(
    expression: Expression,
    scope: Scope,
  ): { value?: Value; failure?: Omit<Failure, "how" | "binding">; reads: readonly Read[] } {
    const evaluation = new Evaluation(this.request.functions, scope, this.budget);
    try {
      const value = evaluation.run(expression.expr);
      return { value, reads: evaluation.reads };
    } catch (error) {
      if (!(error instanceof CelError || error instanceof BudgetError)) throw error;
      const cause = error.message;
      const message = `expression '${expression.text}' resulted in error: ${cause}`;
      const offset = error instanceof CelError ? error.at : undefined;
      const path = evaluation.reads.at(-1)?.path;
      const { reads } = evaluation;
      return { failure: { policy: this.policy, message, cause, expression, offset, path, reads }, reads };
    }
  }

  /** The computed message where it is of use, else the written one, else the expression itself (validator.go). */
  private messageOf({ messageExpression, message, expression }: Validation, scope: Scope): string {
    if (messageExpression !== undefined) {
      const { value } = this.run(messageExpression, scope);
      const text = typeof value === "string" ? value.trim() : "";
      if (text !== "" && !text.includes("\n") && text.length <= LONGEST_MESSAGE) return text;
    }
    return message.trim() || `failed expression: ${expression?.text.trim()}`;
  }
}

const LONGEST_MESSAGE = 5 * 1024;

/** `variables`: each computed when it is first asked for, and kept. What it read counts wherever it is used. */
class Variables extends MapValue {
  private readonly policy: Policy;
  private readonly compute: (expression: Expression, evaluation: Evaluation) => Value;
  private readonly known = new Map<string, { value: Value; reads: readonly Read[] } | CelError>();

  constructor(policy: Policy, compute: (expression: Expression, evaluation: Evaluation) => Value) {
    super([]);
    this.policy = policy;
    this.compute = compute;
  }

  override get(key: Value, evaluation?: unknown): Value | undefined {
    const expression = this.policy.variables.findLast(({ name }) => name === key)?.expression;
    if (expression === undefined || !(evaluation instanceof Evaluation)) return undefined;
    let known = this.known.get(String(key));
    if (known === undefined) {
      known = this.first(expression, evaluation, String(key));
      this.known.set(String(key), known);
    } else if (!(known instanceof CelError)) evaluation.reads.push(...known.reads);
    if (known instanceof CelError) throw known;
    return known.value;
  }

  private first(expression: Expression, evaluation: Evaluation, name: string) {
    const mark = evaluation.reads.length;
    try {
      const value = this.compute(expression, evaluation);
      return { value, reads: evaluation.reads.slice(mark) };
    } catch (error) {
      if (error instanceof CelError)
        return new CelError(`composited variable ${JSON.stringify(name)} fails to evaluate: ${error.message}`);
      throw error;
    }
  }
}

function deepest(reads: readonly Read[]): Path | undefined {
  let best: Path | undefined;
  for (const { path } of reads) if (best === undefined || path.length > best.length) best = path;
  return best;
}

export function rootsOf(creation: Creation): ReadonlyMap<string, Value> {
  return new Map<string, Value>([
    ["oldObject", null],
    ["request", fromJson(requestOf(creation))],
    ["namespaceObject", namespaceOf(creation)],
    ["authorizer", AUTHORIZER],
    ["authorizer.requestResource", REQUEST_RESOURCE],
  ]);
}

function requestOf({ group, version, kind, resource, name, namespace }: Creation): JsonObject {
  const gvk = { group, version, kind };
  const gvr = { group, version, resource };
  return {
    ...{ kind: gvk, resource: gvr, requestKind: gvk, requestResource: gvr, subResource: "", requestSubResource: "" },
    ...{ name, namespace, operation: "CREATE", dryRun: false },
    userInfo: { username: "admin", groups: ["system:masters", "system:authenticated"] },
    options: { apiVersion: "meta.k8s.io/v1", kind: "CreateOptions" },
  };
}

function namespaceOf({ namespace, namespaceLabels }: Creation): Value {
  if (namespace === "") return null;
  const labels = { ...Object.fromEntries(namespaceLabels), "kubernetes.io/metadata.name": namespace };
  return fromJson({
    metadata: { name: namespace, labels },
    spec: { finalizers: ["kubernetes"] },
    status: { phase: "Active" },
  });
}
