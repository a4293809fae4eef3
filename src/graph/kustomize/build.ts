// What a kustomization builds, without running kustomize: `accumulate` follows api/internal/target (KustTarget.accumulateTarget), from
// the resources up through generators, components and transformers.

import type { Node } from "../../yaml/node.ts";
import { child, nodeOf, setScalar, textAt } from "./edit.ts";
import { addSpecs, defaultSpecs, type FieldSpecs, items as nodes, texts } from "./field-specs.ts";
import { isKustomizationFile, KUSTOMIZATION_NAMES, type KustomizeFiles } from "./files.ts";
import { type Behavior, type Generated, generate, hashOf } from "./generators.ts";
import { Item, idKey, sameId } from "./item.ts";
import { fixReferences } from "./name-references.ts";
import { isRemote, isWithin, resolvePath } from "./paths.ts";
import { type Kustomization, readKustomization } from "./read.ts";
import { type Accumulation, transform } from "./steps.ts";
import { resolveVars } from "./vars.ts";

/** What kustomize would refuse, or what cannot be followed here. */
export interface BuildError {
  readonly kind: ErrorKind;
  /** A phrase, without the file. */
  readonly message: string;
  readonly file: string;
}

export type ErrorKind =
  | "missing"
  | "outside"
  | "duplicate"
  | "cycle"
  | "kustomization"
  | "resource"
  | "patch"
  | "generator"
  | "transformer"
  /** Not wrong: it is fetched, or made by a program, and unknown here. */
  | "unknown";

export interface Built {
  readonly directory: string;
  readonly file: string;
  readonly isComponent: boolean;
  readonly items: readonly Item[];
  readonly errors: readonly BuildError[];
  /** Files that the build reads as manifests (resources, not patches). */
  readonly resourceFiles: readonly string[];
  /** Files read as patches, and as configuration of generators and transformers. */
  readonly fragmentFiles: readonly string[];
  /** Directories of the kustomizations below, components among them. */
  readonly bases: readonly string[];
}

/** Kustomizations inside one another, at most. */
const DEPTH = 64;
/** Objects that one root may have: copies of copies are bounded. */
const OBJECTS = 50_000;

interface State extends Accumulation {
  readonly resourceFiles: Set<string>;
  readonly fragmentFiles: Set<string>;
  readonly bases: Set<string>;
  readonly ids: Set<string>;
  readonly vars: Node[];
}

export class Kustomizer {
  readonly #files: KustomizeFiles;
  readonly #cache = new Map<string, State>();

  constructor(files: KustomizeFiles) {
    this.#files = files;
  }

  /** Builds the kustomization of a directory; undefined when it has none. */
  build(directory: string): Built | undefined {
    const names = this.#kustomizationsIn(directory);
    if (names.length === 0) return undefined;
    const state = newState();
    const kustomization = this.#read(directory, state);
    if (kustomization !== undefined) this.#accumulate(kustomization, state, [directory]);
    addHashes(state.items);
    for (const message of fixReferences(state.items, state.specs.nameReference))
      fail(state, "transformer", message, names[0] ?? directory);
    for (const name of resolveVars(state.items, state.vars))
      fail(state, "transformer", `nothing has the value of the variable "${name}"`, names[0] ?? directory);
    return {
      directory,
      file: names[0] ?? directory,
      isComponent: kustomization?.isComponent ?? false,
      items: state.items,
      errors: state.errors,
      resourceFiles: [...state.resourceFiles],
      fragmentFiles: [...state.fragmentFiles],
      bases: [...state.bases],
    };
  }

