import { imageBase } from "../src/kubernetes/command.ts";
import type { Container } from "../src/kubernetes/container.ts";
import { defineRule, yaml } from "../src/rule.ts";

/** SidecarContainers: beta, and on, since 1.29. */
export const SIDECARS_SINCE = 29;
/** Images that only ever help another container. */
export const HELPERS =
  /^(fluent-?bit|fluentd|filebeat|promtail|envoy|proxyv2|linkerd2?-proxy|cloud-?sql-(auth-)?proxy|gce-proxy|oauth2-proxy|git-sync|vault-agent|[\w-]*-exporter|kube-rbac-proxy|k8s-sidecar|daprd|consul-dataplane|otel-?collector[\w-]*)$/;
export const HELPER_NAME = /(^|-)sidecar($|-)|^log(s|ger|-shipper|-tailer|-agent)?$/;

export default defineRule({
  id: "sidecar-as-app-container",
  summary: "A helper container stands among those it helps, without an order of start and stop",
  why: `Containers of one list start and stop all at once: the application may start before its proxy, and SIGTERM reaches both together, so
    the last log lines and the last connections are lost. In initContainers with restartPolicy Always a helper starts first, ends last,
    and does not keep a Job from completing.`,
  severity: "info",
  presets: ["strict"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/",
    "pkg/kubelet/kuberuntime: newTerminationOrdering",
  ],
  examples: [
    {
      bad: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
            - name: log-shipper
            #       ^^^^^^^^^^^ container "log-shipper" helps "web", but starts and stops together with it
              image: fluent/fluent-bit:3.2.2
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          initContainers:
            - name: log-shipper
              image: fluent/fluent-bit:3.2.2
              restartPolicy: Always
          containers:
            - name: web
              image: example.com/web:1.4.0
      `,
    },
  ],

  target: "container",
  *check(container, { workload, minor }) {
    if (minor < SIDECARS_SINCE || container.kind !== "app" || !isHelper(container)) return;
    const helped = workload.appContainers.find(other => other.field.node !== container.field.node && !isHelper(other));
    if (helped === undefined) return;
    const isBatch = workload.kind === "Job" || workload.kind === "CronJob";
    yield {
      at: container.field,
      message: `container "${container.name}" helps "${helped.name}", but starts and stops together with it${isBatch ? ", and keeps the Job from completing" : ""}`,
      help: "in initContainers with restartPolicy: Always it starts before and ends after",
    };
  },
});

function isHelper(container: Container): boolean {
  return HELPERS.test(imageBase(container)) || HELPER_NAME.test(container.name);
}
