// The transformers of one kustomization, in kustomize's order (api/internal/target: configureBuiltinTransformers).

import type { Node } from "../../yaml/node.ts";
import type { BuildError, ErrorKind } from "./build.ts";
import { child, textAt } from "./edit.ts";
import { type FieldSpec, type FieldSpecs, items as nodes, pairsOf, readSpecs, texts } from "./field-specs.ts";
import type { Item } from "./item.ts";
import { applyPatch, isJsonPatch, type PatchOptions, patchOptions } from "./patches.ts";
import type { Kustomization } from "./read.ts";
import { replace } from "./replacements.ts";
import { addPrefix, addSuffix, setImages, setNamespace, setPairs, setReplicas } from "./transformers.ts";

/** What a kustomization has gathered so far. */
export interface Accumulation {
  items: Item[];
  readonly errors: BuildError[];
  specs: FieldSpecs;
  isComponent: boolean;
}

export interface Loader {
  parse(text: string): readonly Node[] | undefined;
  /** The root nodes of a file beside the kustomization; failures are told by the loader. */
  load(path: string): readonly Node[] | undefined;
  /** The same, where a directory with a kustomization may stand for the file. */
  loadObjects(path: string): readonly Node[];
  fail(kind: ErrorKind, message: string): undefined;
}

const METADATA_LABELS: FieldSpec = { path: ["metadata", "labels"], create: true };
const NO_OPTIONS: PatchOptions = { allowNameChange: false, allowKindChange: false };

export function transform(state: Accumulation, { root }: Kustomization, loader: Loader): void {
  for (const entry of nodes(child(root, "patchesStrategicMerge"))) {
    const text = textAt(entry) ?? "";
    const inline = text.includes("\n");
    for (const patch of (inline ? loader.parse(text) : loader.load(text)) ?? [])
      patchOne(state, patch, undefined, NO_OPTIONS, loader);
  }
  for (const entry of nodes(child(root, "patches"))) patchEntry(state, entry, loader);
  const namespace = textAt(root, "namespace");
  if (namespace !== undefined && namespace !== "") useNamespace(state, namespace, state.specs.namespace, loader);
  const [prefix, suffix] = [textAt(root, "namePrefix"), textAt(root, "nameSuffix")];
  if (prefix !== undefined && prefix !== "") addPrefix(state.items, prefix, state.specs.namePrefix);
  if (suffix !== undefined && suffix !== "") addSuffix(state.items, suffix, state.specs.namePrefix);
  for (const entry of nodes(child(root, "labels"))) labelEntry(state, entry);
  setPairs(
    state.items,
    pairsOf(child(root, "commonLabels")),
    labelSpecs(root, "commonLabels", state.specs.commonLabels),
  );
  setPairs(
    state.items,
    pairsOf(child(root, "commonAnnotations")),
    labelSpecs(root, "commonAnnotations", state.specs.commonAnnotations),
  );
  for (const entry of nodes(child(root, "patchesJson6902"))) patchEntry(state, entry, loader);
  for (const entry of nodes(child(root, "replicas"))) replicasEntry(state, entry, state.specs.replicas, loader);
  for (const field of ["imageTags", "images"])
    for (const entry of nodes(child(root, field))) imageEntry(state, entry, state.specs.images);
  for (const entry of nodes(child(root, "replacements"))) replacementEntry(state, entry, loader);
  for (const path of texts(child(root, "transformers"))) {
    const configs = path.includes("\n") ? loader.parse(path) : loader.loadObjects(path);
    for (const config of configs ?? []) external(state, config, path, loader);
  }
}

/** Without pairs there is nothing to set, and no map to create. */
function labelSpecs(root: Node, field: string, specs: readonly FieldSpec[]): readonly FieldSpec[] {
  return pairsOf(child(root, field)).length === 0 ? [] : specs;
}

function useNamespace(
  state: Accumulation,
  namespace: string,
  specs: readonly FieldSpec[],
  loader: Loader,
  unsetOnly = false,
): void {
  for (const twice of setNamespace(state.items, namespace, specs, unsetOnly))
    loader.fail("duplicate", `in namespace "${namespace}", ${twice} is there twice`);
}

function labelEntry(state: Accumulation, entry: Node): void {
  const pairs = pairsOf(child(entry, "pairs"));
  if (pairs.length === 0) return;
  const specs = readSpecs(child(entry, "fields"));
  if (textAt(entry, "includeSelectors") === "true") specs.push(...state.specs.commonLabels);
  else {
    if (textAt(entry, "includeTemplates") === "true") specs.push(...state.specs.templateLabels);
    specs.push(METADATA_LABELS);
  }
  setPairs(state.items, pairs, specs);
}

function patchEntry(state: Accumulation, entry: Node, loader: Loader): void {
  const [text, path] = [textAt(entry, "patch"), textAt(entry, "path")];
  const target = child(entry, "target");
  const given =
    text === undefined || text === "" ? (path === undefined ? undefined : loader.load(path)) : loader.parse(text);
  if (given === undefined) {
    if (text !== undefined) loader.fail("patch", "an inline patch does not parse");
    else if (path === undefined) loader.fail("patch", "a patch needs `patch` or `path`");
    return;
  }
  if (given.length === 0) loader.fail("patch", "a patch is empty");
  if (target !== undefined && given.filter(({ kind }) => kind === "map").length > 1)
    loader.fail("patch", "several patches in one entry cannot have a target");
  for (const patch of given) patchOne(state, patch, target, patchOptions(entry), loader);
}