  /** Directories of the kustomizations that the one of a directory uses itself. */
  basesOf(directory: string): string[] {
    const [file] = this.#kustomizationsIn(directory);
    const [root] = file === undefined ? [] : (this.#files.manifest(file)?.roots ?? []);
    return ["resources", "bases", "components"]
      .flatMap(field => texts(child(root, field)))
      .filter(path => !isRemote(path))
      .map(path => resolvePath(directory, path))
      .filter(base => base !== undefined && base !== directory && this.#kustomizationsIn(base).length > 0)
      .filter(base => base !== undefined);
  }

  #kustomizationsIn(directory: string): string[] {
    const prefix = directory === "" ? "" : `${directory}/`;
    return KUSTOMIZATION_NAMES.map(name => prefix + name).filter(path => this.#files.manifest(path) !== undefined);
  }

  #read(directory: string, state: State): Kustomization | undefined {
    const [file, second] = this.#kustomizationsIn(directory);
    if (file === undefined) return undefined;
    if (second !== undefined) fail(state, "kustomization", "two kustomization files in one directory", file);
    const manifest = this.#files.manifest(file);
    if (manifest?.broken) fail(state, "kustomization", "the kustomization does not parse", file);
    const read = readKustomization(file, directory, manifest?.roots ?? []);
    if (typeof read !== "string") return read;
    fail(state, "kustomization", read, file);
    return undefined;
  }

  #accumulate(kustomization: Kustomization, state: State, stack: readonly string[]): undefined {
    const { root, directory, file } = kustomization;
    for (const field of ["resources", "bases"])
      for (const path of texts(child(root, field))) this.#addResource(kustomization, path, state, stack);
    for (const path of texts(child(root, "configurations"))) {
      const manifest = this.#fragment(directory, path, state, file);
      for (const config of manifest?.roots ?? []) state.specs = addSpecs(state.specs, config);
    }
    this.#generate(kustomization, state, stack);
    for (const path of texts(child(root, "components"))) this.#addComponent(kustomization, path, state, stack);
    transform(state, kustomization, {
      parse: text => this.#files.parse(text),
      load: path => this.#fragment(directory, path, state, file)?.roots,
      loadObjects: path => this.#configObjects(kustomization, path, state, stack),
      fail: (kind, message) => fail(state, kind, message, file),
    });
    state.vars.push(...nodes(child(root, "vars")));
    for (const field of ["helmCharts", "helmChartInflationGenerator"])
      if (child(root, field) !== undefined) fail(state, "unknown", "charts are not rendered", file);
  }

  #addResource(kustomization: Kustomization, path: string, state: State, stack: readonly string[]): undefined {
    const { directory, file } = kustomization;
    if (isRemote(path)) return fail(state, "unknown", `"${path}" is fetched from elsewhere`, file);
    const resolved = resolvePath(directory, path);
    if (resolved === undefined) return fail(state, "outside", `"${path}" is outside of the project`, file);
    if (this.#files.manifest(resolved) !== undefined) return this.#addFile(kustomization, path, resolved, state);
    if (!this.#files.isDirectory(resolved)) return fail(state, "missing", `"${path}" does not exist`, file);
    this.#addBase(kustomization, path, resolved, state, stack);
  }

  #addFile({ directory, file }: Kustomization, path: string, resolved: string, state: State): undefined {
    if (!isWithin(resolved, directory))
      return fail(state, "outside", `"${path}" is not in or below the directory`, file);
    const manifest = this.#files.manifest(resolved);
    if (manifest === undefined || isKustomizationFile(resolved)) return;
    state.resourceFiles.add(resolved);
    if (manifest.broken) fail(state, "resource", `"${path}" does not parse`, file);
    if (manifest.stray) fail(state, "resource", `"${path}" holds something that is no object`, file);
    for (const resource of manifest.resources) {
      const node = resource.root.node;
      if (node === undefined) continue;
      const item = new Item(node, resource, undefined);
      if (item.id.name === "") {
        fail(state, "resource", `a ${resource.kind} in "${path}" has no name`, file);
        continue;
      }
      item.needsHash = textAt(node, "metadata", "annotations", "kustomize.config.k8s.io/needs-hash") === "true";
      append(state, item, file);
    }
  }

  #addBase(from: Kustomization, path: string, directory: string, state: State, stack: readonly string[]): undefined {
    const { file } = from;
    if (stack.some(visited => isWithin(visited, directory)) || stack.length > DEPTH)
      return fail(state, "cycle", `"${path}" leads back here`, file);
    if (this.#kustomizationsIn(directory).length === 0)
      return fail(state, "missing", `"${path}" has no kustomization`, file);
    const below = this.#accumulated(directory, stack);
    if (below.isComponent) fail(state, "kustomization", `"${path}" is a component, not a resource`, file);
    state.bases.add(directory);
    for (const name of ["resourceFiles", "fragmentFiles", "bases"] as const)
      for (const value of below.state[name]) state[name].add(value);
    state.errors.push(...below.state.errors);
    state.vars.push(...below.state.vars);
    state.specs = mergeSpecs(state.specs, below.state.specs);
    for (const item of below.state.items) append(state, item.copy(), file);
  }

