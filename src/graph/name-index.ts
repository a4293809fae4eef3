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
  readonly #kinds = new Map<string, PlaceList<Resource>>();
  readonly #resources: readonly Resource[];
  #everywhere: ReadonlyMap<string, PlaceList<Resource>> | undefined;

  /** `resources` in the order of their places. */
  constructor(resources: readonly Resource[], namespaceOf: (resource: Resource) => string) {
    this.#resources = resources;
    for (const [key, resource] of withKeys(resources)) {
      const kind = kindOf(resource);
      const namespace = isClusterScoped(kind) ? "" : namespaceOf(resource);
      listIn(this.#kinds, `${kind}\u0000${EVERYWHERE}`).add(key, resource);
      if (namespace !== EVERYWHERE) listIn(this.#kinds, `${kind}\u0000${namespace}`).add(key, resource);
      const name = resource.name;
      if (name !== undefined) listIn(this.#names, `${kind}\u0000${namespace}\u0000${name}`).add(key, resource);
    }
  }

  find(groupKind: string, namespace: string, name: string, rings: readonly Ring[]): Named {
    const list = this.#listOf(groupKind, namespace, name);
    if (list === undefined) return { resources: [], reach: "none" };
    for (const ring of rings) {
      const [start, end] = list.range(ring);
      if (end > start) return { resources: list.slice(start, Math.min(end, start + LISTED)), reach: ring.reach };
    }
    return { resources: [], reach: "none" };
  }

  /** Whether no other object has the kind, namespace and name of this one, wherever it stands: so it is with nearly all. */
  isAlone(resource: Resource, namespace: string, name: string): boolean {
    const list = this.#listOf(kindOf(resource), namespace, name);
    return list?.length === 1 && list.all()[0] === resource;
  }

  #listOf(groupKind: string, namespace: string, name: string): PlaceList<Resource> | undefined {
    const kind = canonicalKind(groupKind);
    return this.#names.get(`${kind}\u0000${isClusterScoped(kind) ? "" : namespace}\u0000${name}`);
  }

  /** Objects of that name in whatever namespace. */
  anywhere(groupKind: string, name: string): Resource[] {
    this.#everywhere ??= this.#findEverywhere();
    return this.#everywhere.get(`${canonicalKind(groupKind)}\u0000${name}`)?.all(LISTED) ?? [];
  }

  #findEverywhere(): ReadonlyMap<string, PlaceList<Resource>> {
    const lists = new Map<string, PlaceList<Resource>>();
    for (const [key, resource] of withKeys(this.#resources))
      if (resource.name !== undefined) listIn(lists, `${kindOf(resource)}\u0000${resource.name}`).add(key, resource);
    return lists;
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

/** Each with the key of its place, which those of one file share. */
function* withKeys(resources: readonly Resource[]): Generator<[key: string, resource: Resource]> {
  let file: string | undefined;
  let key = "";
  for (const resource of resources) {
    if (resource.file !== file) {
      file = resource.file;
      key = placeKey(file);
    }
    yield [key, resource];
  }
}
