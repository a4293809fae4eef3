import { PROBE_DEFAULTS, type Timing } from "../src/kubernetes/probe.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "probe-default-noise",
  summary: "A probe writes down what is the default anyway",
  why: `The API server fills in the same numbers. Lines that change nothing hide the ones that do, and a reader has to know the defaults to tell
    them apart. A matter of taste: some want each number in sight.`,
  severity: "info",
  presets: [],
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
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
                periodSeconds: 10
                #              ^^ periodSeconds 10 of the liveness probe is the default
                successThreshold: 1
                #                 ^ successThreshold 1 of the liveness probe is the default
                failureThreshold: 6
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
                failureThreshold: 6
      `,
    },
  ],

  target: "container",
  *check(container) {
    for (const probe of container.probes) {
      for (const [name, value] of Object.entries(PROBE_DEFAULTS) as [keyof Timing, number][]) {
        const field = probe.field.get(name);
        if (field.number !== value) continue;
        yield {
          at: field,
          message: `${name} ${value} of the ${probe.label} probe is the default`,
          fixes: [{ title: `remove ${name}`, safety: "safe", changes: [{ remove: field }] }],
        };
      }
    }
  },
});
