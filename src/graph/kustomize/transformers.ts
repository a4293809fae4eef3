// The changes a kustomization makes to all of its objects: namespace, names, labels, annotations, replicas, images.

import type { Node } from "../../yaml/node.ts";
import { changeAt, child, emptyMap, placeIn, scalarAt, setScalar, textAt, withEntry } from "./edit.ts";
import type { FieldSpec } from "./field-specs.ts";
import { type Item, isSelected, sameId } from "./item.ts";

/** Applies a change at every field of the item that a spec names. */
function atSpecs(item: Item, specs: readonly FieldSpec[], change: Parameters<typeof changeAt>[3]): void {
  const { id } = item;
  for (const spec of specs) if (isSelected(id, spec)) item.node = changeAt(item.node, spec.path, spec.create, change);
}

/** Fields that the namespace filter treats by itself, whatever the configuration says of them. */
const OWN_FIELDS = new Set(["metadata/namespace", "subjects"]);

/** api/filters/namespace. Returns the names of objects that fall together, which kustomize refuses. */
export function setNamespace(
  items: readonly Item[],
  namespace: string,
  specs: readonly FieldSpec[],
  unsetOnly = false,
): string[] {
  const others = specs.filter(({ path }) => !OWN_FIELDS.has(path.join("/")));
  for (const item of items) {
    if (unsetOnly && item.id.namespace !== "") continue;
    item.remember();
    const { kind } = item.id;
    if (!item.isClusterScoped) item.node = setScalar(item.node, ["metadata", "namespace"], namespace);
    if (!unsetOnly && (kind === "RoleBinding" || kind === "ClusterRoleBinding"))
      item.node = setDefaultSubjects(item.node, namespace);
    atSpecs(item, others, (old, place) =>
      unsetOnly && old !== undefined ? old : scalarAt(namespace, placeIn(old, place)),
    );
  }
  return conflicts(items);
}

function conflicts(items: readonly Item[]): string[] {
  const seen = new Map<string, Item>();
  const twice: string[] = [];
  for (const item of items) {
    const { id } = item;
    const key = `${id.group}/${id.version}/${id.kind} ${id.namespace || "default"}/${id.name}`;
    const other = seen.get(key);
    if (other !== undefined && sameId(other.id, id)) twice.push(`${id.kind} "${id.name}"`);
    seen.set(key, item);
  }
  return twice;
}

/** Subjects named "default" mean the namespace's own ServiceAccount; the others follow the account they name. */
function setDefaultSubjects(node: Node, namespace: string): Node {
  return changeAt(node, ["subjects"], false, list => {
    if (list?.kind !== "list") return list;
    const items = list.items.map(subject =>
      textAt(subject, "kind") === "ServiceAccount" && textAt(subject, "name") === "default"
        ? setScalar(subject, ["namespace"], namespace)
        : subject,
    );
    return { ...list, items };
  });
}

const KEPT_NAMES = new Set(["CustomResourceDefinition", "APIService", "Namespace"]);

export function addPrefix(items: readonly Item[], prefix: string, specs: readonly FieldSpec[]): void {
  for (const item of items) {
    if (KEPT_NAMES.has(item.original.kind)) continue;
    for (const spec of specs) {
      if (!isSelected(item.original, spec)) continue;
      if (isName(spec)) {
        item.remember();
        item.prefixes.push(prefix);
      }
      item.node = changeAt(item.node, spec.path, spec.create, (old, place) =>
        renamed(old, text => prefix + text, place),
      );
    }
  }
}

export function addSuffix(items: readonly Item[], suffix: string, specs: readonly FieldSpec[]): void {
  for (const item of items) {
    if (KEPT_NAMES.has(item.original.kind)) continue;
    for (const spec of specs) {
      if (!isSelected(item.original, spec)) continue;
      if (isName(spec)) {
        item.remember();
        item.suffixes.push(suffix);
      }
      item.node = changeAt(item.node, spec.path, spec.create, (old, place) =>
        renamed(old, text => text + suffix, place),
      );
    }
  }
}

