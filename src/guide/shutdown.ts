// The guide's chapter on the end of a pod. Every number is computed, every drawing simulated.

import { DEFAULT_GRACE_SECONDS, MINIMUM_SIGTERM_SECONDS, shutdownTimes } from "../rollout/arithmetic.ts";
import { refusedPerPod } from "../rollout/endpoints.ts";
import { CLUSTER_DEFAULTS } from "../rollout/scenario.ts";
import { yaml } from "../rule.ts";
import { manifest, picture, rule, simulated } from "./picture.ts";

const ABRUPT = yaml`
  apiVersion: apps/v1
  kind: Deployment
  metadata: { name: web }
  spec:
    replicas: 2
    selector: { matchLabels: { app: web } }
    template:
      metadata: { labels: { app: web } }
      spec:
        containers:
          - name: web
            image: example.com/web:1.4.0
            ports: [{ name: http, containerPort: 8080 }]
            readinessProbe:
              httpGet: { path: /ready, port: http }
  ---
  apiVersion: v1
  kind: Service
  metadata: { name: web }
  spec:
    selector: { app: web }
    ports: [{ port: 80, targetPort: http }]
`;

const POLITE = ABRUPT.replace(
  "          ports: [{ name: http",
  "          lifecycle: { preStop: { sleep: { seconds: 5 } } }\n          ports: [{ name: http",
);

const PROPAGATION = CLUSTER_DEFAULTS.propagation;

function table(): string {
  const rows = [
    [undefined, DEFAULT_GRACE_SECONDS, 1],
    [5, DEFAULT_GRACE_SECONDS, 1],
    [5, DEFAULT_GRACE_SECONDS, 40],
    [30, DEFAULT_GRACE_SECONDS, 10],
    [undefined, DEFAULT_GRACE_SECONDS, Number.POSITIVE_INFINITY],
    [5, 0, 10],
  ] as const;
  const lines = rows.map(([preStopSeconds, graceSeconds, shutdownSeconds]) => {
    // A grace period of 0 skips the hook.
    const wait = graceSeconds === 0 ? 0 : (preStopSeconds ?? 0);
    const { sigterm, exit, isKilled } = shutdownTimes({ graceSeconds, shutdownSeconds, preStopSeconds: wait });
    const refused = refusedPerPod({ preStopSeconds: wait, graceSeconds, shutdownSeconds }, PROPAGATION);
    const needs = Number.isFinite(shutdownSeconds) ? `${shutdownSeconds} s` : "ignores SIGTERM";
    const hook = preStopSeconds === undefined ? "none" : `${preStopSeconds} s`;
    return `| ${hook} | ${graceSeconds} s | ${needs} | ${sigterm} s | ${exit} s | ${isKilled ? "SIGKILL" : "by itself"} | ${refused} s |`;
  });
  return `| preStop | grace period | the application needs | SIGTERM at | gone at | ends | requests refused for |
| --- | --- | --- | --- | --- | --- | --- |
${lines.join("\n")}`;
}

export function shutdownChapter(): string {
  return `### Shutdown

*Every deployment brings a handful of 502s, connections that are refused, or pods that hang in Terminating: start here.*

When a pod is deleted, two things begin at the same moment, and neither waits for the other. The kubelet runs preStop and then sends SIGTERM. The
EndpointSlice controller marks the endpoint as terminating, and every proxy and load balancer hears of it when it does: here ${PROPAGATION} s are assumed
(\`cluster.propagation\` of a scenario). An application that obeys SIGTERM at once is gone before its last client knows:

${manifest(ABRUPT)}

${picture(simulated(ABRUPT), ["a deleted pod"], 1)}

The gap is \`propagation - (preStop + the time the process goes on accepting)\`. A preStop hook that only waits closes it (${rule("prestop-missing")}); the pod
goes on serving while it waits. So does an application that keeps accepting for some seconds after SIGTERM; then say so with the annotation
\`kprobe-lint.dev/handles-sigterm: "true"\`.

${picture(simulated(POLITE), ["a deleted pod"], 1)}

preStop runs *inside* the grace period, which is ${DEFAULT_GRACE_SECONDS} s unless \`terminationGracePeriodSeconds\` says otherwise. What is left of it after the hook
belongs to SIGTERM, at least ${MINIMUM_SIGTERM_SECONDS} s, then comes SIGKILL:

${table()}

- A hook as long as the grace period leaves the application ${MINIMUM_SIGTERM_SECONDS} s: ${rule("prestop-exceeds-grace")}. Make the grace period the sum of the wait and the longest request.
- Every stop takes the whole grace period? Then nobody hears SIGTERM: as a rule process 1 is a shell (${rule("shell-swallows-sigterm")}). \`exec\` in front of the command hands it on.
- A grace period of 0 skips preStop altogether: ${rule("grace-period-zero")}.
- The readiness probe goes on while the pod ends; liveness and startup probes stop. Failing readiness on SIGTERM is not needed: the endpoint is taken away in any case.
- A liveness kill runs preStop and takes the grace period, too: with a long one a hung process stays for as long (${rule("liveness-slow-kill")}).

Read on: [Termination of pods](https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination),
[Container lifecycle hooks](https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/),
[Pods and endpoints that terminate](https://kubernetes.io/docs/tutorials/services/pods-and-endpoint-termination-flow/);
in the code \`pkg/kubelet/kuberuntime\` (\`killContainer\`, \`executePreStopHook\`), \`k8s.io/endpointslice\` (\`podToEndpoint\`),
\`pkg/proxy\` (\`CategorizeEndpoints\`).
`;
}
