// A kustomization file: its fields, and the mistakes for which kustomize refuses it.

import type { Node } from "../../yaml/node.ts";
import { child, textAt } from "./edit.ts";
import { items } from "./field-specs.ts";

const FIELDS = new Set([
  ...["apiVersion", "kind", "metadata", "openapi", "namePrefix", "nameSuffix", "namespace", "commonLabels", "labels"],
  ...[
    "commonAnnotations",
    "patchesStrategicMerge",
    "patchesJson6902",
    "patches",
    "images",
    "imageTags",
    "replacements",
  ],
  ...["replicas", "vars", "sortOptions", "resources", "components", "crds", "bases", "configMapGenerator"],
  ...["secretGenerator", "helmGlobals", "helmCharts", "helmChartInflationGenerator", "generatorOptions"],
  ...["configurations", "generators", "transformers", "validators", "buildMetadata"],
]);

export interface Kustomization {
  readonly file: string;
  readonly directory: string;
  readonly root: Node;
  readonly isComponent: boolean;
}

/** The kustomization, or the phrase for which kustomize refuses it. */
export function readKustomization(file: string, directory: string, roots: readonly Node[]): Kustomization | string {
  const [root, ...more] = roots.filter(node => !(node.kind === "scalar" && node.value === null));
  if (root === undefined) return "the kustomization is empty";
  if (more.length > 0 || root.kind !== "map") return "a kustomization is one map";
  for (const { key } of root.entries) if (!FIELDS.has(String(key.value))) return `unknown field "${String(key.value)}"`;
  const kind = textAt(root, "kind") ?? "Kustomization";
  if (kind !== "Kustomization" && kind !== "Component") return `kind "${kind}" is no Kustomization`;
  const version = kind === "Component" ? "kustomize.config.k8s.io/v1alpha1" : "kustomize.config.k8s.io/v1beta1";
  const written = textAt(root, "apiVersion");
  if (written !== undefined && written !== version) return `apiVersion of a ${kind} is ${version}, not "${written}"`;
  return wrongType(root) ?? { file, directory, root, isComponent: kind === "Component" };
}

const STRINGS = ["namePrefix", "nameSuffix", "namespace"];
const STRING_LISTS = ["resources", "bases", "components", "configurations", "generators", "transformers", "crds"];

/** kustomize decodes strictly: an unquoted number or boolean is no string. */
function wrongType(root: Node): string | undefined {
  for (const name of STRINGS) if (!isString(child(root, name))) return `${name} is no string`;
  for (const name of STRING_LISTS) {
    const list = child(root, name);
    if (list?.kind === "map" || (list?.kind === "list" && !list.items.every(isString)))
      return `${name} is no list of strings`;
  }
  const maps = ["commonLabels", "commonAnnotations"].map(name => [name, child(root, name)] as const);
  const pairs = items(child(root, "labels")).map(entry => ["labels", child(entry, "pairs")] as const);
  for (const [name, map] of [...maps, ...pairs]) {
    const wrong = wrongValue(map);
    if (wrong !== undefined) return `the value of ${name} "${wrong}" is no string`;
  }
  for (const image of items(child(root, "images")))
    for (const name of ["name", "newName", "newTag", "digest"])
      if (!isString(child(image, name))) return `${name} of an image is no string`;
  for (const entry of items(child(root, "replicas"))) {
    const count = child(entry, "count");
    if (count !== undefined && !(count.kind === "scalar" && (count.value === null || Number.isInteger(count.value))))
      return "a count of replicas is no whole number";
  }
  return undefined;
}

function isString(node: Node | undefined): boolean {
  return node === undefined || (node.kind === "scalar" && (typeof node.value === "string" || node.value === null));
}

function wrongValue(map: Node | undefined): string | undefined {
  if (map?.kind !== "map") return undefined;
  const wrong = map.entries.find(
    ({ value }) => value.kind !== "scalar" || (typeof value.value !== "string" && value.value !== null),
  );
  return wrong === undefined ? undefined : String(wrong.key.value);
}
