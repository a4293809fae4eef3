import { PROBE_DEFAULTS, type Timing } from "../src/kubernetes/probe.ts";
import { defineRule, yaml } from "../src/rule.ts";

/** What people mean by a zero, and do not get. */
const MEANT: Readonly<Partial<Record<keyof Timing, string>>> = {
  periodSeconds: "attempts come every 10 s, not without pause",
  timeoutSeconds: "each attempt ends after 1 s; there is no way to wait without a limit",
  successThreshold: "one success is enough, as without the line",
  failureThreshold: "three failures in a row are needed, not none; there is no way to switch the threshold off",
};

export default defineRule({
  id: "probe-zero-defaulted",
  summary: "A zero in a probe is replaced by the default",
  why: `The API server stores its default wherever periodSeconds, timeoutSeconds, successThreshold or failureThreshold is 0, before anything
    looks at it. A zero means neither "at once" nor "never", and the object in the cluster differs from the manifest.`,
  severity: "warning",
  presets: ["recommended"],
  fix: "safe",
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#configure-probes",
    "pkg/apis/core/v1: SetDefaults_Probe",
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
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
                periodSeconds: 0
                #              ^ periodSeconds 0 of the readiness probe is stored as 10, the default
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              readinessProbe:
                httpGet: { path: /ready, port: 8080 }
                periodSeconds: 10
      `,
    },
  ],

  target: "container",
  *check(container) {
    for (const probe of container.probes) {
      for (const [name, meant] of Object.entries(MEANT) as [keyof Timing, string][]) {
        const field = probe.field.get(name);
        if (field.number !== 0) continue;
        const stored = PROBE_DEFAULTS[name];
        yield {
          at: field,
          message: `${name} 0 of the ${probe.label} probe is stored as ${stored}, the default`,
          help: meant,
          fixes: [{ title: `write ${name}: ${stored}`, safety: "safe", changes: [{ set: field, to: stored }] }],
        };
      }
    }
  },
});