  /** Bases are built once, however many overlays use them. */
  #accumulated(directory: string, stack: readonly string[]): { state: State; isComponent: boolean } {
    const cached = this.#cache.get(directory);
    if (cached !== undefined) return { state: cached, isComponent: cached.isComponent };
    const state = newState();
    const kustomization = this.#read(directory, state);
    if (kustomization !== undefined) {
      state.isComponent = kustomization.isComponent;
      if (!kustomization.isComponent) this.#accumulate(kustomization, state, [...stack, directory]);
    }
    // What a cycle cut short depends on the way here.
    if (!state.errors.some(({ kind }) => kind === "cycle")) this.#cache.set(directory, state);
    return { state, isComponent: state.isComponent };
  }

  #addComponent(from: Kustomization, path: string, state: State, stack: readonly string[]): undefined {
    const { file } = from;
    if (isRemote(path)) return fail(state, "unknown", `"${path}" is fetched from elsewhere`, file);
    const directory = resolvePath(from.directory, path);
    if (directory === undefined || this.#kustomizationsIn(directory).length === 0)
      return fail(state, "missing", `"${path}" has no kustomization`, file);
    if (stack.includes(directory) || stack.length > DEPTH)
      return fail(state, "cycle", `"${path}" leads back here`, file);
    const component = this.#read(directory, state);
    if (component === undefined) return;
    if (!component.isComponent) fail(state, "kustomization", `"${path}" is no component`, file);
    state.bases.add(directory);
    // A component has the names and labels of its own configuration only.
    const specs = state.specs;
    this.#accumulate(component, state, [...stack, directory]);
    state.specs = mergeSpecs(specs, state.specs);
  }

  /** Configuration of generators and transformers: objects of a file, or of a kustomization in a directory. */
  #configObjects(from: Kustomization, path: string, state: State, stack: readonly string[]): readonly Node[] {
    const resolved = resolvePath(from.directory, path);
    if (
      resolved === undefined ||
      !this.#files.isDirectory(resolved) ||
      stack.length > DEPTH ||
      stack.includes(resolved)
    )
      return this.#fragment(from.directory, path, state, from.file)?.roots ?? [];
    const { state: below } = this.#accumulated(resolved, stack);
    state.bases.add(resolved);
    state.errors.push(...below.errors);
    for (const file of [...below.resourceFiles, ...below.fragmentFiles]) state.fragmentFiles.add(file);
    return below.items.map(({ node }) => node);
  }

  #fragment(directory: string, path: string, state: State, file: string) {
    const resolved = resolvePath(directory, path);
    if (resolved === undefined || !isWithin(resolved, directory)) {
      fail(state, isRemote(path) ? "unknown" : "outside", `"${path}" is not in or below the directory`, file);
      return undefined;
    }
    const manifest = this.#files.manifest(resolved);
    if (manifest === undefined) {
      if (!this.#files.isDirectory(resolved)) fail(state, "missing", `"${path}" does not exist`, file);
      return undefined;
    }
    state.fragmentFiles.add(resolved);
    if (manifest.broken) fail(state, "patch", `"${path}" does not parse`, file);
    return manifest;
  }

  #generate(kustomization: Kustomization, state: State, stack: readonly string[]): undefined {
    const { root, directory, file } = kustomization;
    const options = child(root, "generatorOptions");
    const place = { directory, file, files: this.#files };
    for (const kind of ["ConfigMap", "Secret"] as const) {
      for (const entry of nodes(child(root, kind === "ConfigMap" ? "configMapGenerator" : "secretGenerator")))
        absorb(state, generate(kind, entry, options, place), file);
    }
    for (const path of texts(child(root, "generators"))) {
      for (const config of this.#configObjects(kustomization, path, state, stack)) {
        const kind = /^(ConfigMap|Secret)Generator$/.exec(textAt(config, "kind") ?? "")?.[1];
        if (kind !== "ConfigMap" && kind !== "Secret") fail(state, "unknown", `"${path}" runs a program`, file);
        else
          absorb(
            state,
            generate(kind, named(config), options, { ...place, file: resolvePath(directory, path) ?? file }),
            file,
          );
      }
    }
  }
}

