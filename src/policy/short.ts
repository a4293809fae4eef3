// The short form of a policy, as a configuration writes it: one expression that every matching object has to satisfy. It sees the object,
// and what a policy of the cluster cannot see: the workload with its containers, and what of the project belongs to it.

import type { Path, Severity } from "../diagnostic.ts";
import type { Field } from "../field.ts";
import type { Graph } from "../graph/graph.ts";
import type { Resource } from "../kubernetes/resource.ts";
import type { Workload } from "../kubernetes/workload.ts";
import { groupsWithTypes, loadTypes } from "../schema/tables.ts";
import { servedKind } from "../schema/versions.ts";
import { check } from "./cel/check.ts";
import { Budget, Evaluation, type Scope } from "./cel/evaluate.ts";
import type { Functions } from "./cel/functions.ts";
import { libraryFunctions } from "./cel/library.ts";
import { loadParser } from "./cel/parse.ts";
import type { Expr, Fault } from "./cel/tree.ts";
import { DYN, formatType } from "./cel/types.ts";
import { BudgetError, CelError, fromJson, ListValue, MapValue, type Value } from "./cel/values.ts";
import type { Json, JsonObject } from "./defaults.ts";
import { defaultedObject } from "./object.ts";

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

/** What is known around an object. */
export interface Project {
  readonly graph: Graph;
  readonly minor: number;
  readonly isCritical: (workload: Workload) => boolean;
}

const VARIABLES = ["object", "workload", "containers", "services", "critical", "pdb", "hpa"];

interface Compiled {
  readonly policy: ShortPolicy;
  readonly expr: Expr;
}

export class ShortPolicies {
  /** Expressions that do not compile, by the policy's id. */
  readonly faults: ReadonlyMap<string, Fault>;
  private readonly policies: readonly Compiled[];
  private readonly functions: Functions;

  constructor(policies: readonly Compiled[], faults: ReadonlyMap<string, Fault>, functions: Functions) {
    this.policies = policies;
    this.faults = faults;
    this.functions = functions;
  }

  evaluate(resource: Resource, project: Project): ShortFinding[] {
    const concerned = this.policies.filter(({ policy }) => isAbout(policy, resource, project.graph));
    if (concerned.length === 0) return [];
    const scope = scopeOf(resource, project);
    const budget = new Budget();
    return concerned.flatMap(compiled => this.ask(compiled, resource, scope, budget) ?? []);
  }

  private ask({ policy, expr }: Compiled, resource: Resource, scope: Scope, budget: Budget): ShortFinding | undefined {
    const { id, severity = "warning", help } = policy;
    const evaluation = new Evaluation(this.functions, scope, budget);
    const finding = (message: string, path: Path | undefined): ShortFinding | undefined => {
      if (evaluation.reads.some(read => resource.root.get(...read.path).isUnknown)) return undefined;
      const at = path === undefined || path.length === 0 ? resource.nameField : resource.root.get(...path);
      return { id, severity, message, ...(help === undefined ? {} : { help }), at };
    };
    try {
      if (evaluation.run(expr) === true) return undefined;
      const deepest = [...evaluation.reads].sort((a, b) => b.path.length - a.path.length)[0];
      return finding(policy.message, deepest?.path);
    } catch (error) {
      if (!(error instanceof CelError || error instanceof BudgetError)) throw error;
      return finding(`the policy's expression fails on this object: ${error.message}`, evaluation.reads.at(-1)?.path);
    }
  }
}

export async function loadShortPolicies(policies: readonly ShortPolicy[]): Promise<ShortPolicies> {
  const parse = await loadParser();
  const functions = libraryFunctions();
  for (const group of groupsWithTypes()) await loadTypes(group);
  const variables = new Map(VARIABLES.map(name => [name, DYN]));
  const faults = new Map<string, Fault>();
  const compiled: Compiled[] = [];
  for (const policy of policies) {
    const parsed = parse(policy.expression);
    const checked = "fault" in parsed ? undefined : check(parsed.expr, { functions, variables });
    const fault = "fault" in parsed ? parsed.fault : checked?.faults[0];
    const type = checked === undefined ? "" : formatType(checked.type);
    if (fault !== undefined) faults.set(policy.id, fault);
    // Fields of objects have no static type: what a field says counts as an answer too.
    else if (type !== "bool" && type !== "dyn")
      faults.set(policy.id, { at: 0, message: `must evaluate to bool but got ${type}` });
    else if (!("fault" in parsed)) compiled.push({ policy, expr: parsed.expr });
  }
  return new ShortPolicies(compiled, faults, functions);
}

function isAbout({ match = {} }: ShortPolicy, resource: Resource, graph: Graph): boolean {
  if (match.kinds !== undefined && !match.kinds.includes(resource.kind)) return false;
  if (match.namespaces !== undefined && !match.namespaces.includes(graph.namespaceOf(resource))) return false;
  return Object.entries(match.labels ?? {}).every(([key, value]) => resource.labels.get(key) === value);
}

function scopeOf(resource: Resource, { graph, minor, isCritical }: Project): Scope {
  const object = shown(resource, graph, minor);
  const workload = graph.workloads.find(one => one.resource === resource);
  const others = (resources: readonly Resource[]) =>
    new ListValue(resources.map(other => fromJson(shown(other, graph, minor))));
  const first = (resources: readonly Resource[]) => others(resources).items[0] ?? null;
  return new Map<string, Value>([
    ["object", fromJson(object, [])],
    ["workload", workload === undefined ? null : workloadValue(workload, object, graph)],
    ["containers", new ListValue(workload === undefined ? [] : containersOf(workload, object))],
    [
      "services",
      workload === undefined ? new ListValue([]) : others(graph.servicesOf(workload).map(service => service.resource)),
    ],
    ["critical", workload !== undefined && isCritical(workload)],
    ["pdb", workload === undefined ? null : first(graph.budgetsOf(workload))],
    ["hpa", workload === undefined ? null : first(graph.autoscalersOf(workload))],
  ]);
}

/** With defaults where the kind is built in, as written elsewhere. */
function shown(resource: Resource, graph: Graph, minor: number): JsonObject {
  const kind = servedKind(resource.apiVersion, resource.kind, minor);
  if (kind !== undefined) return defaultedObject(resource.root, kind, graph.namespaceOf(resource), minor);
  return resource.root.toValue() as JsonObject;
}

/** The pod template under a name that all kinds share, with the replicas that a rollout has to keep up. */
function workloadValue(workload: Workload, object: JsonObject, graph: Graph): Value {
  const { resource, template } = workload;
  const path = template.path.slice(resource.root.path.length);
  const replicas = graph.replicasOf(workload);
  return new MapValue([
    ["kind", workload.kind],
    ["name", resource.name ?? ""],
    ["namespace", graph.namespaceOf(resource)],
    ["replicas", replicas === undefined ? null : BigInt(Math.trunc(replicas))],
    ["template", fromJson(at(object, path), path)],
  ]);
}

function containersOf({ resource, containers }: Workload, object: JsonObject): Value[] {
  return containers.map(({ field, kind }) => {
    const path = field.path.slice(resource.root.path.length);
    const container = fromJson(at(object, path), path);
    const entries = container instanceof MapValue ? container.entries() : [];
    return new MapValue([...entries, ["kind", kind]], path);
  });
}

function at(object: JsonObject, path: Path): Json {
  let value: Json = object;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return null;
    value = (value as Record<string | number, Json>)[step] ?? null;
  }
  return value;
}
