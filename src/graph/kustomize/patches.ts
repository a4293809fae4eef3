// Patches: strategic merges for one object or for those that a target selects, JSON patches for targets.

import type { Node } from "../../yaml/node.ts";
import { changeAt, child, placeIn, scalarAt, setScalar, textAt } from "./edit.ts";
import { type Id, type Item, sameId } from "./item.ts";
import { applyJsonPatch } from "./json-patch.ts";
import { strategicMerge } from "./merge.ts";
import { targetTest } from "./selector.ts";

/** Groups whose kinds kustomize knows the schemas of: lists of other kinds have no merge keys. */
const BUILT_IN_GROUP = /^(|apps|batch|autoscaling|policy|extensions|[a-z.]+\.k8s\.io)$/;

export interface PatchOptions {
  readonly allowNameChange: boolean;
  readonly allowKindChange: boolean;
}

export function patchOptions(entry: Node | undefined): PatchOptions {
  const options = child(entry, "options");
  return {
    allowNameChange: textAt(options, "allowNameChange") === "true",
    allowKindChange: textAt(options, "allowKindChange") === "true",
  };
}

/** What a patch leaves: the items that are still there, and what does not apply. */
export interface Patched {
  readonly items: Item[];
  readonly error?: string;
}

export function isJsonPatch(patch: Node): boolean {
  return patch.kind === "list";
}

export function applyPatch(
  items: readonly Item[],
  patch: Node,
  target: Node | undefined,
  options: PatchOptions,
): Patched {
  if (isJsonPatch(patch)) {
    if (target === undefined) return { items: [...items], error: "a JSON patch needs a target" };
    return applyToTargets(items, patch, target);
  }
  if (target !== undefined) {
    const test = targetTest(target);
    return { items: items.flatMap(item => (test(item) ? merged(item, patch, options) : [item])) };
  }
  const id = idOf(patch);
  const found = items.filter(item => item.ids.some(each => sameId(each, id)));
  const [only] = found;
  if (only === undefined || found.length > 1) {
    const count = only === undefined ? "no object matches" : "several objects match";
    return { items: [...items], error: `${count} the patch of ${id.kind} "${id.name}"` };
  }
  return { items: items.flatMap(item => (item === only ? merged(item, patch, options) : [item])) };
}

function applyToTargets(items: readonly Item[], patch: Node, target: Node): Patched {
  const test = targetTest(target);
  for (const item of items.filter(test)) {
    item.remember();
    const result = applyJsonPatch(item.node, patch);
    if (typeof result === "string") return { items: [...items], error: result };
    item.node = result;
  }
  return { items: [...items] };
}

/** api/resource: ApplySmPatch. Name, kind and namespace stay the target's. */
function merged(item: Item, patch: Node, { allowNameChange, allowKindChange }: PatchOptions): Item[] {
  const { name, kind, namespace, group } = item.id;
  if (allowNameChange || allowKindChange) item.remember();
  const result = strategicMerge(item.node, patch, BUILT_IN_GROUP.test(group) ? kind : undefined);
  if (result === undefined) return [];
  let node = allowKindChange ? result : setScalar(result, ["kind"], kind);
  if (!allowNameChange) node = setScalar(node, ["metadata", "name"], name);
  const present = textAt(node, "metadata", "namespace") ?? "";
  item.node =
    present === namespace
      ? node
      : changeAt(node, ["metadata", "namespace"], true, (old, place) =>
          namespace === "" ? undefined : scalarAt(namespace, placeIn(old, place)),
        );
  return [item];
}

function idOf(patch: Node): Id {
  const apiVersion = textAt(patch, "apiVersion") ?? "";
  const slash = apiVersion.indexOf("/");
  return {
    group: slash < 0 ? "" : apiVersion.slice(0, slash),
    version: apiVersion.slice(slash + 1),
    kind: textAt(patch, "kind") ?? "",
    namespace: textAt(patch, "metadata", "namespace") ?? "",
    name: textAt(patch, "metadata", "name") ?? "",
  };
}
