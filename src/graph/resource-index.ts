// The indexes over one set of objects: by labels, by names, by places, by what refers to what.

import { isClusterScoped, kindOf } from "../kubernetes/kinds.ts";
import type { Resource } from "../kubernetes/resource.ts";
import { Service } from "../kubernetes/service.ts";
import { Workload, type WorkloadShape } from "../kubernetes/workload.ts";
import { NameIndex } from "./name-index.ts";
import { directoryOf, placeKey, type Ring, ringsAround, WHOLE } from "./place-list.ts";
import { type Cost, PodIndex } from "./pod-index.ts";

export interface IndexOptions {
  readonly namespace?: string;
  /** Everything belongs together, wherever it stands. */
  readonly together?: boolean;
  readonly customWorkloads?: Readonly<Record<string, WorkloadShape>>;
}

/** Each part is made when it is first asked for: of the objects around a scope, most are never asked about. */
export class ResourceIndex {
  readonly resources: readonly Resource[];
  readonly cost: Cost = { examined: 0 };
  readonly #options: IndexOptions;
  readonly #namespace: string;
  readonly #together: boolean;
  readonly #rings = new Map<string, readonly Ring[]>();
  #workloadOf: ReadonlyMap<Resource, Workload> | undefined;
  #serviceOf: ReadonlyMap<Resource, Service> | undefined;
  #workloads: readonly Workload[] | undefined;
  #services: readonly Service[] | undefined;
  #names: NameIndex | undefined;
  #pods: PodIndex | undefined;
  #collections: ReadonlySet<string> | undefined;

  constructor(resources: readonly Resource[], options: IndexOptions) {
    this.#options = options;
    this.#namespace = options.namespace ?? "default";
    this.#together = options.together === true;
    this.resources = byPlace(resources);
  }

  get workloads(): readonly Workload[] {
    this.#workloads ??= [...this.#workloadsByResource().values()];
    return this.#workloads;
  }

  get services(): readonly Service[] {
    this.#services ??= [...this.#servicesByResource().values()];
    return this.#services;
  }

  get names(): NameIndex {
    this.#names ??= new NameIndex(this.resources, resource => this.namespaceOf(resource));
    return this.#names;
  }

  get pods(): PodIndex {
    this.#pods ??= new PodIndex(this.workloads, ({ resource }) => this.namespaceOf(resource), this.cost);
    return this.#pods;
  }

  namespaceOf(resource: Resource): string {
    return resource.writtenNamespace || this.#namespace;
  }

  workloadOf(resource: Resource): Workload | undefined {
    return this.#workloadsByResource().get(resource);
  }

  serviceOf(resource: Resource): Service | undefined {
    return this.#servicesByResource().get(resource);
  }

  #workloadsByResource(): ReadonlyMap<Resource, Workload> {
    const { customWorkloads } = this.#options;
    this.#workloadOf ??= read(this.resources, resource => Workload.read(resource, customWorkloads));
    return this.#workloadOf;
  }

  #servicesByResource(): ReadonlyMap<Resource, Service> {
    this.#serviceOf ??= read(this.resources, resource => Service.read(resource));
    return this.#serviceOf;
  }

  #isCollection(directory: string): boolean {
    if (this.#together) return false;
    this.#collections ??= this.#findCollections();
    return this.#collections.has(directory);
  }

  /** The rings in which to search for what `from` means. */
  ringsOf(from: Resource): readonly Ring[] {
    if (this.#together) return ALL_TOGETHER;
    const fileFirst = this.#isCollection(directoryOf(from.file));
    const key = fileFirst ? from.file : directoryOf(from.file);
    let rings = this.#rings.get(key);
    if (rings === undefined) {
      rings = ringsAround(from.file, fileFirst);
      this.#rings.set(key, rings);
    }
    return rings;
  }

  sameApplication(a: Resource, b: Resource): boolean {
    if (this.#together) return true;
    const directory = directoryOf(a.file);
    if (directory !== directoryOf(b.file)) return false;
    return a.file === b.file || !this.#isCollection(directory);
  }

  /** A name under which all objects of one application are kept, for what must be unique within it. */
  applicationOf(resource: Resource): string {
    if (this.#together) return "";
    const directory = directoryOf(resource.file);
    return this.#isCollection(directory) ? resource.file : directory;
  }

  /**
   * Directories where several files define the same object, or one holds what a test expects of another: to be applied one at a time, not
   * one application. Splitting or joining the files of one application never makes it a collection.
   */
  #findCollections(): Set<string> {
    const collections = new Set<string>();
    const fileOf = new Map<string, string>();
    const isShared = sharedDirectories(this.resources);
    for (const resource of this.resources) {
      if (EXPECTED.test(resource.file)) collections.add(directoryOf(resource.file));
      if (!isShared.has(directoryOf(resource.file))) continue;
      const identity = identityOf(resource, this.namespaceOf(resource));
      if (identity === undefined || identity.startsWith("/Namespace\u0000")) continue;
      const directory = directoryOf(resource.file);
      const key = `${directory}\u0000${identity}`;
      const file = fileOf.get(key);
      if (file === undefined) fileOf.set(key, resource.file);
      else if (file !== resource.file) collections.add(directory);
    }
    return collections;
  }
}

/** Directories with objects of several files. */
function sharedDirectories(resources: readonly Resource[]): Set<string> {
  const shared = new Set<string>();
  const fileIn = new Map<string, string>();
  let last = "";
  for (const { file } of resources) {
    // Objects stand in the order of their files.
    if (file === last) continue;
    last = file;
    const directory = directoryOf(file);
    const first = fileIn.get(directory);
    if (first === undefined) fileIn.set(directory, file);
    else if (first !== file) shared.add(directory);
  }
  return shared;
}

/** `expected.yaml`, `web.expected.yaml`, `web.golden.yaml`: the outcome that a test compares with. */
const EXPECTED = /(^|[/._-])(expected|golden)\.(ya?ml|json)$/;

function read<T>(
  resources: readonly Resource[],
  take: (resource: Resource) => T | undefined,
): ReadonlyMap<Resource, T> {
  const found = new Map<Resource, T>();
  for (const resource of resources) {
    const one = take(resource);
    if (one !== undefined) found.set(resource, one);
  }
  return found;
}

const ALL_TOGETHER: readonly Ring[] = [WHOLE];

/** Order of place, then of document: whatever the order in which files were read, the answers are the same. */
function byPlace(resources: readonly Resource[]): Resource[] {
  const keyed = resources.map((resource, index) => ({ resource, index, key: placeKey(resource.file) }));
  keyed.sort((a, b) => compare(a.key, b.key) || a.resource.document - b.resource.document || a.index - b.index);
  return keyed.map(({ resource }) => resource);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The order of answers that list several objects: by name and kind, wherever they stand. */
export function compareNames(a: Resource, b: Resource): number {
  return compare(a.name ?? "", b.name ?? "") || compare(a.kind, b.kind);
}

/** Group, kind, namespace and name as one text: two objects with the same one are the same object to the cluster. */
export function identityOf(resource: Resource, namespace: string): string | undefined {
  const { name } = resource;
  if (name === undefined) return undefined;
  const kind = kindOf(resource);
  return `${kind}\u0000${isClusterScoped(kind) ? "" : namespace}\u0000${name}`;
}
