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
