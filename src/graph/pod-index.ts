// Which workloads a selector selects: a look-up by its rarest pair, nearest place first, with bounded work.

import { isPlaceholder } from "../field.ts";
import { CONTROLLER_LABELS, podLabels, podsSelected } from "../kubernetes/pods.ts";
import { type Selector, satisfies, selectorKey } from "../kubernetes/selector.ts";
import type { Workload } from "../kubernetes/workload.ts";
import { listIn, type PlaceList, placeKey, type Reach, type Ring } from "./place-list.ts";

/** A workload with what selectors look at. */
export interface Pods {
  readonly workload: Workload;
  readonly namespace: string;
  readonly labels: ReadonlyMap<string, string>;
  /** 0-based position in the order of places. */
  readonly position: number;
}

export interface Selected {
  readonly pods: readonly Pods[];
  readonly reach: Reach | "none";
  /** More candidates than a look-up examines, or labels that a template has still to fill in: "none" proves nothing. */
  readonly uncertain: boolean;
}

/** Candidates examined in one look-up. Applications stay far below; thousands of equal labels cost no more than this. */
const EXAMINED = 256;
const NONE: Selected = { pods: [], reach: "none", uncertain: false };

/** Written for tests of growth: how many candidates were compared with a selector. */
export interface Cost {
  examined: number;
}

export class PodIndex {
  readonly cost: Cost;
  readonly #namespaces = new Map<string, PlaceList<Pods>>();
  readonly #pairs = new Map<string, PlaceList<Pods>>();
  readonly #unknown = new Map<string, PlaceList<Pods>>();
  readonly #answers = new Map<string, Selected>();

  /** `workloads` in the order of their places. */
  constructor(workloads: readonly Workload[], namespaceOf: (workload: Workload) => string, cost: Cost) {
    this.cost = cost;
    workloads.forEach((workload, position) => {
      const namespace = namespaceOf(workload);
      const labels = podLabels(workload);
      const pods: Pods = { workload, namespace, labels, position };
      for (const space of [namespace, EVERYWHERE]) this.#add(space, pods);
    });
  }

  #add(namespace: string, pods: Pods): void {
    const key = placeKey(pods.workload.resource.file);
    listIn(this.#namespaces, namespace).add(key, pods);
    if (pods.workload.hasUnknownLabels) listIn(this.#unknown, namespace).add(key, pods);
    for (const [name, value] of pods.labels)
      listIn(this.#pairs, `${namespace}\u0000${name}\u0000${value}`).add(key, pods);
  }

  /** All pods of a namespace within a ring, at most `limit`. */
  within(namespace: string, ring: Ring, limit: number): Pods[] {
    const list = this.#namespaces.get(namespace);
    if (list === undefined) return [];
    const [start, end] = list.range(ring);
    return list.slice(start, Math.min(end, start + limit));
  }

  /** Workloads that carry one pair of labels, at most `limit`. */
  withPair(namespace: string, key: string, value: string, limit: number): Pods[] {
    return this.#pairs.get(`${namespace}\u0000${key}\u0000${value}`)?.all(limit) ?? [];
  }

  hasNamespace(namespace: string): boolean {
    return this.#namespaces.has(namespace);
  }

  /** The selected workloads in the first ring that holds one. Equal questions from one place share one answer. */
  select(namespace: string, selector: Selector, rings: readonly Ring[]): Selected {
    const key = `${namespace}\u0000${rings[0]?.from}\u0000${rings.length}\u0000${selectorKey(selector)}`;
    let answer = this.#answers.get(key);
    if (answer === undefined) {
      answer = this.#search(namespace, selector, rings);
      this.#answers.set(key, answer);
    }
    return answer;
  }

  #search(namespace: string, selector: Selector, rings: readonly Ring[]): Selected {
    let uncertain = selector.unknown;
    for (const ring of rings) {
      const { pods, cut } = this.#inRing(namespace, selector, ring);
      if (pods.length > 0) return { pods, reach: ring.reach, uncertain: cut || selector.unknown };
      uncertain ||= cut;
    }
    const widest = rings.at(-1);
    const unknown = this.#unknown.get(namespace);
    if (unknown !== undefined && widest !== undefined) {
      const [start, end] = unknown.range(widest);
      const candidates = unknown.slice(start, Math.min(end, start + EXAMINED));
      uncertain ||= end - start > EXAMINED || candidates.some(pods => mayBeSelected(selector, pods));
    }
    return uncertain ? { ...NONE, uncertain } : NONE;
  }

  #inRing(namespace: string, selector: Selector, ring: Ring): { pods: Pods[]; cut: boolean } {
    const list = this.#rarest(namespace, selector, ring);
    if (list === undefined) return { pods: [], cut: false };
    const [start, end] = list.range(ring);
    const last = Math.min(end, start + EXAMINED);
    const candidates = list.slice(start, last);
    this.cost.examined += candidates.length;
    const pods = candidates.filter(({ workload, labels }) => podsSelected(selector, workload, labels) !== 0);
    return { pods, cut: last < end };
  }

  /** The shortest list that every selected workload must be in; undefined when a pair occurs nowhere. */
  #rarest(namespace: string, selector: Selector, ring: Ring): PlaceList<Pods> | undefined {
    let best = this.#namespaces.get(namespace);
    let size = best === undefined ? 0 : length(best.range(ring));
    for (const { key, operator, values, indexed } of indexable(selector)) {
      if (!indexed || operator !== "In" || values.length !== 1) continue;
      const list = this.#pairs.get(`${namespace}\u0000${key}\u0000${values[0]}`);
      if (list === undefined) return undefined;
      const count = length(list.range(ring));
      if (count < size) [best, size] = [list, count];
    }
    return best;
  }
}

/** Whether the selector selects the pods, if what a template has still to fill in turns out that way. */
function mayBeSelected({ requirements }: Selector, { workload, labels }: Pods): boolean {
  if (workload.template.get("metadata", "labels").isUnknown) return true;
  const anyKey = [...labels.keys()].some(key => isPlaceholder(key));
  return requirements.every(requirement => {
    const value = labels.get(requirement.key);
    return satisfies(requirement, labels) || (value === undefined ? anyKey : isPlaceholder(value));
  });
}

/** The namespace under which all are listed. No real one has this name. */
export const EVERYWHERE = "*";

function indexable(selector: Selector) {
  return selector.requirements.map(requirement => ({
    ...requirement,
    indexed: !CONTROLLER_LABELS.has(requirement.key),
  }));
}

function length([start, end]: readonly [number, number]): number {
  return end - start;
}
