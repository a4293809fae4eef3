// Pods that get more containers, ports and labels on their way into the cluster than their manifest shows.

import type { Workload } from "./workload.ts";

const KEYS =
  /^(sidecar\.istio\.io|inject\.istio\.io|linkerd\.io|config\.linkerd\.io|vault\.hashicorp\.com|dapr\.io|consul\.hashicorp\.com|kuma\.io|opentelemetry\.io|instrumentation\.opentelemetry\.io|sidecar\.jaegertracing\.io|appmesh\.k8s\.aws|openservicemesh\.io)\//;

/** A mutating webhook adds to the pods: a service mesh, a secret agent. An image "auto" is a proxy that the mesh fills in. */
export function isInjected(workload: Workload): boolean {
  const metadata = workload.template.get("metadata");
  const marks = [...metadata.get("annotations").entries(), ...metadata.get("labels").entries()];
  return (
    marks.some(({ key, scalar }) => KEYS.test(String(key)) && scalar !== "false" && scalar !== "disabled") ||
    workload.appContainers.some(({ image }) => image.string === "auto")
  );
}

/** Where daprd, which its injector adds, listens: HTTP, gRPC, the application's side of gRPC, metrics. */
const DAPR_PORTS = new Set([3500, 50001, 50002, 9090]);

/** The port belongs to a container that the manifest does not show. */
export function isPortOfInjected(port: number, { template }: Workload): boolean {
  const annotations = template.get("metadata", "annotations");
  return String(annotations.get("dapr.io/enabled").scalar) === "true" && DAPR_PORTS.has(port);
}
