// What is deployed together. Every kustomization that no other one uses is a scope, with its objects as kustomize would leave them; so
// is every rendered Helm stream. What belongs to none is joined by place. A resource may be in several scopes, as a base is in each of
// its overlays: what is found in more than one is one finding, and the graphs' names tell where.

import { Field } from "../field.ts";
import { Resource } from "../kubernetes/resource.ts";
import type { WorkloadShape } from "../kubernetes/workload.ts";
import { buildGraph } from "./build.ts";
import { DIRECTIVE, fragmentReason, type ListedFiles, WholeObjects } from "./fragments.ts";
import type { IndexedGraph } from "./indexed-graph.ts";
import { type BuildError, type Built, Kustomizer } from "./kustomize/build.ts";
import { isKustomizationFile } from "./kustomize/files.ts";
import type { Item } from "./kustomize/item.ts";
import { type Parse, type ProjectFile, projectFiles } from "./kustomize/project.ts";
import { directoryOf } from "./place-list.ts";
import { ResourceIndex } from "./resource-index.ts";

export interface ScopeOptions {
  /** Where objects without a namespace go: `--namespace`. */
  readonly namespace?: string;
  /** The input is the whole namespace (`--complete`). */
  readonly complete?: boolean;
  /** The project around the input was looked at. */
  readonly context: boolean;
  readonly customWorkloads?: Readonly<Record<string, WorkloadShape>>;
  /** Reads text that stands inside a kustomization; undefined when it does not parse. */
  readonly parse: Parse;
  /** The files hold the texts that generators read, too (env files, scripts), not only manifests and kustomizations. */
  readonly allFiles?: boolean;
  /** Only scopes with objects of these files are made, and the one of what is joined by place; all where it is absent. */
  readonly asked?: ReadonlySet<string> | undefined;
  /** Told of the root of every object that a kustomization changed, with the resource it was read from: they share document and lines. */
  readonly adopt?: (root: Field, source: Resource) => void;
}

export interface Scopes {
  /** One graph per kustomization root and Helm stream, and last the one of what is joined by place (always there, perhaps empty). */
  readonly graphs: readonly IndexedGraph[];
  /** Resources left out because they are patches, and why. */
  readonly fragments: readonly { readonly resource: Resource; readonly reason: string }[];
  /** What kustomize would refuse to build, each once. */
  readonly errors: readonly BuildError[];
  readonly roots: readonly Built[];
}

export function buildGraphs(files: readonly ProjectFile[], options: ScopeOptions): Scopes {
  const kustomizer = new Kustomizer(projectFiles(files, options.parse, options.allFiles === true));
  const { roots, parts } = buildRoots(files, kustomizer);
  const listed = listedFiles([...roots, ...parts], new Set(roots.flatMap(({ resourceFiles }) => resourceFiles)));
  const resources = files.filter(({ path }) => !isKustomizationFile(path)).flatMap(file => file.resources);
  const fragments: { resource: Resource; reason: string }[] = [];
  const objects: Resource[] = [];
  const whole = new WholeObjects(resources);
  const directives = new Set(files.filter(({ text }) => text.includes(DIRECTIVE)).map(({ path }) => path));
  const signs = { ...listed, directives };
  for (const resource of resources) {
    const reason = fragmentReason(resource, signs, whole);
    if (reason === undefined) objects.push(resource);
    else fragments.push({ resource, reason });
  }
  const streams = files.filter(file => !listed.resources.has(file.path) && isHelmStream(file.text));
  const claimed = new Set([...listed.resources, ...streams.map(({ path }) => path)]);
  const graphs = new GraphMaker(objects, claimed, options);
  const isAsked = (file: string) => options.asked?.has(file) !== false;
  return {
    graphs: [
      ...roots.filter(root => isPartOf(root, isAsked)).map(root => graphs.ofRoot(root)),
      ...streams.filter(({ path }) => isAsked(path)).map(({ path, resources }) => graphs.ofStream(path, resources)),
      graphs.ofTheRest(),
    ],
    fragments,
    errors: distinct([...roots, ...parts].flatMap(({ errors }) => errors)),
    roots,
  };
}

