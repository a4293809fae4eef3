import type { Field } from "../src/field.ts";
import type { Graph } from "../src/graph/graph.ts";
import { releasesOf } from "../src/graph/releases.ts";
import type { Container } from "../src/kubernetes/container.ts";
import type { Workload } from "../src/kubernetes/workload.ts";
import { defineRule, yaml } from "../src/rule.ts";

export default defineRule({
  id: "bluegreen-pair-drift",
  summary: "The idle half of a blue/green pair differs from the active one",
  why: `A blue/green switch moves all traffic to the idle workload at once. Where that one has other probes, ports, resources, environment or replicas, the
    switch changes more than the version. Without a readiness probe it exposes the pods in whatever state they are.`,
  severity: "info",
  presets: ["strict"],
  since: "0.1.0",
  references: ["https://kubernetes.io/docs/concepts/workloads/management/"],
  examples: [
    {
      bad: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web-blue }
        spec:
          selector: { matchLabels: { app: web, color: blue } }
          template:
            metadata: { labels: { app: web, color: blue } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  readinessProbe:
                    httpGet: { path: /ready, port: 8080 }
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web-green }
        #                 ^^^^^^^^^ Deployment "web-green" stands by for Deployment "web-blue" and differs in readinessProbe
        spec:
          selector: { matchLabels: { app: web, color: green } }
          template:
            metadata: { labels: { app: web, color: green } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.5.0
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web, color: blue }
          ports: [{ port: 80, targetPort: 8080 }]
      `,
      good: yaml`
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web-blue }
        spec:
          selector: { matchLabels: { app: web, color: blue } }
          template:
            metadata: { labels: { app: web, color: blue } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.4.0
                  readinessProbe:
                    httpGet: { path: /ready, port: 8080 }
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web-green }
        spec:
          selector: { matchLabels: { app: web, color: green } }
          template:
            metadata: { labels: { app: web, color: green } }
            spec:
              containers:
                - name: web
                  image: example.com/web:1.5.0
                  readinessProbe:
                    httpGet: { path: /ready, port: 8080 }
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          selector: { app: web, color: blue }
          ports: [{ port: 80, targetPort: 8080 }]
      `,
    },
  ],

  target: "workload",
  *check(idle, { graph }) {
    if (!idle.isDeployment || graph.servicesOf(idle).length > 0) return;
    const active = activeReleaseOf(idle, graph);
    const [container] = active?.appContainers ?? [];
    const own = idle.appContainers.find(({ name }) => name === container?.name) ?? idle.appContainers[0];
    if (active === undefined || container === undefined || own === undefined) return;
    const aspects = ASPECTS.filter(aspect => textOf(container, aspect) !== textOf(own, aspect));
    const counts = [graph.replicasOf(active), graph.replicasOf(idle)];
    const isSmaller = counts[0] !== undefined && counts[1] !== undefined && counts[1] !== 0 && counts[0] !== counts[1];
    const parts = [...aspects, ...(isSmaller ? [`replicas (${counts[1]}, not ${counts[0]})`] : [])];
    if (parts.length === 0) return;
    yield {
      at: idle.resource.nameField,
      message: `${idle.title} stands by for ${active.title} and differs in ${parts.join(", ")}`,
      help:
        aspects.includes("readinessProbe") && !own.field.get("readinessProbe").exists
          ? "without a readiness probe the switch exposes its pods in whatever state they are"
          : "the switch changes more than the version",
      related: [{ at: active.resource.nameField, message: "the active half" }],
    };
  },
});

const ASPECTS = ["readinessProbe", "livenessProbe", "startupProbe", "ports", "resources", "env", "lifecycle"] as const;

/** What counts of a field: of the environment the names alone, since values differ from release to release. */
function textOf({ field }: Container, aspect: (typeof ASPECTS)[number]): string {
  const value: Field = field.get(aspect);
  if (aspect !== "env") return JSON.stringify(value.exists ? value.toValue() : null);
  return value
    .items()
    .map(item => item.get("name").string ?? "")
    .sort()
    .join("\n");
}

function activeReleaseOf(idle: Workload, graph: Graph): Workload | undefined {
  const [active, ...others] = releasesOf(idle, graph);
  return active !== undefined && others.length === 0 && graph.servicesOf(active).length > 0 ? active : undefined;
}
