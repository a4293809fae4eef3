// Shows each rule its targets, one traversal for all of them, and collects what they answer. A rule that throws loses its own finding on
// that target and says so; all else goes on.

import type { Graph } from "./graph/graph.ts";
import type { Container } from "./kubernetes/container.ts";
import type { Resource } from "./kubernetes/resource.ts";
import type { Workload } from "./kubernetes/workload.ts";
import type { AnyRule, Context, Finding, OptionValue, TargetKind } from "./rule.ts";

export interface ActiveRule {
  readonly rule: AnyRule;
  readonly options: Readonly<Record<string, OptionValue>>;
  /** The options for one object, where the configuration has other ones for some. */
  readonly optionsFor?: (resource: Resource | undefined) => Readonly<Record<string, OptionValue>>;
}

/** A finding and what it was found on. */
export interface Found {
  readonly rule: AnyRule;
  readonly finding: Finding;
  /** Undefined for findings about a whole scope; their place tells the object. */
  readonly resource: Resource | undefined;
  readonly container: Container | undefined;
  readonly graph: Graph;
}

/** A bug in a rule, and where it showed. */
export interface Fault {
  readonly rule: AnyRule;
  readonly resource: Resource | undefined;
  readonly error: unknown;
}

export interface Outcome {
  readonly found: readonly Found[];
  readonly faults: readonly Fault[];
  /** How often each rule was shown something: a pass without a look proves nothing. */
  readonly offered: ReadonlyMap<string, number>;
}

export interface Situation {
  readonly minor: number;
  criticality: (workload: Workload, graph: Graph) => ReturnType<Context["criticality"]>;
}

/** Runs the rules over one scope. */
export function run(rules: readonly ActiveRule[], graph: Graph, situation: Situation): Outcome {
  const found: Found[] = [];
  const faults: Fault[] = [];
  const offered = new Map<string, number>();
  const byTarget = groupByTarget(rules);

  const judged = new Map<Workload, ReturnType<Context["criticality"]>>();
  const criticality = (subject: Workload) => {
    const known = judged.get(subject) ?? situation.criticality(subject, graph);
    judged.set(subject, known);
    return known;
  };
  type Writable = { -readonly [key in "workload" | "options"]: Context[key] };
  const contexts = new Map<ActiveRule, Omit<Context, keyof Writable> & Writable>();
  for (const active of rules) {
    contexts.set(active, { graph, minor: situation.minor, options: active.options, workload: undefined, criticality });
  }

  const show = (kind: TargetKind, target: unknown, resource?: Resource, workload?: Workload, container?: Container) => {
    for (const active of byTarget.get(kind) ?? []) {
      const { rule } = active;
      const context = contexts.get(active);
      if (rule.check === undefined || context === undefined) continue;
      offered.set(rule.id, (offered.get(rule.id) ?? 0) + 1);
      // One context serves all targets of a rule: its findings are taken before the next target is shown.
      context.workload = workload;
      if (active.optionsFor !== undefined) context.options = active.optionsFor(resource);
      try {
        for (const finding of rule.check(target, context)) found.push({ rule, finding, resource, container, graph });
      } catch (error) {
        faults.push({ rule, resource, error });
      }
    }
  };

  show("scope", graph);
  for (const resource of graph.resources) show("resource", resource, resource);
  for (const service of graph.services) show("service", service, service.resource);
  for (const workload of graph.workloads) {
    show("workload", workload, workload.resource, workload);
    for (const container of workload.containers) show("container", container, workload.resource, workload, container);
  }
  return { found, faults, offered };
}

function groupByTarget(rules: readonly ActiveRule[]): Map<TargetKind, ActiveRule[]> {
  const groups = new Map<TargetKind, ActiveRule[]>();
  for (const active of rules) groups.set(active.rule.target, [...(groups.get(active.rule.target) ?? []), active]);
  return groups;
}
