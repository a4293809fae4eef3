// Which containers a Service sends traffic to: the ones whose failure its clients see.

import type { Container } from "../kubernetes/container.ts";
import type { Service, ServicePort } from "../kubernetes/service.ts";
import type { Workload } from "../kubernetes/workload.ts";
import type { Graph } from "./graph.ts";
import { resolvePort } from "./ports.ts";

export interface Exposure {
  readonly service: Service;
  readonly port: ServicePort;
  /** The number in the container. */
  readonly number: number | undefined;
}

/**
 * The Service ports that end in this container: it declares the target port, or it is the only app container of the pod and the target is
 * a number that nobody declares (the endpoints controller takes a number as it is). A headless Service passes no traffic on: the port it names
 * is a remark, as the container's own is.
 */
export function exposuresOf(container: Container, workload: Workload, graph: Graph): Exposure[] {
  if (!container.isLongRunning) return [];
  const apps = workload.appContainers;
  const isOnlyApp = apps.length === 1 && apps[0]?.field.node === container.field.node;
  return graph.servicesOf(workload).flatMap(service =>
    service.ports.flatMap(port => {
      const target = resolvePort(port, workload);
      const isOwner =
        target.container === undefined
          ? isOnlyApp && !service.isHeadless && target.fault === undefined && target.number !== undefined
          : target.container.field.node === container.field.node;
      return isOwner ? [{ service, port, number: target.number }] : [];
    }),
  );
}

/** Ports that only monitoring reads: a pod that is not ready loses a sample there, and no user notices. */
export function isForMetrics({ port, service }: Exposure): boolean {
  return [port.name, port.targetPortField.string, service.name].some(
    name => name !== undefined && /(^|[-_])(metrics?|prometheus|prom|monitoring|exporter|telemetry)([-_]|$)/.test(name),
  );
}
