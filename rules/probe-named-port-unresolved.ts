import type { Container } from "../src/kubernetes/container.ts";
import type { Probe } from "../src/kubernetes/probe.ts";
import { nearestTo } from "../src/nearest.ts";
import { defineRule, yaml } from "../src/rule.ts";

// An attempt whose port cannot be resolved is neither success nor failure: the worker throws the result away. (pkg/kubelet/prober: worker.doProbe)
const CONSEQUENCE = {
  readinessProbe: "every attempt errors, so the pod never becomes Ready and a rollout stops at its first pod",
  livenessProbe: "every attempt errors and is thrown away, so a hung container is never restarted",
  startupProbe:
    "every attempt errors, so the container never counts as started: no other probe runs, it is never Ready and never killed",
} as const;

export default defineRule({
  id: "probe-named-port-unresolved",
  summary: "A probe refers to a port name that its container does not declare",
  why: `The kubelet looks a named probe port up among the ports of the same container. When the name is not there the attempt
    errors, and an attempt that errors counts neither as success nor as failure: readiness keeps its initial Failure, liveness its
    initial Success, and a startup probe holds everything back for ever.`,
  severity: "error",
  presets: ["recommended"],
  fix: "unsafe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/",
    "pkg/probe: ResolveContainerPort",
    "pkg/kubelet/prober: worker.doProbe",
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
              ports:
                - name: http
                  containerPort: 8080
              readinessProbe:
                httpGet: { path: /ready, port: htpp }
                #                              ^^^^ container "web" declares no port named "htpp"; did you mean "http"?
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              ports:
                - name: http
                  containerPort: 8080
              readinessProbe:
                httpGet: { path: /ready, port: http }
      `,
    },
  ],

  target: "container",
  *check(container, { workload }) {
    for (const probe of container.probes) {
      const name = probe.port?.string;
      // A string of digits is no port name at all, and grpc takes none: the validator speaks about both.
      if (name === undefined || /^\d+$/.test(name) || probe.handler?.kind === "grpc") continue;
      if (container.ports.some(port => port.name === name)) continue;
      yield unresolved(probe, container, workload.longRunningContainers, name);
    }
  },
});

function unresolved(probe: Probe, container: Container, others: readonly Container[], name: string) {
  const at = probe.port ?? probe.field;
  const names = container.ports.flatMap(port => port.name ?? []);
  const near = nearestTo(name, names);
  const owner = others.find(other => other !== container && other.ports.some(port => port.name === name));
  const hint =
    near !== undefined ? `; did you mean "${near}"?` : owner !== undefined ? `; container "${owner.name}" does` : "";
  const declared = [container, ...others].flatMap(({ ports }) => ports).find(port => port.name === (near ?? name));
  return {
    at,
    message: `container "${container.name}" declares no port named "${name}"${hint}`,
    help: CONSEQUENCE[probe.type],
    ...(declared === undefined ? {} : { related: [{ at: declared.field.get("name"), message: "declared here" }] }),
    ...(near === undefined
      ? {}
      : { fixes: [{ title: `write port: ${near}`, safety: "unsafe" as const, changes: [{ set: at, to: near }] }] }),
  };
}
