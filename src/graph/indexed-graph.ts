import { canonicalKind, isClusterScoped, kindOf } from "../kubernetes/kinds.ts";
import type { Resource } from "../kubernetes/resource.ts";
import { labelSelector, type Selector } from "../kubernetes/selector.ts";
import type { Service } from "../kubernetes/service.ts";
import type { Workload } from "../kubernetes/workload.ts";
import type { GraphOptions } from "./build.ts";
import type {
  Completeness,
  Elsewhere,
  Graph,
  NearMiss,
  PortResolution,
  ResolvedReference,
  Selection,
} from "./graph.ts";
import { makerOf } from "./makers.ts";
import { nearestNamed } from "./nearest-name.ts";
import { areNeighbours } from "./place-list.ts";
import { EVERYWHERE } from "./pod-index.ts";
import { resolvePorts } from "./ports.ts";
import { type Reference, referencesOf } from "./read-references.ts";
import { keysIn, routePort } from "./resolve.ts";
import { compareNames, type ResourceIndex } from "./resource-index.ts";
import { Selections } from "./selections.ts";

const AUTOSCALERS = ["autoscaling/HorizontalPodAutoscaler", "keda.sh/ScaledObject"];
/** Objects that a list answer holds at most: thousands of equal ones say no more than these. */
const LISTED = 256;
/** Workloads in which the ports of one Service are resolved. */
const RESOLVED = 64;
/** Files of a chart that hold no template text stand among files that do. */
const CHART = /(^|\/)(templates|charts)\//;
const NOTHING: readonly never[] = [];

/** The graph of one scope, over its indexes. */
export class IndexedGraph implements Graph {
  readonly name: string;
  readonly index: ResourceIndex;
  readonly #options: GraphOptions;
  readonly #selections: Selections;
  readonly #ports = new Map<Service, readonly PortResolution[]>();
  readonly #references = new Map<Resource, readonly ResolvedReference[]>();
  #referrers: ReadonlyMap<Resource, readonly ResolvedReference[]> | undefined;
  #budgets: ReadonlyMap<Workload, readonly Resource[]> | undefined;
  #autoscalers: ReadonlyMap<Workload, readonly Resource[]> | undefined;
  #routes: ReadonlyMap<Resource, readonly Resource[]> | undefined;

  constructor(index: ResourceIndex, options: GraphOptions) {
    this.name = options.name ?? "";
    this.index = index;
    this.#options = options;
    this.#selections = new Selections(index, options.background);
  }

  get resources(): readonly Resource[] {
    return this.index.resources;
  }

  get workloads(): readonly Workload[] {
    return this.index.workloads;
  }

  get services(): readonly Service[] {
    return this.index.services;
  }

  namespaceOf(resource: Resource): string {
    return this.index.namespaceOf(resource);
  }

  servicesOf(workload: Workload): readonly Service[] {
    return this.#selections.servicesOf(workload);
  }

  workloadsOf(service: Service): readonly Workload[] {
    return this.#selections.workloadsOf(service);
  }

  selectionOf(service: Service): Selection {
    return this.#selections.ofService(service);
  }

  select(selector: Selector, from: Resource): Selection {
    return this.#selections.select(selector, from);
  }

  elsewhereOf(service: Service): readonly Elsewhere[] {
    return this.#selections.elsewhereOf(service);
  }

  nearestOf(service: Service): NearMiss<Workload> | undefined {
    return this.#selections.nearestOf(service);
  }

  nearestTo(selector: Selector, from: Resource): NearMiss<Workload> | undefined {
    return this.#selections.nearestTo(selector, from);
  }

  overlapsOf(workload: Workload): readonly Workload[] {
    return this.#selections.overlapsOf(workload);
  }

  portsOf(service: Service): readonly PortResolution[] {
    let ports = this.#ports.get(service);
    if (ports === undefined) {
      ports = resolvePorts(service, this.workloadsOf(service).slice(0, RESOLVED));
      this.#ports.set(service, ports);
    }
    return ports;
  }

  /** pkg/controller/podautoscaler never goes below minReplicas; a paused or unknown one says nothing. */
  replicasOf(workload: Workload): number | undefined {
    const minima = this.autoscalersOf(workload).map(({ kind, spec }) => {
      const field = spec.get(kind === "ScaledObject" ? "minReplicaCount" : "minReplicas");
      return field.exists ? field.number : kind === "ScaledObject" ? 0 : 1;
    });
    if (minima.length === 0) return workload.replicas;
    return minima.includes(undefined) ? undefined : Math.max(...minima.map(minimum => minimum ?? 0));
  }

