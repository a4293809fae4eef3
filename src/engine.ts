// Shows each rule its targets, one traversal for all of them, and collects what they answer. A rule that throws loses its own finding on
// that target and says so; all else goes on.

import { Field } from "./field.ts";
import type { FileTime } from "./file-time.ts";
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
  /** Undefined for rules about a whole scope. */
  readonly resource: Resource | undefined;
  readonly graph: Graph;
  readonly error: unknown;
}

export interface Outcome {
  readonly found: readonly Found[];
  readonly faults: readonly Fault[];
  /** How often each rule was shown something: a pass without a look proves nothing. */
  readonly offered: ReadonlyMap<string, number>;
  /** Of files that have had their time, each the first object that not every rule was shown. */
  readonly givenUp: readonly Resource[];
}

export interface Situation {
  readonly minor: number;
  criticality: (workload: Workload, graph: Graph) => ReturnType<Context["criticality"]>;
  /** Rules are shown only these objects; all where it is absent. */
  readonly focus?: ((resource: Resource) => boolean) | undefined;
  /** How long each file may take, asked before rules are shown an object of it. Rules about the whole scope count for no file. */
  readonly time: FileTime;
}

/** Runs the rules over one scope. */
export function run(rules: readonly ActiveRule[], graph: Graph, situation: Situation): Outcome {
  const found: Found[] = [];
  const faults: Fault[] = [];
  const judged = new Map<Workload, ReturnType<Context["criticality"]>>();
  const criticality = (subject: Workload) => {
    const known = judged.get(subject) ?? situation.criticality(subject, graph);
    judged.set(subject, known);
    return known;
  };
  const seats = rules
    .filter(({ rule }) => rule.check !== undefined)
    .map(({ rule, options, optionsFor }): Seat => {
      const context = { graph, minor: situation.minor, options, workload: undefined, criticality };
      return { rule, context, offered: 0, optionsFor };
    });
  const byTarget = groupByTarget(seats);
  const { focus = () => true, time } = situation;
  const givenUp: Resource[] = [];

  const show = (kind: TargetKind, target: unknown, resource?: Resource, workload?: Workload, container?: Container) => {
    if (resource !== undefined) time.on(resource.file);
    let done = 0;
    for (const seat of byTarget.get(kind) ?? []) {
      if (resource !== undefined && done++ % RULES_A_LOOK === 0 && time.isUp()) {
        if (time.isToBeTold()) givenUp.push(resource);
        return;
      }
      const { rule, context } = seat;
      seat.offered++;
      // One context serves all targets of a rule: its findings are taken before the next target is shown.
      context.workload = workload;
      // Overrides of the configuration give some objects other options.
      if (seat.optionsFor !== undefined) context.options = seat.optionsFor(resource);
      try {
        for (const finding of rule.check?.(target, context) ?? []) {
          if (typeof finding?.message !== "string" || !(finding.at instanceof Field)) throw new Error("no finding");
          found.push({ rule, finding, resource, container, graph });
        }
      } catch (error) {
        faults.push({ rule, resource, graph, error });
      }
    }
  };

  const isShown = (resource: Resource) => focus(resource) && !resource.isControlled;
  show("scope", graph);
  for (const resource of graph.resources) if (isShown(resource)) show("resource", resource, resource);
  for (const service of graph.services) if (isShown(service.resource)) show("service", service, service.resource);
  for (const workload of graph.workloads) {
    if (!isShown(workload.resource)) continue;
    show("workload", workload, workload.resource, workload);
    for (const container of workload.containers) show("container", container, workload.resource, workload, container);
  }
  time.off();
  const offered = new Map(seats.map(seat => [seat.rule.id, seat.offered]));
  return { found, faults, offered, givenUp };
}

/** A look at the clock costs as much as many a rule. */
const RULES_A_LOOK = 8;

/** A rule at work. */
interface Seat {
  readonly rule: AnyRule;
  readonly context: Omit<Context, "workload" | "options"> & { -readonly [key in "workload" | "options"]: Context[key] };
  readonly optionsFor: ActiveRule["optionsFor"] | undefined;
  offered: number;
}

function groupByTarget(seats: readonly Seat[]): Map<TargetKind, Seat[]> {
  const groups = new Map<TargetKind, Seat[]>();
  for (const seat of seats) {
    const group = groups.get(seat.rule.target);
    if (group === undefined) groups.set(seat.rule.target, [seat]);
    else group.push(seat);
  }
  return groups;
}
