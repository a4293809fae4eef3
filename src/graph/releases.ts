// Releases of one program side by side, looked up by the stem of their names.

import { imageReference } from "../kubernetes/image.ts";
import { isReleaseOf, stemOf } from "../kubernetes/release.ts";
import type { Workload } from "../kubernetes/workload.ts";
import type { Graph, PortResolution } from "./graph.ts";

/** Workloads kept under one stem. Numbered copies by the thousand are no pair of anything. */
const LISTED = 16;

const STEMS = new WeakMap<Graph, ReadonlyMap<string, readonly Workload[]>>();

/** Other workloads of the application and namespace that are releases of the same program. */
export function releasesOf(workload: Workload, graph: Graph): Workload[] {
  let stems = STEMS.get(graph);
  if (stems === undefined) {
    stems = stemsIn(graph);
    STEMS.set(graph, stems);
  }
  const alike = stems.get(keyOf(workload, graph)) ?? [];
  return alike.filter(
    other =>
      other !== workload && isReleaseOf(workload, other) && graph.sameApplication(other.resource, workload.resource),
  );
}

function stemsIn(graph: Graph): Map<string, Workload[]> {
  const stems = new Map<string, Workload[]>();
  for (const workload of graph.workloads) {
    const key = keyOf(workload, graph);
    const list = stems.get(key);
    if (list === undefined) stems.set(key, [workload]);
    else if (list.length < LISTED) list.push(workload);
  }
  return stems;
}

function keyOf({ resource }: Workload, graph: Graph): string {
  return `${graph.namespaceOf(resource)}/${resource.kind}/${stemOf(resource.name ?? "")}`;
}

/** The share of the requests that each of several workloads behind one Service gets while all pods are ready; "" where that is not known. */
export function sharesOf(workloads: readonly Workload[], graph: Graph): string {
  const counts = workloads.map(workload => graph.replicasOf(workload));
  const total = counts.reduce((sum: number, count) => sum + (count ?? 0), 0);
  if (total === 0 || counts.includes(undefined) || counts.length > 3) return "";
  const shares = counts.map(count => `${Math.round(((count ?? 0) / total) * 100)} %`);
  return `: ${shares.join(" and ")} of the requests, by ${counts.join(" and ")} pods`;
}

/** Behind every port stands a container of the same image in each workload, whatever else their pods hold. */
export function answerAlike(ports: readonly PortResolution[]): boolean {
  return ports.every(({ targets }) => {
    const images = targets.map(({ container }) => container && imageReference(container.image.string ?? "")?.name);
    return images[0] !== undefined && images.every(image => image === images[0]);
  });
}
