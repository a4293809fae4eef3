// What there is to find out about a workload: how long its pods take, what the controllers make of that, who gets the requests, and what else the
// scenario has in store.

import { type CanaryRun, simulateCanary } from "./argo.ts";
import type { Action } from "./controller.ts";
import { simulateDrain } from "./drain.ts";
import { type Backend, type EndpointTimeline, endpointTimeline, refusedPerPod, shutdownMoments } from "./endpoints.ts";
import type { DisruptionBudget } from "./fenceposts.ts";
import { type JobResult, simulateJob } from "./job.ts";
import { type PodTimes, podTimes, type TimesInput } from "./podtimes.ts";
import type { DrainSummary, Mode } from "./result.ts";
import { isRolledOut, type PodLife, type RolloutParams, type RolloutTimeline, simulateRollout } from "./rollout.ts";
import { NO_SCENARIO, type Scenario } from "./scenario.ts";
import { scriptOf } from "./script.ts";
import { type Data, dataAt, isData, kindOf, listAt, nameOf, replicasOf, textAt } from "./spec.ts";

export interface SimulateOptions {
  /** Services and PodDisruptionBudgets that may concern the workload; those that do are found by their selectors. */
  readonly services?: readonly unknown[];
  readonly budgets?: readonly unknown[];
  readonly scenario?: Scenario;
  /** `range` when absent. */
  readonly mode?: Mode;
  readonly seed?: number;
  /** Namespace of objects that name none. */
  readonly namespace?: string;
}

/** Everything that was found out, for the answers and the drawings. */
export interface Findings {
  readonly manifest: unknown;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly replicas: number;
  readonly mode: Mode;
  readonly scenario: Scenario;
  readonly times: PodTimes;
  readonly oldTimes: PodTimes;
  /** The run that is drawn. */
  readonly run: RolloutTimeline | undefined;
  /** With the shortest and the longest readiness; the same as `run` in the modes that look at one run. */
  readonly bestRun: RolloutTimeline | undefined;
  readonly worstRun: RolloutTimeline | undefined;
  /** When the new version is applied. */
  readonly startAt: number;
  readonly services: readonly string[];
  /** Services were given, so that none that selects the pods means none. */
  readonly knowsServices: boolean;
  readonly endpoints: EndpointTimeline | undefined;
  readonly refusedPerPod: number;
  readonly drains: readonly DrainSummary[];
  readonly canary: CanaryRun | undefined;
  readonly job: JobResult | undefined;
  /** The scenario says when the Job's container ends. */
  readonly knowsJobTime: boolean;
}

const STARTUP_ANNOTATION = "kprobe-lint.dev/startup-seconds";

/** Time from one moment to another that may never come. */
export function since(moment: number | null, start: number): number | null {
  return moment === null ? null : Math.round((moment - start) * 1000) / 1000;
}

/** The pod template's place by kind. */
export function podTemplateOf(manifest: unknown): Data {
  const kind = kindOf(manifest);
  if (kind === "Pod") return dataAt(manifest);
  if (kind === "CronJob") return dataAt(manifest, "spec", "jobTemplate", "spec", "template");
  return dataAt(manifest, "spec", "template");
}

export function investigate(manifest: unknown, options: SimulateOptions): Findings {
  const scenario = options.scenario ?? NO_SCENARIO;
  const mode = options.mode ?? "range";
  const [kind, name] = [kindOf(manifest), nameOf(manifest)];
  const namespace = textAt(dataAt(manifest, "metadata"), "namespace") ?? options.namespace ?? "default";
  const template = podTemplateOf(manifest);
  const labels = dataAt(template, "metadata", "labels");
  const services = servicesOf(options, namespace, labels, scenario);
  const input = (isNew: boolean): TimesInput => ({
    podSpec: template.spec,
    workload: name,
    scenario,
    isNew,
    startupSeconds: startupSeconds(manifest, template),
    mode,
    seed: options.seed ?? 1,
    serving: servingContainer(template, services),
  });
  const times = podTimes(input(true));
  const oldTimes = Object.keys(scenario.newVersion).length === 0 ? times : podTimes(input(false));
  const replicas = kind === "DaemonSet" ? scenario.cluster.nodes : kind === "Pod" ? 1 : replicasOf(manifest);
  const runs = runsOf(manifest, kind, scenario, times, oldTimes);
  const served = services.length > 0 || options.services === undefined;
  const endpoints =
    runs.run === undefined || !served ? undefined : endpointsOf(runs.run, times, oldTimes, scenario, labels);
  return {
    manifest,
    kind,
    name,
    namespace,
    replicas,
    mode,
    scenario,
    times,
    oldTimes,
    ...runs,
    startAt: scenario.events.find(event => event.do === "image")?.at ?? 0,
    services: services.map(nameOf),
    knowsServices: options.services !== undefined,
    endpoints,
    refusedPerPod: served ? refusedPerPod(oldTimes.shutdown, scenario.cluster.propagation) : 0,
    drains: drainsOf(kind, scenario, replicas, times, budgetsOf(options, namespace, labels)),
    canary: canaryOf(manifest, kind, times),
    ...jobOf(manifest, kind, scenario, template),
  };
}

