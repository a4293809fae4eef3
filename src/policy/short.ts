// The short form of a policy, as a configuration writes it: one expression that every matching object has to satisfy. It sees the object,
// and what a policy of the cluster cannot see: the workload with its containers, and what of the project belongs to it.

import type { Path, Severity } from "../diagnostic.ts";
import type { Field } from "../field.ts";
import { nameMatcher } from "../glob.ts";
import type { Graph } from "../graph/graph.ts";
import type { Resource } from "../kubernetes/resource.ts";
import { groupsWithTypes, loadTypes } from "../schema/tables.ts";
import { check } from "./cel/check.ts";
import { Budget, Evaluation } from "./cel/evaluate.ts";
import type { Functions } from "./cel/functions.ts";
import { libraryFunctions } from "./cel/library.ts";
import { loadParser, type Parse } from "./cel/parse.ts";
import type { Expr, Fault } from "./cel/tree.ts";
import { DYN, formatType } from "./cel/types.ts";
import { BudgetError, CelError } from "./cel/values.ts";
import { Outlook, type Project } from "./outlook.ts";
import { unknownIn, VARIABLES } from "./short-types.ts";

export interface ShortPolicy {
  readonly id: string;
  /** What it is about; everything where nothing is said. */
  readonly match?: {
    readonly kinds?: readonly string[];
    readonly namespaces?: readonly string[];
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly expression: string;
  readonly message: string;
  readonly severity?: Severity;
  readonly help?: string;
}

export interface ShortFinding {
  readonly id: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string;
  readonly at: Field;
}

interface Compiled {
  readonly policy: ShortPolicy;
  readonly expr: Expr;
  readonly concerns: (resource: Resource, graph: Graph) => boolean;
}

export class ShortPolicies {
  /** Expressions that do not compile, by the policy's id. */
  readonly faults: ReadonlyMap<string, Fault>;
  private readonly policies: ReadonlyMap<string, Compiled>;
  private readonly functions: Functions;
  /** The object that was asked about last: most policies are asked about it, too. */
  private last: { readonly outlook: Outlook; readonly budget: Budget } | undefined;

  constructor(policies: readonly Compiled[], faults: ReadonlyMap<string, Fault>, functions: Functions) {
    this.policies = new Map(policies.map(compiled => [compiled.policy.id, compiled]));
    this.faults = faults;
    this.functions = functions;
  }

  evaluate(resource: Resource, project: Project): ShortFinding[] {
    return [...this.policies.keys()].flatMap(id => this.ask(id, resource, project) ?? []);
  }

  /** What one policy finds in an object; undefined where it is content, or not about it. */
  ask(id: string, resource: Resource, project: Project): ShortFinding | undefined {
    const compiled = this.policies.get(id);
    if (compiled?.concerns(resource, project.graph) !== true) return undefined;
    if (this.last?.outlook.isFrom(resource, project) !== true)
      this.last = { outlook: new Outlook(resource, project), budget: new Budget() };
    const { outlook, budget } = this.last;
    return this.run(compiled, resource, new Evaluation(this.functions, outlook, budget));
  }

  private run({ policy, expr }: Compiled, resource: Resource, evaluation: Evaluation): ShortFinding | undefined {
    const { id, severity = "warning", help } = policy;
    const finding = (message: string, path: Path | undefined, more?: string): ShortFinding | undefined => {
      // Of text that a template is still to fill in nothing is known.
      if (evaluation.reads.some(read => resource.root.get(...read.path).isUnknown)) return undefined;
      const at = path === undefined || path.length === 0 ? resource.nameField : resource.root.get(...path);
      const said = [help, more].filter(text => text !== undefined).join("; ");
      return { id, severity, message, ...(said === "" ? {} : { help: said }), at };
    };
    try {
      if (evaluation.run(expr) === true) return undefined;
      const deepest = [...evaluation.reads].sort((a, b) => b.path.length - a.path.length)[0];
      return finding(policy.message, deepest?.path);
    } catch (error) {
      if (!(error instanceof CelError || error instanceof BudgetError)) throw error;
      const fails = `the policy's expression fails on this object: ${error.message}`;
      const path = evaluation.reads.at(-1)?.path;
      // Who asks for a field that is not there means that it should be.
      return error.message.startsWith("no such key: ") ? finding(policy.message, path, fails) : finding(fails, path);
    }
  }
}

export async function loadShortPolicies(policies: readonly ShortPolicy[], minor: number): Promise<ShortPolicies> {
  const parse = await loadParser();
  const functions = libraryFunctions();
  for (const group of groupsWithTypes()) await loadTypes(group);
  const faults = new Map<string, Fault>();
  const compiled: Compiled[] = [];
  for (const policy of policies) {
    const result = compile(policy, { parse, functions, minor });
    if ("fault" in result) faults.set(policy.id, result.fault);
    else compiled.push({ policy, expr: result.expr, concerns: concernsOf(policy) });
  }
  return new ShortPolicies(compiled, faults, functions);
}

const UNTYPED = new Map(VARIABLES.map(name => [name, DYN]));

function compile(
  { expression, match }: ShortPolicy,
  { parse, functions, minor }: { parse: Parse; functions: Functions; minor: number },
): { readonly expr: Expr } | { readonly fault: Fault } {
  const parsed = parse(expression);
  if ("fault" in parsed) return parsed;
  const { expr } = parsed;
  const { faults, type } = check(expr, { functions, variables: UNTYPED });
  const fault = faults[0] ?? unknownIn(expr, { functions, kinds: match?.kinds, minor });
  if (fault !== undefined) return { fault };
  // Fields of objects have no static type: what a field says counts as an answer too.
  const shown = formatType(type);
  if (shown === "bool" || shown === "dyn") return { expr };
  return { fault: { at: 0, message: `must evaluate to bool but got ${shown}` } };
}

function concernsOf({ match = {} }: ShortPolicy): Compiled["concerns"] {
  const isKind = match.kinds && nameMatcher(match.kinds);
  const isNamespace = match.namespaces && nameMatcher(match.namespaces);
  const labels = Object.entries(match.labels ?? {});
  return (resource, graph) =>
    isKind?.(resource.kind) !== false &&
    isNamespace?.(graph.namespaceOf(resource)) !== false &&
    labels.every(([key, value]) => resource.labels.get(key) === value);
}
