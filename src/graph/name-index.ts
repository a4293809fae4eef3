// Objects by group, kind, namespace and name: a look-up that begins at the nearest place.

import { canonicalKind, isClusterScoped, kindOf } from "../kubernetes/kinds.ts";
import type { Resource } from "../kubernetes/resource.ts";
import { listIn, type PlaceList, placeKey, type Reach, type Ring } from "./place-list.ts";
import { EVERYWHERE } from "./pod-index.ts";

export interface Named {
  readonly resources: readonly Resource[];
  readonly reach: Reach | "none";
}

/** Objects of one name that a look-up returns at most. */
const LISTED = 64;

export class NameIndex {
  readonly #names = new Map<string, PlaceList<Resource>>();
  readonly #everywhere = new Map<string, PlaceList<Resource>>();
  readonly #kinds = new Map<string, PlaceList<Resource>>();

  /** `resources` in the order of their places. */
  constructor(resources: readonly Resource[], namespaceOf: (resource: Resource) => string) {
    for (const resource of resources) {
      const kind = kindOf(resource);
      const namespace = isClusterScoped(kind) ? "" : namespaceOf(resource);
      const key = placeKey(resource.file);
      for (const space of new Set([namespace, EVERYWHERE]))
        listIn(this.#kinds, `${kind}\u0000${space}`).add(key, resource);
      const name = resource.name;
      if (name === undefined) continue;
      listIn(this.#names, `${kind}\u0000${namespace}\u0000${name}`).add(key, resource);
      listIn(this.#everywhere, `${kind}\u0000${name}`).add(key, resource);
    }
  }

  find(groupKind: string, namespace: string, name: string, rings: readonly Ring[]): Named {
    const kind = canonicalKind(groupKind);
    const list = this.#names.get(`${kind}\u0000${isClusterScoped(kind) ? "" : namespace}\u0000${name}`);
    if (list === undefined) return { resources: [], reach: "none" };
    for (const ring of rings) {
      const [start, end] = list.range(ring);
      if (end > start) return { resources: list.slice(start, Math.min(end, start + LISTED)), reach: ring.reach };
    }
    return { resources: [], reach: "none" };
  }

  /** Objects of that name in whatever namespace. */
  anywhere(groupKind: string, name: string): Resource[] {
    return this.#everywhere.get(`${canonicalKind(groupKind)}\u0000${name}`)?.all(LISTED) ?? [];
  }

  /** Objects of a kind in a namespace (or `EVERYWHERE`), within a ring, at most `limit`. */
  ofKind(groupKind: string, namespace: string, ring: Ring, limit: number): Resource[] {
    const kind = canonicalKind(groupKind);
    const list = this.#kinds.get(`${kind}\u0000${isClusterScoped(kind) ? "" : namespace}`);
    if (list === undefined) return [];
    const [start, end] = list.range(ring);
    return list.slice(start, Math.min(end, start + limit));
  }

  has(groupKind: string, namespace: string): boolean {
    const kind = canonicalKind(groupKind);
    return this.#kinds.has(`${kind}\u0000${isClusterScoped(kind) ? "" : namespace}`);
  }
}