/** How long the author says a start takes; on the object or on its pod template. */
function startupSeconds(manifest: unknown, template: Data): number {
  for (const holder of [dataAt(manifest), template]) {
    const seconds = Number(dataAt(holder, "metadata", "annotations")[STARTUP_ANNOTATION] ?? Number.NaN);
    if (Number.isFinite(seconds) && seconds >= 0) return Math.min(seconds, 3600);
  }
  return 0;
}

// Services and budgets

function matches(selector: Data, labels: Data): boolean {
  const pairs = Object.entries(selector);
  return pairs.length > 0 && pairs.every(([key, value]) => labels[key] === value);
}

function isIn(object: unknown, namespace: string, fallback: string | undefined): boolean {
  return (textAt(dataAt(object, "metadata"), "namespace") ?? fallback ?? "default") === namespace;
}

/** Services that select the pods, now or after an event of the scenario. */
function servicesOf(options: SimulateOptions, namespace: string, labels: Data, scenario: Scenario): unknown[] {
  return (options.services ?? []).filter(service => {
    if (!isIn(service, namespace, options.namespace)) return false;
    if (matches(dataAt(service, "spec", "selector"), labels)) return true;
    const name = nameOf(service);
    return scenario.events.some(
      event => event.do === "selector" && event.service === name && matches(event.selector, labels),
    );
  });
}

function budgetsOf(options: SimulateOptions, namespace: string, labels: Data): Data[] {
  return (options.budgets ?? []).filter(isData).filter(budget => {
    const selector = dataAt(budget, "spec", "selector");
    return isIn(budget, namespace, options.namespace) && matches(dataAt(selector, "matchLabels"), labels);
  });
}

/** The container that owns the first target port of a Service. */
function servingContainer(template: Data, services: readonly unknown[]): string | undefined {
  const wanted = services.flatMap(service =>
    listAt(dataAt(service, "spec"), "ports")
      .filter(isData)
      .map(port => port.targetPort ?? port.port),
  );
  const containers = listAt(dataAt(template, "spec"), "containers").filter(isData);
  const owner = containers.find(container =>
    listAt(container, "ports")
      .filter(isData)
      .some(port => wanted.includes(port.name) || wanted.includes(port.containerPort)),
  );
  return owner === undefined ? undefined : textAt(owner, "name");
}

// The rollout

function actionsOf(scenario: Scenario): { update: boolean; actions: Action[] } {
  const actions: Action[] = [];
  let version = 1;
  for (const event of scenario.events) {
    if (event.do === "image") actions.push({ at: event.at, do: "update", version: ++version });
    else if (event.do === "scale") actions.push({ at: event.at, do: "scale", replicas: event.replicas });
    else if (event.do !== "selector" && event.do !== "drain") actions.push({ at: event.at, do: event.do });
  }
  return { update: version === 1, actions };
}

type Runs = Pick<Findings, "run" | "bestRun" | "worstRun">;

function runsOf(manifest: unknown, kind: string, scenario: Scenario, times: PodTimes, oldTimes: PodTimes): Runs {
  if (!isRolledOut(kind)) return { run: undefined, bestRun: undefined, worstRun: undefined };
  const { update, actions } = actionsOf(scenario);
  const onlyMoves = scenario.events.length > 0 && actions.length === 0;
  const runWith = (ready: (index: number) => number, oldReady: (index: number) => number): RolloutTimeline => {
    const params: RolloutParams = {
      old: { readySeconds: oldReady, terminationSeconds: oldTimes.terminationSeconds },
      new: { readySeconds: ready, terminationSeconds: times.terminationSeconds },
      update: update && !onlyMoves,
      actions,
      nodes: scenario.cluster.nodes,
      featureGates: scenario.cluster.featureGates,
    };
    return simulateRollout(manifest, params);
  };
  const fixed = (seconds: number) => () => (Number.isFinite(seconds) ? seconds : -1);
  const run = runWith(times.readySeconds, oldTimes.readySeconds);
  if (times.range === undefined) return { run, bestRun: run, worstRun: run };
  return {
    run,
    bestRun: runWith(fixed(times.earliest), fixed(oldTimes.earliest)),
    worstRun: runWith(fixed(times.latest), fixed(oldTimes.latest)),
  };
}

