// Endpoints that somebody wrote down, for Services without a selector.

import type { Service } from "../kubernetes/service.ts";
import type { Graph } from "./graph.ts";

const SERVICE_NAME = "kubernetes.io/service-name";

const WRITTEN = new WeakMap<Graph, ReadonlySet<string>>();

/** An Endpoints object of the Service's name, or an EndpointSlice that says it belongs to it. */
export function hasWrittenEndpoints(service: Service, graph: Graph): boolean {
  const name = service.name ?? "";
  if (graph.find("/Endpoints", name, service.resource).length > 0) return true;
  let written = WRITTEN.get(graph);
  if (written === undefined) {
    const slices = graph.resources.filter(({ groupKind }) => groupKind === "discovery.k8s.io/EndpointSlice");
    written = new Set(slices.map(slice => `${graph.namespaceOf(slice)}/${slice.labels.get(SERVICE_NAME) ?? ""}`));
    WRITTEN.set(graph, written);
  }
  return written.has(`${graph.namespaceOf(service.resource)}/${name}`);
}
