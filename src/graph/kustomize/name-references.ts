// References that follow the names of what they refer to (api/filters/nameref): after all prefixes, suffixes, hashes and namespaces.

import type { Node } from "../../yaml/node.ts";
import { changeAt, placeIn, scalarAt, setScalar, textAt } from "./edit.ts";
import type { FieldSpec, NameReference } from "./field-specs.ts";
import { type Gvk, type Item, isSelected, sameNamespace } from "./item.ts";

export function fixReferences(items: readonly Item[], references: readonly NameReference[]): void {
  const byName = new Map<string, Item[]>();
  for (const item of items) {
    for (const name of new Set(item.previous.map(id => id.name))) {
      const list = byName.get(name);
      if (list === undefined) byName.set(name, [item]);
      else list.push(item);
    }
  }
  if (byName.size === 0) return;
  const byKind = specsByKind(references);
  for (const referrer of items) {
    const specs = [...(byKind.get(referrer.id.kind) ?? []), ...(byKind.get("") ?? [])];
    for (const { spec, target } of specs) {
      if (!isSelected(referrer.id, spec)) continue;
      const fixer = new Fixer(referrer, target, spec, byName);
      referrer.node = changeAt(referrer.node, spec.path, false, old => fixer.fix(old));
    }
  }
}

interface Aimed {
  readonly spec: FieldSpec;
  readonly target: Gvk;
}

function specsByKind(references: readonly NameReference[]): Map<string, Aimed[]> {
  const byKind = new Map<string, Aimed[]>();
  for (const reference of references) {
    for (const spec of reference.specs) {
      const kind = spec.kind ?? "";
      byKind.set(kind, [...(byKind.get(kind) ?? []), { spec, target: reference }]);
    }
  }
  return byKind;
}

class Fixer {
  readonly #referrer: Item;
  readonly #target: Gvk;
  readonly #isRoleRef: boolean;
  readonly #byName: ReadonlyMap<string, readonly Item[]>;

  constructor(referrer: Item, target: Gvk, spec: FieldSpec, byName: ReadonlyMap<string, readonly Item[]>) {
    this.#referrer = referrer;
    this.#target = target;
    this.#isRoleRef = spec.path.join("/") === "roleRef/name";
    this.#byName = byName;
  }

  fix(node: Node | undefined): Node | undefined {
    if (node?.kind === "list") return { ...node, items: node.items.map(item => this.fix(item) ?? item) };
    if (node?.kind === "map") return this.#fixMap(node);
    if (node?.kind !== "scalar" || node.value === null) return node;
    const found = this.#select(String(node.value), undefined);
    if (found === undefined || found.id.name === node.value) return node;
    return scalarAt(found.id.name, placeIn(node, node));
  }

  /** A subject, or the service of a webhook: name and namespace follow together. */
  #fixMap(node: Node): Node {
    const name = textAt(node, "name");
    if (name === undefined) return node;
    const found = this.#select(name, textAt(node, "namespace"));
    if (found === undefined) return node;
    const { name: newName, namespace } = found.id;
    const renamed = setScalar(node, ["name"], newName);
    return namespace === "" ? renamed : setScalar(renamed, ["namespace"], namespace);
  }

  #select(name: string, namespace: string | undefined): Item | undefined {
    const referrer = this.#referrer;
    const { id } = referrer;
    let candidates = (this.#byName.get(name) ?? []).filter(
      item => item.previous.some(previous => previous.name === name) && this.#isMeant(item),
    );
    if (namespace !== undefined) {
      const original = candidates.filter(item => (item.original.namespace || "default") === namespace);
      candidates = original.length > 0 ? original : candidates.filter(item => item.id.namespace === namespace);
    }
    candidates = candidates.filter(
      item =>
        referrer.isClusterScoped ||
        item.isClusterScoped ||
        item.id.kind === "ServiceAccount" ||
        sameNamespace(item.id, id),
    );
    if (candidates.length === 1) return candidates[0];
    return candidates.find(item => sameWay(item, referrer));
  }

  #isMeant(item: Item): boolean {
    if (!item.previous.some(previous => isSelected(previous, this.#target))) return false;
    if (!this.#isRoleRef) return true;
    const node = this.#referrer.node;
    const role = { group: textAt(node, "roleRef", "apiGroup"), kind: textAt(node, "roleRef", "kind") };
    return item.previous.some(previous => isSelected(previous, role));
  }
}

/** Both came through the same kustomizations. */
function sameWay(a: Item, b: Item): boolean {
  return (
    a.prefixes.join("\u0000") === b.prefixes.join("\u0000") && a.suffixes.join("\u0000") === b.suffixes.join("\u0000")
  );
}