/** A generator in a file of its own has its name in metadata. */
function named(config: Node): Node {
  const withName = setScalar(config, ["name"], textAt(config, "metadata", "name") ?? "");
  const namespace = textAt(config, "metadata", "namespace");
  return namespace === undefined ? withName : setScalar(withName, ["namespace"], namespace);
}

function newState(): State & { isComponent: boolean } {
  return {
    items: [],
    errors: [],
    specs: defaultSpecs(),
    resourceFiles: new Set(),
    fragmentFiles: new Set(),
    bases: new Set(),
    ids: new Set(),
    vars: [],
    isComponent: false,
  };
}

function fail(state: State, kind: ErrorKind, message: string, file: string): undefined {
  state.errors.push({ kind, message, file });
}

function append(state: State, item: Item, file: string): undefined {
  const key = idKey(item.id);
  if (state.ids.size !== state.items.length) rebuild(state);
  if (state.ids.has(key)) return fail(state, "duplicate", `${item.id.kind} "${item.id.name}" is there already`, file);
  if (state.items.length >= OBJECTS) return;
  state.ids.add(key);
  state.items.push(item);
}

function rebuild(state: State): undefined {
  state.ids.clear();
  for (const item of state.items) state.ids.add(idKey(item.id));
}

/** api/resmap: AbsorbAll. */
function absorb(state: State, generated: Generated | string, file: string): undefined {
  if (typeof generated === "string") return fail(state, "generator", generated, file);
  const { item, behavior } = generated;
  const found = state.items.filter(other => other.ids.some(id => sameId(id, item.id)));
  const [old] = found;
  if (old === undefined) {
    if (behavior === "create") return append(state, item, file);
    return fail(state, "generator", `there is no ${item.id.kind} "${item.id.name}" to ${behavior}`, file);
  }
  if (behavior === "create")
    return fail(
      state,
      "duplicate",
      `${item.id.kind} "${item.id.name}" is there already; its behavior must be merge or replace`,
      file,
    );
  if (found.length > 1)
    return fail(
      state,
      "generator",
      `several objects are ${item.id.kind} "${item.id.name}": none can ${behavior}`,
      file,
    );
  state.items[state.items.indexOf(old)] = takeOver(old, item, behavior);
}

/** The new object with the name, namespace and history of the old one. */
function takeOver(old: Item, item: Item, behavior: Behavior): Item {
  const result = old.copy();
  if (behavior === "replace") result.generatedBy = item.generatedBy;
  result.needsHash = item.needsHash || old.needsHash;
  const place = { start: 0, end: 0 };
  let node = item.node;
  for (const field of behavior === "merge" ? ["data", "binaryData"] : []) node = mergePairs(old.node, node, [field]);
  for (const field of ["labels", "annotations"]) node = mergePairs(old.node, node, ["metadata", field]);
  node = setScalar(node, ["metadata", "name"], old.id.name);
  result.node = old.id.namespace === "" ? node : setScalar(node, ["metadata", "namespace"], old.id.namespace);
  return result.node === undefined ? new Item(nodeOf({}, place), undefined, undefined) : result;
}

function mergePairs(old: Node, node: Node, path: readonly string[]): Node {
  let result = node;
  let [before, now]: (Node | undefined)[] = [old, node];
  for (const key of path) [before, now] = [child(before, key), child(now, key)];
  if (before?.kind !== "map") return node;
  for (const { key, value } of before.entries) {
    const name = String(key.value);
    if (child(now, name) === undefined && value.kind === "scalar")
      result = setScalar(result, [...path, name], value.value);
  }
  return result;
}

function mergeSpecs(a: FieldSpecs, b: FieldSpecs): FieldSpecs {
  if (b === defaultSpecs() || a === b) return a;
  const merged = {} as Record<keyof FieldSpecs, readonly unknown[]>;
  for (const key of Object.keys(defaultSpecs()) as (keyof FieldSpecs)[]) {
    const added = (b[key] as readonly unknown[]).filter(spec => !(a[key] as readonly unknown[]).includes(spec));
    merged[key] = [...a[key], ...added];
  }
  return merged as unknown as FieldSpecs;
}

function addHashes(items: readonly Item[]): void {
  for (const item of items) {
    const hash = item.needsHash ? hashOf(item.node) : undefined;
    if (hash === undefined) continue;
    item.remember();
    item.node = setScalar(item.node, ["metadata", "name"], `${item.id.name}-${hash}`);
  }
}
