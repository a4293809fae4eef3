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

const SELECTING = new WeakMap<Graph, ReadonlySet<string>>();

/** A Service of the name is written down with a selector, too: this one is laid over it, or takes its place in another environment. */
export function hasSelectingNamesake({ name = "" }: Service, graph: Graph): boolean {
  let selecting = SELECTING.get(graph);
  if (selecting === undefined) {
    const services = graph.services.filter(({ selectorField }) => selectorField.entries().length > 0);
    selecting = new Set(services.map(service => service.name ?? ""));
    SELECTING.set(graph, selecting);
  }
  return selecting.has(name);
}
