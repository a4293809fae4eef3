// Endpoints that somebody wrote down, for Services without a selector.

import type { Field } from "../field.ts";
import type { Resource } from "../kubernetes/resource.ts";
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

const CARRIED = new WeakMap<Graph, ReadonlySet<string>>();

/** A mesh sends the traffic of the name on to other Services: of this one only the name is needed. */
export function isCarriedByMesh({ name = "" }: Service, graph: Graph): boolean {
  let carried = CARRIED.get(graph);
  if (carried === undefined) {
    carried = new Set(graph.resources.flatMap(namesCarried));
    CARRIED.set(graph, carried);
  }
  return carried.has(name);
}

/** The Services for which App Mesh, SMI, Istio and the Gateway API's mesh profile write down that requests go elsewhere, all of them. */
function namesCarried({ groupKind, name = "", spec }: Resource): string[] {
  if (groupKind === "appmesh.k8s.aws/VirtualService") return [name, shortName(spec.get("awsName"))];
  if (groupKind === "split.smi-spec.io/TrafficSplit") return [shortName(spec.get("service"))];
  if (groupKind === "networking.istio.io/VirtualService") {
    const routes = ["http", "tcp", "tls"]
      .flatMap(kind => spec.get(kind).items())
      .flatMap(each => each.get("route").items());
    const targets = routes.map(route => shortName(route.get("destination", "host")));
    return without(spec.get("hosts").items().map(shortName), targets);
  }
  if (!groupKind.startsWith("gateway.networking.k8s.io/")) return [];
  const parents = spec
    .get("parentRefs")
    .items()
    .filter(parent => parent.get("kind").scalar === "Service");
  const backends = spec
    .get("rules")
    .items()
    .flatMap(rule => rule.get("backendRefs").items());
  return without(
    parents.map(parent => shortName(parent.get("name"))),
    backends.map(backend => shortName(backend.get("name"))),
  );
}

/** Only where something else is named at all. */
function without(names: readonly string[], targets: readonly string[]): string[] {
  return targets.length === 0 ? [] : names.filter(name => !targets.includes(name));
}

/** `price` of `price.shop.svc.cluster.local`. */
function shortName(field: Field): string {
  return (field.string ?? "").split(".")[0] ?? "";
}
