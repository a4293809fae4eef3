// One object on its way through a kustomization.

import type { Resource } from "../../kubernetes/resource.ts";
import type { Node } from "../../yaml/node.ts";
import { textAt } from "./edit.ts";

/**
 * Kinds that kustomize knows to live in no namespace, with the versions in its built-in API description (Kubernetes 1.21). It takes all
 * others for namespaced, newer versions of these and cluster-scoped custom resources among them.
 */
const CLUSTER_SCOPED: Readonly<Record<string, readonly string[]>> = {
  "": ["Namespace", "Node", "PersistentVolume", "ComponentStatus"],
  "rbac.authorization.k8s.io": ["ClusterRole", "ClusterRoleBinding"],
  "storage.k8s.io": ["StorageClass", "CSIDriver", "CSINode", "VolumeAttachment"],
  "scheduling.k8s.io": ["PriorityClass"],
  "node.k8s.io": ["RuntimeClass"],
  "networking.k8s.io": ["IngressClass"],
  policy: ["PodSecurityPolicy"],
  "apiextensions.k8s.io": ["CustomResourceDefinition"],
  "apiregistration.k8s.io": ["APIService"],
  "admissionregistration.k8s.io": ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"],
  "certificates.k8s.io": ["CertificateSigningRequest"],
  "flowcontrol.apiserver.k8s.io": ["FlowSchema", "PriorityLevelConfiguration"],
};
/** Of flowcontrol, 1.21 has no v1 yet. */
const LATER = new Set([
  "flowcontrol.apiserver.k8s.io/v1",
  "flowcontrol.apiserver.k8s.io/v1beta2",
  "flowcontrol.apiserver.k8s.io/v1beta3",
]);

function isClusterScoped({ group, version, kind }: Id): boolean {
  if (!Object.hasOwn(CLUSTER_SCOPED, group) || LATER.has(`${group}/${version}`)) return false;
  return CLUSTER_SCOPED[group]?.includes(kind) === true;
}

/** Group, version and kind; parts that are absent select everything. */
export interface Gvk {
  readonly group?: string | undefined;
  readonly version?: string | undefined;
  readonly kind?: string | undefined;
}

/** What identifies an object at one point of the way. */
export interface Id {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

export class Item {
  node: Node;
  /** The manifest it was read from; undefined for what a generator makes. */
  readonly source: Resource | undefined;
  /** The kustomization or configuration file of the generator. */
  generatedBy: string | undefined;
  /** Names and namespaces before each change, first the one in the file. */
  readonly previous: Id[] = [];
  /** Prefixes and suffixes it got, outermost last: objects of one path through the tree have the same. */
  readonly prefixes: string[] = [];
  readonly suffixes: string[] = [];
  needsHash = false;

  constructor(node: Node, source: Resource | undefined, generatedBy: string | undefined) {
    this.node = node;
    this.source = source;
    this.generatedBy = generatedBy;
  }

  get id(): Id {
    const apiVersion = textAt(this.node, "apiVersion") ?? "";
    const slash = apiVersion.indexOf("/");
    return {
      group: slash < 0 ? "" : apiVersion.slice(0, slash),
      version: apiVersion.slice(slash + 1),
      kind: textAt(this.node, "kind") ?? "",
      namespace: textAt(this.node, "metadata", "namespace") ?? "",
      name: textAt(this.node, "metadata", "name") ?? "",
    };
  }

  /** All ids it ever had, the first one first. */
  get ids(): readonly Id[] {
    return [...this.previous, this.id];
  }

  get original(): Id {
    return this.previous[0] ?? this.id;
  }

  get isClusterScoped(): boolean {
    return isClusterScoped(this.id);
  }

  /** Remembers the present id, before a change of name or namespace. */
  remember(): void {
    this.previous.push(this.id);
  }

  copy(): Item {
    const item = new Item(this.node, this.source, this.generatedBy);
    item.previous.push(...this.previous);
    item.prefixes.push(...this.prefixes);
    item.suffixes.push(...this.suffixes);
    item.needsHash = this.needsHash;
    return item;
  }
}

/** kyaml/resid: Gvk.IsSelected. */
export function isSelected(id: Id, { group, version, kind }: Gvk): boolean {
  return (
    (group === undefined || group === "" || group === id.group) &&
    (version === undefined || version === "" || version === id.version) &&
    (kind === undefined || kind === "" || kind === id.kind)
  );
}

/** kyaml/resid: ResId.Equals. An omitted namespace is "default". */
export function sameId(a: Id, b: Id): boolean {
  return (
    a.kind === b.kind && a.group === b.group && a.version === b.version && a.name === b.name && sameNamespace(a, b)
  );
}

export function sameNamespace(a: Id, b: Id): boolean {
  return (a.namespace || "default") === (b.namespace || "default");
}

/** An id as one text, for look-ups. */
export function idKey(id: Id): string {
  const { group, version, kind, namespace, name } = id;
  const scope = isClusterScoped(id) ? "" : namespace || "default";
  return `${group}/${version}/${kind}\u0000${scope}\u0000${name}`;
}
