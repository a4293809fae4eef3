// A drawing of a graph: what leads to what, from the outside in, with broken edges marked. One picture, three forms: Mermaid for
// Markdown, SVG for a page, and rows of text for whoever reads neither.

import type { Resource } from "../kubernetes/resource.ts";
import type { Service } from "../kubernetes/service.ts";
import type { Graph, ResolvedReference } from "./graph.ts";

export interface PictureNode {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** Column: 0 routes, 1 Services, 2 workloads, 3 what workloads use. */
  readonly column: number;
  /** Named by something, but not there. */
  readonly missing: boolean;
}

export interface PictureEdge {
  readonly from: string;
  readonly to: string;
  /** The port, or what the edge is; empty for plain ones. */
  readonly label: string;
  /** Why nothing passes here; undefined for sound edges. */
  readonly broken: string | undefined;
}

export interface Picture {
  readonly title: string;
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
  /** Nodes that had no room. */
  readonly left: number;
}

/** More does not fit a page; what is broken comes first. */
const NODES = 120;

/** The picture of a graph; of what lies in some files, or leads to it or from it, where `files` are given. */
export function pictureOf(graph: Graph, files?: ReadonlySet<string>): Picture {
  const drawing = new Drawing(graph, files);
  for (const resource of graph.resources) drawing.addRoutes(resource);
  for (const service of graph.services) drawing.addService(service);
  for (const workload of graph.workloads) {
    for (const budget of graph.budgetsOf(workload))
      drawing.link([budget, 1], [workload.resource, 2], "keeps available");
    for (const scaler of graph.autoscalersOf(workload)) drawing.link([scaler, 1], [workload.resource, 2], "scales");
    drawing.addUses(workload.resource);
  }
  return drawing.picture(graph.name === "" ? "project" : graph.name);
}

class Drawing {
  readonly #graph: Graph;
  readonly #files: ReadonlySet<string> | undefined;
  readonly #nodes = new Map<string, PictureNode>();
  readonly #edges = new Map<string, PictureEdge>();

  constructor(graph: Graph, files: ReadonlySet<string> | undefined) {
    this.#graph = graph;
    this.#files = files;
  }

