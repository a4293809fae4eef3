// Whether an outage of a workload hurts. Decided by what the manifests themselves say about exposure, disruption, priority and
// redundancy, and always explained: every signal is a phrase for a message ("critical because: LoadBalancer Service web").

import { clientServicesOf } from "../graph/clients.ts";
import type { Graph } from "../graph/graph.ts";
import { demandOf, scaled } from "./budget.ts";
import { ANNOTATION, type Resource } from "./resource.ts";
import type { Workload } from "./workload.ts";

export interface Criticality {
  readonly critical: boolean;
  readonly signals: readonly string[];
}

/** How a message says why it is graver than usual: `; critical because: LoadBalancer Service web`. Empty where nothing was raised. */
export function criticalBecause({ critical, signals }: Criticality, isRaised = true): string {
  return critical && isRaised ? `; critical because: ${signals.join("; ")}` : "";
}

export type StrongSignal = "tier" | "external" | "priority" | "pdb";
export type SupportingSignal = "replicas" | "service" | "hpa" | "spread" | "prodNamespace" | "readiness";

export interface CriticalityConfig {
  readonly strong: readonly StrongSignal[];
  readonly supporting: { readonly atLeast: number; readonly of: readonly SupportingSignal[] };
  /** Label or annotation key -> values that mean "critical". */
  readonly tierLabels: Readonly<Record<string, readonly string[]>>;
  /** Globs; nothing in these namespaces is critical, unless an annotation or an override says so. */
  readonly ignoreNamespaces: readonly string[];
  /** `Kind/namespace/name` with `*`; the last that matches decides. */
  readonly overrides: readonly { readonly match: string; readonly critical: boolean }[];
}

const TIERS = ["critical", "tier0", "tier-0", "tier1", "tier-1", "p0", "p1", "high", "mission-critical"];
const TIER_KEYS = ["criticality", "tier", "service-tier", "app-tier", "slo/tier", "business-criticality"];

export const DEFAULT_CRITICALITY: CriticalityConfig = {
  strong: ["tier", "external", "priority", "pdb"],
  supporting: { atLeast: 2, of: ["replicas", "service", "hpa", "spread", "prodNamespace", "readiness"] },
  tierLabels: Object.fromEntries(TIER_KEYS.map(key => [key, TIERS])),
  ignoreNamespaces: [],
  overrides: [],
};

const PRODUCTION = /^(prod|production|live)([-_]|$)/;
const PLAYGROUND = /^(dev|test|ci|sandbox|local|e2e)([-_]|$)/;
const ENVIRONMENT_LABELS = ["env", "environment"];
const HIGH_PRIORITY = 1_000_000;

export function criticality(
  workload: Workload,
  graph: Graph,
  config: CriticalityConfig = DEFAULT_CRITICALITY,
): Criticality {
  const decided = decidedByAuthor(workload, graph, config);
  if (decided !== undefined) return decided;
  const namespace = graph.namespaceOf(workload.resource);
  if (config.ignoreNamespaces.some(pattern => matchesGlob(pattern, namespace))) return { critical: false, signals: [] };
  const strong = config.strong
    .map(signal => STRONG[signal](workload, graph, config))
    .filter(text => text !== undefined);
  const supporting = config.supporting.of
    .map(signal => SUPPORTING[signal](workload, graph, config))
    .filter(text => text !== undefined);
  const signals = [...strong, ...supporting];
  if (strong.length > 0) return { critical: true, signals };
  return { critical: supporting.length >= config.supporting.atLeast && !isVetoed(workload, graph), signals };
}

function decidedByAuthor(workload: Workload, graph: Graph, config: CriticalityConfig): Criticality | undefined {
  const { resource } = workload;
  const namespace = graph.namespaceOf(resource);
  const own = verdict(workload.annotation(ANNOTATION.critical));
  if (own !== undefined) return { critical: own, signals: [`annotation ${ANNOTATION.critical}`] };
  const title = `${workload.kind}/${namespace}/${resource.name ?? ""}`;
  const override = config.overrides.findLast(({ match }) => matchesGlob(match, title));
  if (override !== undefined) return { critical: override.critical, signals: [`configuration "${override.match}"`] };
  for (const object of graph.find("/Namespace", namespace, resource)) {
    const there = verdict(object.annotation(ANNOTATION.critical));
    if (there !== undefined)
      return { critical: there, signals: [`annotation ${ANNOTATION.critical} on Namespace ${namespace}`] };
  }
  return undefined;
}

function verdict(value: string | undefined): boolean | undefined {
  return value === "true" ? true : value === "false" ? false : undefined;
}

/** `*` stands for any text. Linear: each part is searched once, from where the last one ended. */
function matchesGlob(pattern: string, text: string): boolean {
  const parts = pattern.split("*");
  const first = parts[0] ?? "";
  const last = parts.at(-1) ?? "";
  if (parts.length === 1) return pattern === text;
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > text.length - last.length) return false;
    at = found + part.length;
  }
  return true;
}

