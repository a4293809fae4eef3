// Which containers a Service sends traffic to: the ones whose failure its clients see.

import type { Container } from "../kubernetes/container.ts";
import { isIdle } from "../kubernetes/drain.ts";
import { isPortOfInjected } from "../kubernetes/injection.ts";
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

type ByContainer = ReadonlyMap<unknown, readonly Exposure[]>;

/** Several rules ask for each container of a workload; the answer is found once for all of them. */
const known = new WeakMap<Graph, WeakMap<Workload, ByContainer>>();

/**
 * The Service ports that end in this container: it declares the target port, or it is the only app container of the pod and the target is
 * a number that nobody declares (the endpoints controller takes a number as it is). A headless Service passes no traffic on: the port it names
 * is a remark, as the container's own is.
 */
export function exposuresOf(container: Container, workload: Workload, graph: Graph): readonly Exposure[] {
  if (!container.isLongRunning || isIdle(container)) return [];
  const ofGraph = known.get(graph) ?? new WeakMap<Workload, ByContainer>();
  known.set(graph, ofGraph);
  const byContainer = ofGraph.get(workload) ?? exposuresIn(workload, graph);
  ofGraph.set(workload, byContainer);
  return byContainer.get(container.field.node) ?? [];
}

function exposuresIn(workload: Workload, graph: Graph): ByContainer {
  const byContainer = new Map<unknown, Exposure[]>();
  const [only, ...others] = workload.appContainers;
  for (const service of graph.servicesOf(workload)) {
    for (const port of service.ports) {
      const target = resolvePort(port, workload);
      const isGuess = others.length === 0 && !service.isHeadless && target.fault === undefined;
      const { number } = target;
      const guessed = isGuess && number !== undefined && !isPortOfInjected(number, workload) ? only : undefined;
      const owner = target.container ?? guessed;
      if (owner === undefined) continue;
      const exposures = byContainer.get(owner.field.node) ?? [];
      exposures.push({ service, port, number });
      byContainer.set(owner.field.node, exposures);
    }
  }
  return byContainer;
}

/** Ports that only monitoring reads: a pod that is not ready loses a sample there, and no user notices. */
export function isForMetrics({ port, service }: Exposure): boolean {
  return [port.name, port.targetPortField.string, service.name].some(
    name => name !== undefined && /(^|[-_])(metrics?|prometheus|prom|monitoring|exporter|telemetry)([-_]|$)/.test(name),
  );
}

/** One Service that finds the metrics of many programs: that is how scraping by Service works. */
export function isMadeForMetrics({ name, ports }: Service): boolean {
  const words = [name, ...ports.map(port => port.name)];
  return words.some(word => word !== undefined && /metrics|prometheus|monitoring|exporter/.test(word));
}
