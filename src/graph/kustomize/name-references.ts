// References that follow the names of what they refer to (api/filters/nameref): after all prefixes, suffixes, hashes and namespaces.

import type { Node } from "../../yaml/node.ts";
import { changeAt, child, placeIn, scalarAt, setScalar, textAt } from "./edit.ts";
import { type FieldSpec, items, type NameReference } from "./field-specs.ts";
import { type Gvk, type Item, isSelected, sameNamespace } from "./item.ts";

/** Returns what kustomize would refuse: references that may mean several objects. */
export function fixReferences(all: readonly Item[], references: readonly NameReference[]): readonly string[] {
  const byName = new Map<string, Item[]>();
  for (const item of all) {
    for (const name of new Set(item.previous.map(id => id.name))) {
      const list = byName.get(name);
      if (list === undefined) byName.set(name, [item]);
      else list.push(item);
    }
  }
  if (byName.size === 0) return [];
  const state = new Named(all, byName);
  const byKind = specsByKind(references);
  for (const referrer of all) {
    const specs = [...(byKind.get(referrer.id.kind) ?? []), ...(byKind.get("") ?? [])];
    for (const { spec, target } of specs) {
      if (!isSelected(referrer.id, spec)) continue;
      const fixer = new Fixer(referrer, target, spec, state);
      referrer.node = changeAt(referrer.node, spec.path, false, old => fixer.fix(old));
    }
  }
  return state.errors;
}

/** All objects by the names they had. */
class Named {
  readonly byName: ReadonlyMap<string, readonly Item[]>;
  readonly errors: string[] = [];
  /** Present namespace -> original namespaces of the objects in it; "" for what lives in none, and for all of them under "*". */
  readonly #namespaces = new Map<string, Set<string>>();

  constructor(all: readonly Item[], byName: ReadonlyMap<string, readonly Item[]>) {
    this.byName = byName;
    for (const item of all) {
      if (item.isClusterScoped) continue;
      for (const key of ["*", item.id.namespace || "default"]) {
        const set = this.#namespaces.get(key) ?? new Set<string>();
        this.#namespaces.set(key, set.add(item.original.namespace || "default"));
      }
    }
  }

  /** GroupedByOriginalNamespace, of what the referrer can reach. */
  originalNamespaces(referrer: Item): ReadonlySet<string> {
    const key = referrer.isClusterScoped ? "*" : referrer.id.namespace || "default";
    return this.#namespaces.get(key) ?? new Set();
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
  readonly #state: Named;
  /** The reference is a map, so that the namespace follows, too. */
  #isMap = false;

  constructor(referrer: Item, target: Gvk, spec: FieldSpec, state: Named) {
    this.#referrer = referrer;
    this.#target = target;
    this.#isRoleRef = spec.path.join("/") === "roleRef/name";
    this.#state = state;
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
    this.#isMap = true;
    const found = this.#select(name, textAt(node, "namespace"));
    if (found === undefined) return node;
    const { name: newName, namespace } = found.id;
    const renamed = setScalar(node, ["name"], newName);
    return namespace === "" ? renamed : setScalar(renamed, ["namespace"], namespace);
  }

  /** selectReferral. Several candidates with different answers are an error, and change nothing. */
  #select(name: string, namespace: string | undefined): Item | undefined {
    const referrer = this.#referrer;
    let candidates = (this.#state.byName.get(name) ?? []).filter(item => this.#isMeant(item, name));
    candidates = candidates.filter(item => isReachable(referrer, item));
    if (namespace !== undefined) {
      const inOriginal = this.#state.originalNamespaces(referrer).has(namespace);
      candidates = candidates.filter(
        item =>
          (inOriginal ? item.original : item.id).namespace === namespace ||
          (namespace === "default" && (inOriginal ? item.original : item.id).namespace === ""),
      );
    }
    if (candidates.length === 1) return candidates[0];
    candidates = candidates.filter(item => sameWay(item, referrer, true));
    if (candidates.length > 1) candidates = candidates.filter(item => sameWay(item, referrer, false));
    const [first] = candidates;
    if (first === undefined) return undefined;
    const differs = candidates.some(
      item => item.id.name !== first.id.name || (this.#isMap && item.id.namespace !== first.id.namespace),
    );
    if (!differs) return first;
    this.#state.errors.push(`${referrer.id.kind} "${referrer.id.name}" may mean several objects called "${name}"`);
    return undefined;
  }

  #isMeant(item: Item, name: string): boolean {
    if (!item.previous.some(previous => previous.name === name)) return false;
    if (!item.previous.some(previous => isSelected(previous, this.#target))) return false;
    if (!this.#isRoleRef) return true;
    const node = this.#referrer.node;
    const role = { group: textAt(node, "roleRef", "apiGroup"), kind: textAt(node, "roleRef", "kind") };
    return item.previous.some(previous => isSelected(previous, role));
  }
}

/** SubsetThatCouldBeReferencedByResource: objects of one namespace, what lives in none, and the accounts a RoleBinding names elsewhere. */
function isReachable(referrer: Item, item: Item): boolean {
  if (referrer.isClusterScoped || item.isClusterScoped || sameNamespace(item.id, referrer.id)) return true;
  if (referrer.id.kind !== "RoleBinding" || item.id.kind !== "ServiceAccount") return false;
  return items(child(referrer.node, "subjects")).some(
    subject => textAt(subject, "kind") === "ServiceAccount" && textAt(subject, "namespace") === item.id.namespace,
  );
}

/** PrefixesSuffixesEquals: both came through the same kustomizations; `loose` takes none at all for a match. */
function sameWay(a: Item, b: Item, loose: boolean): boolean {
  return sameEnding(a.prefixes, b.prefixes, loose) && sameEnding(a.suffixes, b.suffixes, loose);
}

function sameEnding(a: readonly string[], b: readonly string[], loose: boolean): boolean {
  const length = Math.min(a.length, b.length);
  if (length === 0) return loose || a.length === b.length;
  return a.slice(a.length - length).join("\u0000") === b.slice(b.length - length).join("\u0000");
}
