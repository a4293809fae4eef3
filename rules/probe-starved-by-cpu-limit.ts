import type { Field } from "../src/field.ts";
import { imageBase } from "../src/kubernetes/command.ts";
import { defineRule, yaml } from "../src/rule.ts";

export const LOW_MILLI_CPU = 100;
/** A virtual machine compiles what it runs, and pauses for its garbage. */
export const LOW_MILLI_CPU_JVM = 250;
export const JVM_IMAGES =
  /(^|-)(java|jdk|jre|openjdk|temurin|tomcat|jetty|spring|springboot|kafka|zookeeper|elasticsearch|cassandra|keycloak|jenkins|solr|neo4j)(-|$)/;

export default defineRule({
  id: "probe-starved-by-cpu-limit",
  summary: "A container with very little CPU has one second to answer its probe",
  why: `A CPU limit is enforced in slices of 100 ms: with 50m a process may run for 5 ms of each. An answer, or the start of a command, that needs
    60 ms of work then takes more than a second, and the attempt fails though nothing is wrong.`,
  severity: "info",
  presets: ["strict"],
  since: "0.1.0",
  references: [
    "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#how-pods-with-resource-limits-are-run",
    "pkg/kubelet/cm: MilliCPUToQuota",
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
              resources: { limits: { cpu: 50m } }
              #                           ^^^ with a CPU limit of 50m container "web" may run 5 ms of every 100 ms, and its liveness probe waits 1 s (timeoutSeconds)
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
      `,
      good: yaml`
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec:
          containers:
            - name: web
              image: example.com/web:1.4.0
              resources: { limits: { cpu: 50m } }
              livenessProbe:
                httpGet: { path: /livez, port: 8080 }
                timeoutSeconds: 5
      `,
    },
  ],

  target: "container",
  *check(container) {
    const limit = container.field.get("resources", "limits", "cpu");
    const milli = milliCpu(limit);
    const probe = container.probes.find(
      ({ timing, handler }) => timing?.timeoutSeconds === 1 && handler?.kind !== "tcpSocket",
    );
    if (milli === undefined || probe === undefined) return;
    const isJvm = JVM_IMAGES.test(imageBase(container));
    if (milli >= (isJvm ? LOW_MILLI_CPU_JVM : LOW_MILLI_CPU)) return;
    yield {
      at: limit,
      message: `with a CPU limit of ${milli}m container "${container.name}" may run ${milli / 10} ms of every 100 ms, and its ${probe.label} probe waits 1 s (timeoutSeconds)`,
      help: `an answer that takes more than ${milli} ms of work comes too late`,
      related: [{ at: probe.field, message: `the ${probe.label} probe` }],
    };
  },
});

/** Thousandths of a CPU, of `50m`, `0.05` or `1`; other notations are rare enough to say nothing about. */
function milliCpu(field: Field): number | undefined {
  const parts = /^(\d+(?:\.\d+)?)(m?)$/.exec(String(field.number ?? field.string ?? ""));
  if (parts === null) return undefined;
  return parts[2] === "m" ? Number(parts[1]) : Math.round(Number(parts[1]) * 1000);
}
