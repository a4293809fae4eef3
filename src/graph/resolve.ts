// What references lead to: their targets, the keys inside of them, and the ports of Services.

import type { Field } from "../field.ts";
import type { Resource } from "../kubernetes/resource.ts";
import type { Service, ServicePort } from "../kubernetes/service.ts";

/** A port that a route asks of a Service. */
export interface RoutePort {
  /** The Service's port; undefined when it has none like that. */
  readonly port: ServicePort | undefined;
  /** A port of the Service with this *targetPort*: the number or name of the pods was written where the Service's own belongs. */
  readonly meantTarget: ServicePort | undefined;
}

/** Looks a route's port up by name or number; undefined when nothing is written, or a template has still to fill it in. */
export function routePort(field: Field | undefined, service: Service): RoutePort | undefined {
  const asked = field?.number ?? field?.string;
  if (asked === undefined) return undefined;
  const matches = (port: ServicePort) => (typeof asked === "number" ? port.port === asked : port.name === asked);
  const { ports } = service;
  return { port: ports.find(matches), meantTarget: ports.find(port => port.targetPort === asked) };
}

const DATA = ["data", "stringData", "binaryData"];

/** The keys of a ConfigMap or Secret; undefined when they cannot be known. */
export function keysIn({ root, kind }: Resource): ReadonlySet<string> | undefined {
  if (kind !== "ConfigMap" && kind !== "Secret") return undefined;
  const entries = DATA.flatMap(field => root.get(field).entries());
  if (entries.some(({ key }) => /\$\{|\{\{/.test(String(key)))) return undefined;
  return new Set(entries.map(({ key }) => String(key)));
}
