import type { Container } from "../src/kubernetes/container.ts";
import { endpointOf, isSameEndpoint } from "../src/kubernetes/endpoint.ts";
import { defineRule, yaml } from "../src/rule.ts";

export const LIVE = /(^|[/_.-])(livez?|liveness|alive)(?=[/?_.-]|$)/i;
export const READY = /(^|[/_.-])(readyz?|readiness)(?=[/?_.-]|$)/i;

export default defineRule({
  id: "probe-path-swapped",
  summary: "A liveness probe asks the readiness endpoint, or the other way round",
  why: `An endpoint for readiness fails while dependencies are away or the application warms up. Asked by a liveness probe, each of these moments
    ends in a restart. An endpoint for liveness only says that the process is alive: asked for readiness, it lets traffic in too early.`,
  severity: "warning",
  presets: ["recommended"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#types-of-probe",
    "https://kubernetes.io/docs/reference/using-api/health-checks/",
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
              livenessProbe:
                httpGet: { path: /readyz, port: 8080 }
                #                ^^^^^^^ liveness asks "/readyz", which reads as the readiness endpoint
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
      `,
    },
  ],

  target: "container",
  *check(container) {
    const { liveness, readiness } = container;
    // One endpoint for both is liveness-equals-readiness.
    if (asksTheSame(container)) return;
    const path = liveness?.field.get("httpGet", "path");
    if (path?.string !== undefined && READY.test(path.string) && !LIVE.test(path.string))
      yield {
        at: path,
        message: `liveness asks "${path.string}", which reads as the readiness endpoint`,
        help: "whatever makes the application not ready, a dependency or the warm-up, then restarts it",
      };
    const other = readiness?.field.get("httpGet", "path");
    if (other?.string !== undefined && LIVE.test(other.string) && !READY.test(other.string))
      yield {
        at: other,
        message: `readiness asks "${other.string}", which reads as the liveness endpoint`,
        help: "it answers well as soon as the process is alive, so traffic comes before the application is ready for it",
      };
  },
});

function asksTheSame(container: Container): boolean {
  const [one, other] = [container.liveness, container.readiness].map(probe => probe && endpointOf(probe, container));
  return one !== undefined && other !== undefined && isSameEndpoint(one, other);
}