  autoscalersOf(workload: Workload): readonly Resource[] {
    this.#autoscalers ??= this.#findAutoscalers();
    return this.#autoscalers.get(workload) ?? NOTHING;
  }

  budgetsOf(workload: Workload): readonly Resource[] {
    this.#budgets ??= this.#findBudgets();
    return this.#budgets.get(workload) ?? NOTHING;
  }

  routesTo(service: Service): readonly Resource[] {
    this.#routes ??= this.#findRoutes();
    return this.#routes.get(service.resource) ?? NOTHING;
  }

  find(groupKind: string, name: string, from: Resource): readonly Resource[] {
    return this.findIn(groupKind, name, this.namespaceOf(from), from);
  }

  /** As `find`, in a namespace that the reference writes down. */
  findIn(groupKind: string, name: string, namespace: string, from: Resource): readonly Resource[] {
    const found = this.index.names.find(groupKind, namespace, name, this.index.ringsOf(from)).resources;
    if (found.length > 0) return found;
    const { background } = this.#options;
    if (background === undefined) return NOTHING;
    return background.names.anywhere(groupKind, name).filter(resource => !this.#selections.isOwn(resource));
  }

  inOtherNamespaces(groupKind: string, name: string, from: Resource): readonly Resource[] {
    const kind = canonicalKind(groupKind);
    if (isClusterScoped(kind)) return NOTHING;
    const namespace = this.namespaceOf(from);
    return this.index.names.anywhere(kind, name).filter(resource => this.namespaceOf(resource) !== namespace);
  }

  nearestName(groupKind: string, name: string, from: Resource): NearMiss<Resource> | undefined {
    const namespace = this.namespaceOf(from);
    return nearestNamed(name, this.index.ringsOf(from), ring =>
      this.index.names.ofKind(groupKind, namespace, ring, LISTED),
    );
  }

  completeness(groupKind: string, from: Resource): Completeness {
    if (this.#options.complete === true) return "complete";
    // What stands beside it in a chart is written in templates, which cannot be read.
    if (this.#options.together !== true && CHART.test(from.file)) return "unknown";
    if (
      this.#options.partial === true ||
      !this.#options.context ||
      !this.index.names.has(groupKind, this.namespaceOf(from))
    )
      return "unknown";
    return this.#options.together === true ? "complete" : "candidates";
  }

  workloadOf(resource: Resource): Workload | undefined {
    return this.index.workloadOf(resource);
  }

  serviceOf(resource: Resource): Service | undefined {
    return this.index.serviceOf(resource);
  }

  referencesOf(resource: Resource): readonly ResolvedReference[] {
    let resolved = this.#references.get(resource);
    if (resolved === undefined) {
      resolved = referencesOf(resource, this.workloadOf(resource)).map(reference => this.#resolve(reference));
      this.#references.set(resource, resolved);
    }
    return resolved;
  }

  referrersOf(resource: Resource): readonly ResolvedReference[] {
    this.#referrers ??= this.#findReferrers();
    return this.#referrers.get(resource) ?? NOTHING;
  }

  duplicatesOf(resource: Resource): readonly Resource[] {
    const { name } = resource;
    if (name === undefined) return NOTHING;
    const namespace = this.namespaceOf(resource);
    if (this.index.names.isAlone(resource, namespace, name)) return NOTHING;
    const rings = this.index.ringsOf(resource).slice(0, 1);
    const { resources } = this.index.names.find(kindOf(resource), namespace, name, rings);
    return resources.filter(other => other !== resource);
  }

  #resolve(reference: Reference): ResolvedReference {
    const { from, groupKind, name } = reference;
    const namespace = reference.namespace ?? this.namespaceOf(from);
    const targets = this.findIn(groupKind, name, namespace, from);
    const known = targets.map(keysIn);
    const missingKeys =
      known.length === 0 || known.includes(undefined)
        ? []
        : reference.keys.filter(({ string }) => string !== undefined && !known.some(keys => keys?.has(string)));
    const service = targets.map(target => this.serviceOf(target)).find(found => found !== undefined);
    return {
      reference,
      namespace,
      targets,
      excuse: targets.length > 0 ? undefined : this.#excuse(reference, namespace),
      missingKeys,
      port: service === undefined ? undefined : routePort(reference.port, service),
    };
  }

  #excuse({ optional, groupKind, name, row, from, namespace: written }: Reference, resolved: string) {
    if (optional) return "it is optional";
    // An object that names no namespace goes wherever it is applied, as the one that has its target made does.
    const namespace = written ?? (from.namespace === undefined ? EVERYWHERE : resolved);
    const maker =
      makerOf(groupKind, name, namespace, this.index) ??
      (this.#options.background && makerOf(groupKind, name, namespace, this.#options.background));
    if (maker !== undefined) return `${maker} makes it`;
    if (row.brought === true) return "the cluster may bring it along";
    if (this.#mayLandThere(groupKind, name, from)) return "one without a namespace stands elsewhere";
    return row.madeBy === undefined ? undefined : `${row.madeBy} may make it`;
  }

  /** In another directory stands one that names no namespace: it goes to whichever it is applied in. */
  #mayLandThere(groupKind: string, name: string, from: Resource): boolean {
    if (this.#options.together === true) return false;
    const namesakes = this.index.names.anywhere(groupKind, name);
    return namesakes.some(other => other.namespace === undefined && !this.sameApplication(other, from));
  }

  #findReferrers(): Map<Resource, ResolvedReference[]> {
    const referrers = new Map<Resource, ResolvedReference[]>();
    for (const resource of this.resources)
      for (const resolved of this.referencesOf(resource))
        for (const target of resolved.targets) append(referrers, target, resolved);
    return referrers;
  }

  sameApplication(a: Resource, b: Resource): boolean {
    return this.index.sameApplication(a, b);
  }

  /** A namesake far away proves that there is one; it is not therefore the one that is meant. */
  #mayBelong(a: Resource, b: Resource): boolean {
    return this.#options.together === true || areNeighbours(a.file, b.file);
  }

  #findBudgets(): Map<Workload, Resource[]> {
    const budgets = new Map<Workload, Resource[]>();
    for (const resource of this.resources) {
      const selector = budgetSelector(resource);
      if (selector === undefined) continue;
      for (const workload of this.select(selector, resource).workloads) append(budgets, workload, resource);
    }
    return sorted(budgets);
  }

  #findAutoscalers(): Map<Workload, Resource[]> {
    const autoscalers = new Map<Workload, Resource[]>();
    for (const resource of this.resources) {
      if (!AUTOSCALERS.includes(kindOf(resource))) continue;
      const reference = referencesOf(resource, undefined).find(({ row }) => row.at === "spec.scaleTargetRef");
      if (reference === undefined) continue;
      for (const target of this.find(reference.groupKind, reference.name, resource)) {
        if (!this.#mayBelong(resource, target)) continue;
        const workload = this.index.workloadOf(target);
        if (workload !== undefined) append(autoscalers, workload, resource);
      }
    }
    return sorted(autoscalers);
  }

  #findRoutes(): Map<Resource, Resource[]> {
    const routes = new Map<Resource, Resource[]>();
    for (const resource of this.resources) {
      if (!ROUTES.has(resource.kind)) continue;
      for (const reference of referencesOf(resource, undefined)) {
        if (reference.groupKind !== "/Service") continue;
        const namespace = reference.namespace ?? this.namespaceOf(resource);
        for (const target of this.findIn("/Service", reference.name, namespace, resource))
          if (this.#mayBelong(resource, target)) append(routes, target, resource);
      }
    }
    return sorted(routes);
  }
}

/** Kinds that carry traffic from outside the application to a Service. */
const ROUTES = new Set([
  ...["Ingress", "HTTPRoute", "GRPCRoute", "TCPRoute", "TLSRoute", "UDPRoute", "Route"],
  ...["VirtualService", "IngressRoute", "HTTPProxy", "TargetGroupBinding", "DomainMapping"],
]);

/** policy/v1: an empty selector selects all pods of the namespace, none selects no pod; in v1beta1 an empty one selects none, too. */
export function budgetSelector(resource: Resource): Selector | undefined {
  if (resource.groupKind !== "policy/PodDisruptionBudget") return undefined;
  const selector = labelSelector(resource.spec.get("selector"));
  return selector?.requirements.length === 0 && resource.version === "v1beta1" ? undefined : selector;
}

function sorted<K>(lists: Map<K, Resource[]>): Map<K, Resource[]> {
  for (const list of lists.values()) list.sort(compareNames);
  return lists;
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else if (list.length < LISTED && list.at(-1) !== value) list.push(value);
}