function patchOne(
  state: Accumulation,
  patch: Node,
  target: Node | undefined,
  options: PatchOptions,
  loader: Loader,
): undefined {
  if (patch.kind === "scalar") {
    if (patch.value !== null) loader.fail("patch", "a patch is an object or a list of operations");
    return;
  }
  if (!isJsonPatch(patch) && target === undefined && textAt(patch, "kind") === undefined)
    return loader.fail("patch", "a patch without target needs apiVersion, kind and name");
  const patched = applyPatch(state.items, patch, target, options);
  state.items = patched.items;
  if (patched.error !== undefined) loader.fail("patch", patched.error);
}

function replicasEntry(state: Accumulation, entry: Node, specs: readonly FieldSpec[], loader: Loader): void {
  const name = textAt(entry, "name") ?? "";
  // An entry without a count sets none: it is the number that Go starts with.
  const count = Number(textAt(entry, "count") ?? 0);
  if (!setReplicas(state.items, name, count, specs))
    loader.fail("transformer", `nothing with replicas is called "${name}"`);
}

function imageEntry(state: Accumulation, entry: Node, specs: readonly FieldSpec[]): void {
  const name = textAt(entry, "name");
  if (name === undefined) return;
  const part = (key: string) => textAt(entry, key) || undefined;
  setImages(
    state.items,
    { name, newName: part("newName"), newTag: part("newTag"), digest: part("digest"), tagSuffix: part("tagSuffix") },
    specs,
  );
}

function replacementEntry(state: Accumulation, entry: Node, loader: Loader): void {
  const path = textAt(entry, "path");
  const given = path === undefined ? [entry] : (loader.load(path) ?? []);
  for (const replacement of given.flatMap(node => (node.kind === "list" ? node.items : [node]))) {
    const error = replace(state.items, replacement);
    if (error !== undefined) loader.fail("transformer", error);
  }
}

/** A built-in transformer that is configured in a file of its own. */
function external(state: Accumulation, config: Node, path: string, loader: Loader): void {
  const specs = readSpecs(child(config, "fieldSpecs"));
  const kind = textAt(config, "kind") ?? "";
  const run = EXTERNAL[kind];
  if (run === undefined) loader.fail("unknown", `"${path}" runs a program (${kind})`);
  else run(state, config, specs, loader);
}

type External = (state: Accumulation, config: Node, specs: FieldSpec[], loader: Loader) => void;

const EXTERNAL: Readonly<Record<string, External | undefined>> = {
  LabelTransformer(state, config, specs) {
    setPairs(state.items, pairsOf(child(config, "labels")), specs);
  },
  AnnotationsTransformer(state, config, specs) {
    setPairs(state.items, pairsOf(child(config, "annotations")), specs);
  },
  PrefixTransformer(state, config, specs) {
    addPrefix(state.items, textAt(config, "prefix") ?? "", specs);
  },
  SuffixTransformer(state, config, specs) {
    addSuffix(state.items, textAt(config, "suffix") ?? "", specs);
  },
  PrefixSuffixTransformer(state, config, specs) {
    const [prefix, suffix] = [textAt(config, "prefix"), textAt(config, "suffix")];
    if (prefix !== undefined) addPrefix(state.items, prefix, specs);
    if (suffix !== undefined) addSuffix(state.items, suffix, specs);
  },
  NamespaceTransformer(state, config, specs, loader) {
    const namespace = textAt(config, "namespace") ?? textAt(config, "metadata", "namespace");
    const unsetOnly = textAt(config, "unsetOnly") === "true";
    if (namespace !== undefined) useNamespace(state, namespace, specs, loader, unsetOnly);
  },
  PatchTransformer: (state, config, _specs, loader) => patchEntry(state, config, loader),
  PatchJson6902Transformer(state, config, _specs, loader) {
    const text = textAt(config, "jsonOp");
    const given = text === undefined ? loader.load(textAt(config, "path") ?? "") : loader.parse(text);
    for (const patch of given ?? []) patchOne(state, patch, child(config, "target"), NO_OPTIONS, loader);
  },
  PatchStrategicMergeTransformer(state, config, _specs, loader) {
    const inline = textAt(config, "patches");
    const given = [
      ...texts(child(config, "paths")).map(path => loader.load(path)),
      inline === undefined ? [] : loader.parse(inline),
    ];
    for (const patch of given.flatMap(list => list ?? [])) patchOne(state, patch, undefined, NO_OPTIONS, loader);
  },
  ReplicaCountTransformer(state, config, specs, loader) {
    const replica = child(config, "replica");
    if (replica !== undefined) replicasEntry(state, replica, specs, loader);
  },
  ImageTagTransformer(state, config, specs) {
    const tag = child(config, "imageTag");
    if (tag !== undefined) imageEntry(state, tag, specs);
  },
  ReplacementTransformer(state, config, _specs, loader) {
    for (const entry of nodes(child(config, "replacements"))) replacementEntry(state, entry, loader);
  },
  HashTransformer(state) {
    for (const item of state.items) item.needsHash ||= item.generatedBy !== undefined;
  },
};