type Signal = (workload: Workload, graph: Graph, config: CriticalityConfig) => string | undefined;

const STRONG: Readonly<Record<StrongSignal, Signal>> = {
  tier(workload, _graph, { tierLabels }) {
    const labels = [workload.resource.labels, workload.podLabels];
    for (const [key, values] of Object.entries(tierLabels)) {
      for (const value of [...labels.map(map => map.get(key)), workload.annotation(key)])
        if (value !== undefined && values.includes(value)) return `label ${key}: ${value}`;
    }
    return undefined;
  },
  external(workload, graph) {
    for (const service of graph.servicesOf(workload)) {
      if (service.isExternal) return `${exposure(service.type)} Service ${service.name ?? "?"}`;
      const route = graph.routesTo(service).find(leadsIn);
      if (route !== undefined) return `${route.kind} ${route.name ?? "?"} leads to Service ${service.name ?? "?"}`;
    }
    return undefined;
  },
  priority(workload, graph) {
    const name = workload.podSpec.get("priorityClassName").string;
    if (name === undefined) return undefined;
    // system-cluster-critical, system-node-critical, and classes of one's own.
    if (/critical/.test(name)) return `priorityClassName ${name}`;
    const classes = graph.find("scheduling.k8s.io/PriorityClass", name, workload.resource);
    const value = classes.map(({ root }) => root.get("value").number ?? 0).find(number => number >= HIGH_PRIORITY);
    return value === undefined ? undefined : `PriorityClass ${name} of value ${value}`;
  },
  pdb(workload, graph) {
    const budget = graph.budgetsOf(workload).find(candidate => demandsAPod(candidate, graph.replicasOf(workload)));
    return budget === undefined ? undefined : `PodDisruptionBudget ${budget.name ?? "?"} requires an available pod`;
  },
};

function exposure(type: string): string {
  return type === "LoadBalancer" || type === "NodePort" ? type : "externalIPs";
}

/** A route leads in from outside; a VirtualService does when it is bound to a gateway. */
function leadsIn(route: Resource): boolean {
  if (route.kind !== "VirtualService") return !isForMesh(route);
  return route.spec
    .get("gateways")
    .items()
    .some(gateway => gateway.scalar !== "mesh");
}

/** A route of the Gateway API that hangs on Services alone: it chooses among versions for requests from within. */
function isForMesh({ spec }: Resource): boolean {
  const parents = spec.get("parentRefs").items();
  return parents.length > 0 && parents.every(parent => parent.get("kind").scalar === "Service");
}

/** The owner declared that at least one pod has to stay up. */
function demandsAPod(budget: Resource, replicas: number | undefined): boolean {
  const demand = demandOf(budget);
  if (demand === undefined || demand.field === "none") return false;
  if (demand.field === "minAvailable") return demand.value >= 1;
  if (replicas === undefined) return demand.value === 0;
  return scaled(demand, replicas) < replicas;
}

const SUPPORTING: Readonly<Record<SupportingSignal, Signal>> = {
  replicas(workload, graph) {
    const count = graph.replicasOf(workload);
    return count !== undefined && count >= 2 ? `${count} replicas` : undefined;
  },
  service(workload, graph) {
    // A Service through which only monitoring reads does not make a pod one that must not be away.
    const [service] = clientServicesOf(workload, graph);
    return service === undefined ? undefined : `Service ${service.name ?? "?"}`;
  },
  hpa(workload, graph) {
    const [autoscaler] = graph.autoscalersOf(workload);
    return autoscaler === undefined ? undefined : `${autoscaler.kind} ${autoscaler.name ?? "?"}`;
  },
  spread(workload, graph) {
    const { podSpec } = workload;
    // One pod has nothing to be spread from: the terms came along from a template, or keep away from other workloads.
    if (graph.replicasOf(workload) === 1) return undefined;
    if (podSpec.get("topologySpreadConstraints").items().length > 0) return "topologySpreadConstraints";
    return podSpec.get("affinity", "podAntiAffinity").entries().length > 0 ? "podAntiAffinity" : undefined;
  },
  prodNamespace(workload, graph) {
    const place = environments(workload, graph).find(text => PRODUCTION.test(text));
    return place === undefined ? undefined : `environment ${place}`;
  },
  readiness({ longRunningContainers }) {
    return longRunningContainers.some(({ readiness }) => readiness !== undefined) ? "readinessProbe" : undefined;
  },
};

/** The namespace, and what the labels of the workload call its environment. */
function environments(workload: Workload, graph: Graph): string[] {
  const labels = [workload.resource.labels, workload.podLabels];
  const values = ENVIRONMENT_LABELS.flatMap(key => labels.map(map => map.get(key)));
  return [graph.namespaceOf(workload.resource), ...values.filter(value => value !== undefined)];
}

function isVetoed(workload: Workload, graph: Graph): boolean {
  if (workload.kind === "Pod" || !workload.isLongRunning || graph.replicasOf(workload) === 0) return true;
  return environments(workload, graph).some(text => PLAYGROUND.test(text));
}
