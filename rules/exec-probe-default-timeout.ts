import { programsOf, wordsOf } from "../src/kubernetes/command.ts";
import { defineRule, yaml } from "../src/rule.ts";

/** Programs whose own start takes a good part of a second, or that wait for a server's answer. */
const SLOW_STARTERS = new Set([
  ...["python", "python2", "python3", "node", "java", "ruby", "perl", "php", "dotnet", "npm", "curl", "psql"],
  ...["mysql", "mysqladmin", "mariadb", "mariadb-admin", "mongo", "mongosh", "kubectl", "redis-cli"],
  ...["rabbitmqctl", "rabbitmq-diagnostics", "cqlsh", "nodetool", "etcdctl", "kafka-topics.sh"],
]);

export default defineRule({
  id: "exec-probe-default-timeout",
  summary: "A command that is slow to start has the default timeout of one second",
  why: `A command probe starts a process in the container for each attempt, with the container's CPU limit. Interpreters and database clients can
    need the default timeoutSeconds of 1 for their start alone; the attempt then fails though the application is well.`,
  severity: "info",
  presets: ["strict"],
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
                exec: { command: [python3, /app/check.py] }
                #       ^^^^^^^ the liveness probe gives "python3" 1 s to start and answer (timeoutSeconds is not set)
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
                exec: { command: [python3, /app/check.py] }
                timeoutSeconds: 5
      `,
    },
  ],

  target: "container",
  *check(container) {
    for (const probe of container.probes) {
      const handler = probe.handler;
      if (handler?.kind !== "exec" || probe.timing?.timeoutSeconds !== 1) continue;
      const slow = programsOf(wordsOf(handler.field) ?? []).find(program => SLOW_STARTERS.has(program));
      if (slow === undefined) continue;
      const field = probe.field.get("timeoutSeconds");
      yield {
        at: field.exists ? field : handler.field.get("command"),
        message: `the ${probe.label} probe gives "${slow}" 1 s to start and answer${field.exists ? "" : " (timeoutSeconds is not set)"}`,
        help: "under load or a CPU limit its start alone may take longer, and the attempt fails though the application is well",
      };
    }
  },
});
