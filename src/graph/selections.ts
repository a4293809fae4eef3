// What selectors select, seen from where they stand.

import type { Resource } from "../kubernetes/resource.ts";
import { labelSelector, pairsSelector, type Selector, selectorKey } from "../kubernetes/selector.ts";
import type { Service } from "../kubernetes/service.ts";
import type { Workload } from "../kubernetes/workload.ts";
import type { Elsewhere, NearMiss, Selection } from "./graph.ts";
import { bestOf, nearMiss, type Scored } from "./near-miss.ts";
import { operatorOf } from "./operators.ts";
import { areNeighbours, directoryOf } from "./place-list.ts";
import { EVERYWHERE, type Selected } from "./pod-index.ts";
import { compareNames, type ResourceIndex } from "./resource-index.ts";

/** Services that one answer lists at most. */
const LISTED = 256;
/** Workloads compared with a selector that selects nothing, in all rings together. */
const COMPARED = 256;
/** A near miss beside the Service that is this good outranks a match in the folder of another copy of the application. */
const OUTRANKS = 0.6;
/** The pods of one Service lie in so many other directories: `deployment/` and `daemon-set/`. Where more match, each is an example of its own. */
const PLACES = 2;
/** "Beside": the application and what lies below it. */
const NEAR_RINGS = 2;

const EMPTY: Selection = { workloads: [], reach: "none", uncertain: false, operator: undefined };

export class Selections {
  readonly #index: ResourceIndex;
  readonly #background: ResourceIndex | undefined;
  readonly #own: ReadonlySet<string>;
  readonly #ofSelected = new Map<Selected, Selection>();
  readonly #ofService = new Map<Service, Selection>();
  readonly #nearest = new Map<string, Scored | undefined>();
  #reverse: ReadonlyMap<Workload, readonly Service[][]> | undefined;

  constructor(index: ResourceIndex, background: ResourceIndex | undefined) {
    this.#index = index;
    this.#background = background;
    this.#own = new Set(background === undefined ? [] : index.resources.map(placeOfResource));
  }

  /** Whether an object of the background is the source of one in this scope. */
  isOwn(resource: Resource): boolean {
    return this.#own.has(placeOfResource(resource));
  }

  ofService(service: Service): Selection {
    let selection = this.#ofService.get(service);
    if (selection === undefined) {
      selection = this.#selectForService(service);
      this.#ofService.set(service, selection);
    }
    return selection;
  }

  #selectForService(service: Service): Selection {
    const selector = service.isExternalName ? undefined : pairsSelector(service.selectorField);
    if (selector === undefined) return EMPTY;
    const selection = this.select(selector, service.resource);
    if (selection.reach === "project" && this.#standsInAnotherCopy(service, selection)) return EMPTY;
    if (selection.workloads.length > 0) return selection;
    const operator = operatorOf(service, selector, this.#background ?? this.#index, this.#index);
    if (operator === undefined) return selection;
    // A label key that operators use may be one of the author's own: then a pod beside the Service nearly fits.
    const near = operator.certain ? undefined : this.#nearestOf(service, NEAR_RINGS);
    if (near !== undefined && near.score / near.pairs >= OUTRANKS) return selection;
    return { ...selection, operator: operator.who, uncertain: true };
  }

  select(selector: Selector, from: Resource): Selection {
    const index = this.#index;
    const selected = index.pods.select(index.namespaceOf(from), selector, index.ringsOf(from));
    if (selected.pods.length > 0 || this.#background === undefined) return this.#selection(selected);
    // Other scopes may change namespaces on the way: what matches there in any namespace keeps this from being called missing.
    const wide = this.#background.pods.select(EVERYWHERE, selector, this.#background.ringsOf(from));
    const others = wide.pods.filter(({ workload }) => !this.isOwn(workload.resource));
    if (others.length === 0) return this.#selection(selected);
    return {
      workloads: others.map(({ workload }) => workload),
      reach: "project",
      uncertain: true,
      operator: undefined,
    };
  }

  #selection(selected: Selected): Selection {
    let selection = this.#ofSelected.get(selected);
    if (selection === undefined) {
      const workloads = selected.pods.map(({ workload }) => workload).sort(byName);
      selection = { workloads, reach: selected.reach, uncertain: selected.uncertain, operator: undefined };
      this.#ofSelected.set(selected, selection);
    }
    return selection;
  }

  /** The match is the workload of another copy of the application (another environment's folder), and here stands a near miss. */
  #standsInAnotherCopy(service: Service, selection: Selection): boolean {
    const { resource } = service;
    const index = this.#index;
    const far = selection.workloads[0];
    if (far === undefined || selection.uncertain) return false;
    const namesakes = index.names.find(
      "/Service",
      index.namespaceOf(resource),
      service.name ?? "",
      index.ringsOf(far.resource),
    );
    const servedThere =
      namesakes.reach !== "project" &&
      namesakes.resources.some(other => other !== resource && service.name !== undefined);
    if (!servedThere && !differInEnvironment(resource.file, far.resource.file)) return false;
    const near = this.#nearestOf(service, NEAR_RINGS);
    return near !== undefined && near.score / near.pairs >= OUTRANKS;
  }

