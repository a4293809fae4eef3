// The objects of an oracle row as a cluster holds them: without those the API server refused, later definitions in place of earlier ones.

import { buildGraph } from "../../src/graph/build.ts";
import type { Graph } from "../../src/graph/graph.ts";
import { identityOf } from "../../src/graph/resource-index.ts";
import { podCount, podLabels, podsSelected } from "../../src/kubernetes/pods.ts";
import type { Resource } from "../../src/kubernetes/resource.ts";
import type { Selector } from "../../src/kubernetes/selector.ts";
import type { Workload } from "../../src/kubernetes/workload.ts";

export interface Ignored {
  readonly file: string;
  readonly kind?: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly why: string;
}

/** The simulated cluster has two nodes. */
const NODES = 2;

export function clusterOf(resources: readonly Resource[], ignored: readonly Ignored[]): Graph {
  const refused = new Set(ignored.map(key));
  const kept = new Map<string, Resource>();
  for (const resource of resources) {
    if (refused.has(key(resource))) continue;
    const identity = identityOf(resource, resource.namespace ?? "default");
    if (identity !== undefined) kept.set(identity, resource);
  }
  return buildGraph([...kept.values()], { complete: true, context: true });
}

function key({
  file,
  kind,
  namespace,
  name,
}: Pick<Resource, "file" | "kind" | "namespace" | "name"> | Ignored): string {
  return [file, kind, namespace ?? "default", name].join("\u0000");
}

/** Bare pods that a controller takes for its own, because its selector selects them. */
export function adopters(graph: Graph): Map<Workload, Workload> {
  const adopted = new Map<Workload, Workload>();
  for (const workload of graph.workloads) {
    if (!ADOPTING.has(workload.kind)) continue;
    for (const orphan of graph.overlapsOf(workload)) {
      if (!isOrphan(orphan)) continue;
      const ordinal = /^(.*)-\d+$/.exec(orphan.resource.name ?? "");
      if (workload.kind === "StatefulSet" && ordinal?.[1] !== workload.resource.name) continue;
      adopted.set(orphan, workload);
    }
  }
  return adopted;
}

const ADOPTING = new Set(["ReplicaSet", "ReplicationController", "DaemonSet", "StatefulSet"]);

/** The pods each workload has once the controllers are done, bare pods adopted. */
export function podCounts(graph: Graph): Map<Workload, number> {
  const counts = new Map(graph.workloads.map(workload => [workload, podCount(workload) ?? NODES]));
  for (const [orphan, adopter] of adopters(graph)) {
    const wanted = counts.get(adopter) ?? 0;
    // A StatefulSet deletes pods beyond its ordinals, as other controllers do with what is too many.
    if (adopter.kind === "StatefulSet" || wanted === 0) counts.set(orphan, 0);
    else counts.set(adopter, wanted - 1);
  }
  return counts;
}

function isOrphan({ kind, resource }: Workload): boolean {
  return kind === "Pod" && resource.metadata.get("ownerReferences").items().length === 0;
}

/** How many of the existing pods a selector selects. */
export function selectedPods(selector: Selector, workload: Workload, existing: number): number {
  const selected = podsSelected(selector, workload, podLabels(workload));
  return selected === "all" ? existing : Math.min(selected, existing);
}