  #isAsked({ file }: Resource): boolean {
    return this.#files === undefined || this.#files.has(file);
  }

  /** An edge between two objects, each with its column. */
  link(from: readonly [Resource, number], to: readonly [Resource, number], label: string, broken?: string): void {
    if (this.#isAsked(from[0]) || this.#isAsked(to[0]))
      this.#edge(this.#object(...from), this.#object(...to), label, broken);
  }

  #object(resource: Resource, column: number): string {
    return this.#node(resource.kind, resource.name ?? "?", this.#graph.namespaceOf(resource), column, false);
  }

  #node(kind: string, name: string, namespace: string, column: number, missing: boolean): string {
    const id = `${kind}/${namespace}/${name}`;
    if (!this.#nodes.has(id)) this.#nodes.set(id, { id, kind, name, column, missing });
    return id;
  }

  #edge(from: string, to: string, label: string, broken?: string): void {
    const key = `${from}\u0000${to}\u0000${label}`;
    if (!this.#edges.has(key) || broken !== undefined) this.#edges.set(key, { from, to, label, broken });
  }

  addRoutes(resource: Resource): void {
    if (this.#graph.workloadOf(resource) !== undefined || this.#graph.serviceOf(resource) !== undefined) return;
    for (const resolved of this.#graph.referencesOf(resource)) {
      if (resolved.reference.groupKind !== "/Service") continue;
      this.#lead(resource, resolved, 0, 1);
    }
  }

  addUses(resource: Resource): void {
    for (const resolved of this.#graph.referencesOf(resource)) {
      const kind = resolved.reference.groupKind.slice(resolved.reference.groupKind.indexOf("/") + 1);
      if (USED.has(kind)) this.#lead(resource, resolved, 2, 3);
    }
  }

  #lead(resource: Resource, resolved: ResolvedReference, from: number, to: number): void {
    const { reference, targets, namespace, excuse, port, missingKeys } = resolved;
    const label = reference.port === undefined ? "" : String(reference.port.scalar);
    const [target] = targets;
    if (target === undefined) {
      if (excuse !== undefined || !this.#isAsked(resource)) return;
      const source = this.#object(resource, from);
      const kind = reference.groupKind.slice(reference.groupKind.indexOf("/") + 1);
      this.#edge(source, this.#node(kind, reference.name, namespace, to, true), label, "not found");
      return;
    }
    const [missingKey] = missingKeys;
    const noPort = port !== undefined && port.port === undefined ? `no port ${label}` : undefined;
    const broken = noPort ?? (missingKey === undefined ? undefined : `no key ${String(missingKey.scalar)}`);
    this.link([resource, from], [target, to], label, broken);
  }

  addService(service: Service): void {
    const source = [service.resource, 1] as const;
    const { workloads, uncertain, reach } = this.#graph.selectionOf(service);
    if (workloads.length === 0) {
      if (service.selector === undefined || service.isExternalName || uncertain || reach !== "none") return;
      const near = this.#graph.nearestOf(service)?.candidate.resource;
      if (near !== undefined) this.link(source, [near, 2], "", "selector does not match");
      return;
    }
    for (const { port, targets } of this.#graph.portsOf(service)) {
      for (const { workload, fault, number } of targets) {
        const label = number === undefined || number === port.port ? `${port.port}` : `${port.port} → ${number}`;
        const broken = fault === undefined ? undefined : `port "${port.targetPort}": ${fault}`;
        this.link(source, [workload.resource, 2], label, broken);
      }
    }
    for (const workload of workloads) if (service.ports.length === 0) this.link(source, [workload.resource, 2], "");
  }

  picture(title: string): Picture {
    const edges = [...this.#edges.values()].sort(
      (a, b) =>
        Number(b.broken !== undefined) - Number(a.broken !== undefined) ||
        order(a.from, b.from) ||
        order(a.to, b.to) ||
        order(a.label, b.label),
    );
    const kept = new Set<string>();
    for (const { from, to } of edges) {
      if (kept.size + 2 > NODES) break;
      kept.add(from).add(to);
    }
    const nodes = [...this.#nodes.values()]
      .filter(({ id }) => kept.has(id))
      .sort((a, b) => a.column - b.column || order(a.id, b.id));
    return {
      title,
      nodes,
      edges: edges.filter(({ from, to }) => kept.has(from) && kept.has(to)),
      left: this.#nodes.size - nodes.length,
    };
  }
}

const USED = new Set(["ConfigMap", "Secret", "PersistentVolumeClaim", "ServiceAccount", "Service"]);

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The picture as text, one edge a row: `✗ Ingress web → Service web (80): no port 80`. */
export function pictureAsRows({ nodes, edges, left }: Picture): string[] {
  const names = new Map(nodes.map(({ id, kind, name }) => [id, `${kind} ${name}`]));
  const rows = edges.map(({ from, to, label, broken }) => {
    const middle = label === "" ? "" : ` (${label})`;
    const end = broken === undefined ? "" : `: ${broken}`;
    return `${broken === undefined ? "✓" : "✗"} ${names.get(from)} → ${names.get(to)}${middle}${end}`;
  });
  return left > 0 ? [...rows, `and ${left} more objects`] : rows;
}

/** Mermaid's flow chart. Text from manifests is quoted and reduced, so that none of it is read as Mermaid or HTML. */
export function pictureAsMermaid({ nodes, edges }: Picture): string {
  const ids = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  const lines = ["flowchart LR"];
  for (const { id, kind, name, missing } of nodes)
    lines.push(`  ${ids.get(id)}["${plain(kind)}<br>${plain(name)}"]${missing ? ":::missing" : ""}`);
  for (const { from, to, label, broken } of edges) {
    const text = plain(broken === undefined ? label : broken);
    const arrow = broken === undefined ? "-->" : "-. ✗ .->";
    const middle = broken === undefined ? (text === "" ? "-->" : `-- "${text}" -->`) : `-. "✗ ${text}" .->`;
    lines.push(`  ${ids.get(from)} ${text === "" ? arrow : middle} ${ids.get(to)}`);
  }
  const broken = edges
    .map(({ broken: reason }, index) => (reason === undefined ? -1 : index))
    .filter(index => index >= 0);
  if (broken.length > 0) lines.push(`  linkStyle ${broken.join(",")} stroke:#c62828,color:#c62828`);
  lines.push("  classDef missing stroke:#c62828,stroke-dasharray:4");
  return `${lines.join("\n")}\n`;
}

function plain(text: string): string {
  return text.replace(/[^\p{L}\p{N} ._:/→-]/gu, "").slice(0, 80);
}