function isPartOf({ file, resourceFiles, fragmentFiles }: Built, isAsked: (file: string) => boolean): boolean {
  return [file, ...resourceFiles, ...fragmentFiles].some(isAsked);
}

class GraphMaker {
  readonly #objects: readonly Resource[];
  readonly #claimed: ReadonlySet<string>;
  readonly #options: ScopeOptions;
  #all: ResourceIndex | undefined;

  constructor(objects: readonly Resource[], claimed: ReadonlySet<string>, options: ScopeOptions) {
    this.#objects = objects;
    this.#claimed = claimed;
    this.#options = options;
  }

  ofRoot(root: Built): IndexedGraph {
    const views = root.items.map(item => viewOf(item, this.#options.adopt)).filter(view => view !== undefined);
    const partial = root.errors.length > 0;
    const name = root.directory === "" ? "." : root.directory;
    return buildGraph(views, { ...this.#options, name, together: true, partial, background: this.#everything() });
  }

  ofStream(name: string, resources: readonly Resource[]): IndexedGraph {
    return buildGraph(resources, { ...this.#options, name, together: true, background: this.#everything() });
  }

  ofTheRest(): IndexedGraph {
    const rest = this.#objects.filter(({ file }) => !this.#claimed.has(file));
    if (rest.length === this.#objects.length) return buildGraph(rest, this.#options);
    const others = this.#objects.filter(({ file }) => this.#claimed.has(file));
    return buildGraph(rest, { ...this.#options, background: new ResourceIndex(others, this.#options) });
  }

  #everything(): ResourceIndex {
    this.#all ??= new ResourceIndex(this.#objects, this.#options);
    return this.#all;
  }
}

/** The kustomizations that stand on their own, and components and others that only parts of the project use. */
function buildRoots(files: readonly ProjectFile[], kustomizer: Kustomizer): { roots: Built[]; parts: Built[] } {
  const directories = new Set(
    files.filter(({ path }) => isKustomizationFile(path)).map(({ path }) => directoryOf(path)),
  );
  const used = new Set<string>();
  for (const directory of directories) for (const base of kustomizer.basesOf(directory)) used.add(base);
  const built = [...directories]
    .filter(directory => !used.has(directory))
    .sort()
    .map(directory => kustomizer.build(directory))
    .filter(result => result !== undefined);
  return {
    roots: built.filter(({ isComponent }) => !isComponent),
    parts: built.filter(({ isComponent }) => isComponent),
  };
}

function listedFiles(built: readonly Built[], resources: ReadonlySet<string>): ListedFiles {
  const patches = new Map<string, string>();
  for (const { file, fragmentFiles } of built)
    for (const fragment of fragmentFiles) if (!patches.has(fragment)) patches.set(fragment, file);
  return { patches, resources };
}

/**
 * `helm template` names the template above every object it prints. A file with one object alone is no stream: with --output-dir each
 * has a file of its own, and they are joined by place.
 */
function isHelmStream(text: string): boolean {
  const source = /^# Source: \S+\/(templates|crds|charts)\//gm;
  return text.includes("# Source: ") && source.test(text) && source.test(text);
}

function distinct(errors: readonly BuildError[]): BuildError[] {
  const seen = new Map(errors.map(error => [`${error.file}\u0000${error.message}`, error]));
  return [...seen.values()];
}

/**
 * An object as a kustomization leaves it, as a resource: its fields have the final values, and point to the manifest they came from.
 * The resource itself where nothing changed; undefined for what is no object any more.
 */
export function viewOf(item: Item, adopt?: ScopeOptions["adopt"]): Resource | undefined {
  const { source, node, generatedBy } = item;
  if (source === undefined) return Resource.read(generatedBy ?? "", 0, new Field(node));
  if (source.root.node === node) return source;
  const { parent, key, entry } = source.root;
  const root = new Field(node, parent, key, entry);
  adopt?.(root, source);
  return Resource.read(source.file, source.document, root);
}