function isName({ path }: FieldSpec): boolean {
  return path.join("/") === "metadata/name";
}

function renamed(old: Node | undefined, change: (text: string) => string, place: Parameters<typeof scalarAt>[1]) {
  return old?.kind === "scalar" && old.value !== null ? scalarAt(change(String(old.value)), placeIn(old, place)) : old;
}

/** Labels and annotations: every pair is written over what is there. */
export function setPairs(
  items: readonly Item[],
  pairs: readonly (readonly [string, string])[],
  specs: readonly FieldSpec[],
): void {
  for (const item of items) {
    atSpecs(item, specs, (old, place) => {
      let map = old?.kind === "map" ? old : emptyMap(place);
      for (const [key, value] of pairs) {
        const there = child(map, key);
        if (there?.kind === "scalar" && there.value === value) continue;
        map = withEntry(map, key, scalarAt(value, placeIn(there, place)), place);
      }
      return map;
    });
  }
}

/** False when no object of a kind with replicas has that name. */
export function setReplicas(items: readonly Item[], name: string, count: number, specs: readonly FieldSpec[]): boolean {
  let found = false;
  for (const item of items) {
    const { ids } = item;
    if (!ids.some(id => id.name === name)) continue;
    for (const spec of specs) {
      if (!isSelected(item.id, spec)) continue;
      found = true;
      item.node = setScalar(item.node, spec.path, count, spec.create);
    }
  }
  return found;
}

export interface ImageChange {
  readonly name: string;
  readonly newName: string | undefined;
  readonly newTag: string | undefined;
  readonly digest: string | undefined;
  readonly tagSuffix: string | undefined;
}

/** Deeper than this, no pod spec stands. */
const DEPTH = 32;

/** api/filters/imagetag: the legacy filter looks at `containers` and `initContainers` wherever they stand. */
export function setImages(items: readonly Item[], image: ImageChange, specs: readonly FieldSpec[]): void {
  for (const item of items) {
    if (item.id.kind === "CustomResourceDefinition") continue;
    item.node = inContainers(item.node, image, 0);
    atSpecs(item, specs, old => changedImage(old, image));
  }
}

function inContainers(node: Node, image: ImageChange, depth: number): Node {
  if (depth > DEPTH || node.kind === "scalar") return node;
  if (node.kind === "list") {
    const items = node.items.map(item => inContainers(item, image, depth + 1));
    return items.every((item, index) => item === node.items[index]) ? node : { ...node, items };
  }
  let changed = false;
  const entries = node.entries.map(entry => {
    const isList = entry.key.value === "containers" || entry.key.value === "initContainers";
    const value = isList
      ? changeAt(entry.value, ["image"], false, old => changedImage(old, image))
      : inContainers(entry.value, image, depth + 1);
    if (value === entry.value) return entry;
    changed = true;
    return { ...entry, value };
  });
  return changed ? { ...node, entries } : node;
}

/** kustomize adds a tag suffix twice: both of its image filters run. */
function suffixed(rest: string, suffix: string | undefined): string {
  if (suffix === undefined) return rest;
  const tag = rest.split("@")[0] ?? "";
  return `${tag === "" ? ":" : tag}${suffix}${suffix}`;
}

function changedImage(old: Node | undefined, image: ImageChange): Node | undefined {
  if (old?.kind !== "scalar" || typeof old.value !== "string" || !old.value.startsWith(image.name)) return old;
  const rest = old.value.slice(image.name.length);
  const parts = /^(:[\w.{}-]*)?(@sha256:[\w.{}-]*)?$/.exec(rest);
  if (parts === null) return old;
  const name = image.newName ?? image.name;
  const tag = image.newTag === undefined ? undefined : `:${image.newTag}`;
  const digest = image.digest === undefined ? undefined : `@${image.digest}`;
  const written =
    tag === undefined && digest === undefined ? suffixed(rest, image.tagSuffix) : (tag ?? "") + (digest ?? "");
  const text = name + written;
  return text === old.value ? old : scalarAt(text, old);
}