// Endpoints

function backendOf(pod: PodLife, times: PodTimes): Backend {
  const moments = shutdownMoments(times.shutdown);
  const established = pod.created === null;
  const readyFrom = established ? Number.NEGATIVE_INFINITY : pod.ready;
  const deleted = pod.deleted ?? Number.POSITIVE_INFINITY;
  const isReady = readyFrom !== null && readyFrom < deleted;
  return {
    name: pod.name,
    ready: isReady ? [readyFrom, deleted] : undefined,
    terminating: isReady && pod.deleted !== null ? [deleted, deleted + moments.exits] : undefined,
    accepts: [
      established ? Number.NEGATIVE_INFINITY : (pod.created ?? 0) + times.acceptsSeconds,
      deleted + moments.closes,
    ],
  };
}

function endpointsOf(
  run: RolloutTimeline,
  times: PodTimes,
  oldTimes: PodTimes,
  scenario: Scenario,
  labels: Data,
): EndpointTimeline {
  const backends = run.pods.map(pod => backendOf(pod, pod.version === 1 ? oldTimes : times));
  const { propagation, kubeProxyFallback } = scenario.cluster;
  const switched = scenario.events.filter(event => event.do === "selector");
  const windowed = switched.reduce<Backend[]>(
    (list, event) => list.map(backend => afterSwitch(backend, event.at, matches(event.selector, labels))),
    backends,
  );
  const answering = windowed.reduce((latest, { accepts }) => Math.max(latest, accepts[0]), 0);
  const last = Math.max(
    answering,
    run.aggregates.rolloutDoneAt ?? 0,
    run.entries.at(-1)?.t ?? 0,
    ...switched.map(({ at }) => at),
  );
  return endpointTimeline(windowed, { propagationSeconds: propagation, kubeProxyFallback }, 0, last + propagation + 1);
}

/** A selector that leads to these pods lists them from then on; one that does not drops them. */
function afterSwitch(backend: Backend, at: number, selects: boolean): Backend {
  const { ready } = backend;
  if (ready === undefined) return backend;
  return { ...backend, ready: selects ? [Math.max(ready[0], at), ready[1]] : [ready[0], Math.min(ready[1], at)] };
}

// Other things that happen

function drainsOf(
  kind: string,
  scenario: Scenario,
  replicas: number,
  times: PodTimes,
  budgets: readonly Data[],
): DrainSummary[] {
  const budget = budgets[0];
  return scenario.events.flatMap(event => {
    if (event.do !== "drain") return [];
    const onNode = event.pods ?? Math.ceil(replicas / scenario.cluster.nodes);
    const result = simulateDrain({
      replicas,
      onNode,
      budget: budget === undefined ? undefined : (dataAt(budget, "spec") as DisruptionBudget),
      readySeconds: Number.isFinite(times.latest) ? times.latest : -1,
      terminationSeconds: times.terminationSeconds,
      replacesAfterTermination: kind === "StatefulSet",
    });
    const name = budget === undefined ? null : nameOf(budget);
    const { doneAt, minHealthy, entries } = result;
    return [{ at: event.at, pods: Math.min(onNode, replicas), budget: name, doneAt, minHealthy, entries }];
  });
}

function canaryOf(manifest: unknown, kind: string, times: PodTimes): CanaryRun | undefined {
  if (kind !== "Rollout" || !isData(dataAt(manifest, "spec", "strategy").canary)) return undefined;
  return simulateCanary(manifest, Number.isFinite(times.latest) ? times.latest : times.earliest);
}

function jobOf(
  manifest: unknown,
  kind: string,
  scenario: Scenario,
  template: Data,
): Pick<Findings, "job" | "knowsJobTime"> {
  if (kind !== "Job" && kind !== "CronJob") return { job: undefined, knowsJobTime: false };
  const first = listAt(dataAt(template, "spec"), "containers").find(isData);
  const exit = scriptOf(scenario, nameOf(manifest), textAt(first ?? {}, "name") ?? "", false)?.exit;
  const failures = exit === undefined || exit.code === 0 ? 0 : Number.POSITIVE_INFINITY;
  const job = simulateJob(kind === "Job" ? manifest : dataAt(manifest, "spec", "jobTemplate"), {
    runSeconds: exit?.at ?? 0,
    failures,
  });
  return { job, knowsJobTime: exit !== undefined };
}