  /** The workloads that a Service may be said to serve: what a selector finds far away only proves that it does find something. */
  workloadsOf(service: Service): readonly Workload[] {
    const { workloads, reach } = this.ofService(service);
    if (reach !== "project") return workloads;
    const near = workloads.filter(({ resource }) => areNeighbours(resource.file, service.resource.file));
    return new Set(near.map(({ resource }) => directoryOf(resource.file))).size > PLACES ? [] : near;
  }

  servicesOf(workload: Workload): readonly Service[] {
    this.#reverse ??= this.#reversed();
    const groups = this.#reverse.get(workload) ?? [];
    return groups.length < 2 ? (groups[0] ?? []) : groups.flat().slice(0, LISTED).sort(byName);
  }

  /** Services with one answer are kept together, so that equal labels by the thousand stay cheap. */
  #reversed(): Map<Workload, Service[][]> {
    const groups = new Map<readonly Workload[], Service[]>();
    const far: Service[] = [];
    for (const service of this.#index.services) {
      const { workloads, reach } = this.ofService(service);
      if (workloads.length === 0) continue;
      if (reach === "project") {
        far.push(service);
        continue;
      }
      const group = groups.get(workloads);
      if (group === undefined) groups.set(workloads, [service]);
      else if (group.length < LISTED) group.push(service);
    }
    for (const group of groups.values()) group.sort(byName);
    const reverse = new Map<Workload, Service[][]>();
    for (const [workloads, group] of groups) {
      for (const workload of workloads) {
        const lists = reverse.get(workload);
        if (lists === undefined) reverse.set(workload, [group]);
        else if (lists.length < LISTED) lists.push(group);
      }
    }
    // Pods that have Services of their own near by are not meant by one farther off.
    const served = new Set(reverse.keys());
    for (const service of far) {
      for (const workload of this.workloadsOf(service).filter(each => !served.has(each))) {
        const lists = reverse.get(workload);
        if (lists === undefined) reverse.set(workload, [[service]]);
        else if (lists.length < LISTED) lists.push([service]);
      }
    }
    return reverse;
  }

  elsewhereOf(service: Service): readonly Elsewhere[] {
    const selector = service.isExternalName ? undefined : pairsSelector(service.selectorField);
    if (selector === undefined) return [];
    const index = this.#index;
    const { resource } = service;
    const namespace = index.namespaceOf(resource);
    const { pods } = index.pods.select(EVERYWHERE, selector, index.ringsOf(resource));
    return pods
      .filter(found => found.namespace !== namespace)
      .map(({ workload, namespace: other }) => ({
        workload,
        namespace: other,
        omitted: resource.namespace === undefined || workload.resource.namespace === undefined,
      }));
  }

  nearestOf(service: Service): NearMiss<Workload> | undefined {
    return this.#nearestOf(service, Number.POSITIVE_INFINITY);
  }

  #nearestOf(service: Service, rings: number): Scored | undefined {
    const selector = pairsSelector(service.selectorField);
    return selector === undefined ? undefined : this.nearestTo(selector, service.resource, rings);
  }

  /** The workload that a selector nearly selects. */
  nearestTo(selector: Selector, resource: Resource, rings = Number.POSITIVE_INFINITY): Scored | undefined {
    const { name } = resource;
    const key = `${this.#index.applicationOf(resource)}\u0000${this.#index.namespaceOf(resource)}\u0000${rings}\u0000${name}\u0000${selectorKey(selector)}`;
    if (!this.#nearest.has(key)) this.#nearest.set(key, bestOf(this.#candidates(selector, resource, name, rings)));
    return this.#nearest.get(key);
  }

  *#candidates(selector: Selector, from: Resource, name: string | undefined, limit: number) {
    const { pods: index } = this.#index;
    const namespace = this.#index.namespaceOf(from);
    const seen = new Set<number>();
    let ring = 0;
    for (const range of this.#index.ringsOf(from).slice(0, limit)) {
      for (const pods of index.within(namespace, range, COMPARED)) {
        if (seen.has(pods.position) || seen.size >= COMPARED) continue;
        seen.add(pods.position);
        this.#index.cost.examined++;
        const miss = nearMiss(selector, pods, name);
        if (miss !== undefined) yield { miss, ring };
      }
      ring++;
    }
    if (limit !== Number.POSITIVE_INFINITY) return;
    // Far away, only what shares a pair with the selector is worth a look.
    for (const { key, values } of selector.requirements) {
      for (const pods of index.withPair(namespace, key, values[0] ?? "", 32)) {
        if (seen.has(pods.position)) continue;
        seen.add(pods.position);
        const miss = nearMiss(selector, pods, name);
        if (miss !== undefined) yield { miss, ring };
      }
    }
  }

  overlapsOf(workload: Workload): readonly Workload[] {
    const selector = selectorOf(workload);
    if (selector === undefined || selector.requirements.length === 0) return [];
    const index = this.#index;
    const { resource } = workload;
    const { pods } = index.pods.select(index.namespaceOf(resource), selector, index.ringsOf(resource).slice(0, 1));
    return pods
      .map(found => found.workload)
      .filter(other => other !== workload && index.sameApplication(resource, other.resource))
      .sort(byName);
  }
}

/** The selector by which a controller finds its own pods. Plain pairs in a ReplicationController and a DeploymentConfig. */
export function selectorOf(workload: Workload): Selector | undefined {
  const path = workload.shape.selector;
  if (path === undefined) return undefined;
  const field = workload.resource.root.get(...path);
  const plain = workload.kind === "ReplicationController" || workload.kind === "DeploymentConfig";
  return plain ? pairsSelector(field) : labelSelector(field);
}

function byName(a: { readonly resource: Resource }, b: { readonly resource: Resource }): number {
  return compareNames(a.resource, b.resource);
}

function placeOfResource(resource: Resource): string {
  return `${resource.file}\u0000${resource.document}\u0000${resource.root.path.join(".")}`;
}

const ENVIRONMENT =
  /^(dev|develop|development|test|testing|qa|uat|int|integration|stage|staging|preprod|prod|production|live|sandbox|local|e2e|ci|demo|canary)(-?\d+)?$/i;

/** The paths differ in a directory that names an environment: what is in one is no part of the other. */
function differInEnvironment(a: string, b: string): boolean {
  const left = directoryOf(a).split("/");
  const right = directoryOf(b).split("/");
  let shared = 0;
  while (shared < left.length && left[shared] === right[shared]) shared++;
  return ENVIRONMENT.test(left[shared] ?? "") && ENVIRONMENT.test(right[shared] ?? "");
}
