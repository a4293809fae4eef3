import { describe, expect, it } from "vitest";
import {
  type CriticalityConfig,
  criticalBecause,
  criticality,
  DEFAULT_CRITICALITY,
} from "../../src/kubernetes/criticality.ts";
import { deployment, graphOf, object, service, workloadIn } from "../graph/objects.ts";

const LABELS = { app: "web" };
const READINESS = "image: registry.example/app:1\n          readinessProbe: {tcpSocket: {port: 80}}";

async function judge(files: readonly string[], config?: Partial<CriticalityConfig>) {
  const graph = await graphOf(Object.fromEntries(files.map((text, index) => [`k/f${index}.yaml`, text])));
  return criticality(workloadIn(graph, "web"), graph, { ...DEFAULT_CRITICALITY, ...config });
}

function annotated(text: string, value: string): string {
  return text.replace(
    "metadata: {name: web",
    `metadata: {annotations: {kprobe-lint.dev/critical: "${value}"}, name: web`,
  );
}

const budget = (spec: string) =>
  object("policy/v1", "PodDisruptionBudget", "web", `{"spec": {"selector": {"matchLabels": {"app": "web"}}, ${spec}}}`);
const withPriority = (name: string) =>
  deployment("web", { labels: LABELS }).replace(
    "      containers:",
    `      priorityClassName: ${name}\n      containers:`,
  );

describe("criticality", () => {
  const table: readonly [string, readonly string[], boolean, readonly string[]][] = [
    ["replicas alone", [deployment("web", { labels: LABELS, replicas: 3 })], false, ["3 replicas"]],
    [
      "replicas and a Service",
      [deployment("web", { labels: LABELS, replicas: 3 }), service("web", LABELS)],
      true,
      ["3 replicas", "Service web"],
    ],
    [
      "one replica and a Service",
      [deployment("web", { labels: LABELS, replicas: 1 }), service("web", LABELS)],
      false,
      ["Service web"],
    ],
    [
      "a NodePort",
      [deployment("web", { labels: LABELS }), service("web", LABELS, { type: "NodePort" })],
      true,
      ["NodePort Service web", "Service web"],
    ],
    [
      "production and a readiness probe",
      [deployment("web", { labels: LABELS, namespace: "prod" }).replace("image: registry.example/app:1", READINESS)],
      true,
      ["environment prod", "readinessProbe"],
    ],
    [
      "a playground",
      [
        deployment("web", { labels: LABELS, replicas: 3, namespace: "dev-1" }),
        service("web", LABELS, { namespace: "dev-1" }),
      ],
      false,
      ["3 replicas", "Service web"],
    ],
    [
      "scaled to zero",
      [
        deployment("web", { labels: LABELS, replicas: 0, namespace: "prod" }),
        service("web", LABELS, { namespace: "prod" }),
      ],
      false,
      ["Service web", "environment prod"],
    ],
    ["a tier", [deployment("web", { labels: { ...LABELS, tier: "tier-1" } })], true, ["label tier: tier-1"]],
    ["a tier that is none", [deployment("web", { labels: { ...LABELS, tier: "frontend" } })], false, []],
    [
      "a budget that keeps one",
      [deployment("web", { labels: LABELS }), budget('"minAvailable": 1')],
      true,
      ["PodDisruptionBudget web requires an available pod"],
    ],
    [
      "a budget that keeps none",
      [deployment("web", { labels: LABELS }), budget('"maxUnavailable": "100%"')],
      false,
      [],
    ],
    [
      "a system priority",
      [withPriority("system-cluster-critical")],
      true,
      ["priorityClassName system-cluster-critical"],
    ],
    [
      "a high class",
      [withPriority("top"), object("scheduling.k8s.io/v1", "PriorityClass", "top", '{"value": 1000000}')],
      true,
      ["PriorityClass top of value 1000000"],
    ],
    [
      "a low class",
      [withPriority("low"), object("scheduling.k8s.io/v1", "PriorityClass", "low", '{"value": 10}')],
      false,
      [],
    ],
  ];
  it.each(table)("%s", async (_title, files, critical, signals) => {
    expect(await judge(files)).toEqual({ critical, signals });
  });

  it("is reached through an Ingress", async () => {
    const ingress = object(
      "networking.k8s.io/v1",
      "Ingress",
      "edge",
      '{"spec": {"defaultBackend": {"service": {"name": "web", "port": {"number": 80}}}}}',
    );
    const { critical, signals } = await judge([deployment("web", { labels: LABELS }), service("web", LABELS), ingress]);
    expect([critical, signals[0]]).toEqual([true, "Ingress edge leads to Service web"]);
  });

  it("is what the annotation says, before all signals", async () => {
    const exposed = [service("web", LABELS, { type: "LoadBalancer" })];
    expect((await judge([annotated(deployment("web", { labels: LABELS }), "false"), ...exposed])).critical).toBe(false);
    expect((await judge([annotated(deployment("web", { labels: LABELS }), "true")])).critical).toBe(true);
    const space = object("v1", "Namespace", "default").replace(
      '"name": "default"',
      '"name": "default", "annotations": {"kprobe-lint.dev/critical": "true"}',
    );
    expect((await judge([deployment("web", { labels: LABELS }), space])).critical).toBe(true);
  });

  it("follows the configuration", async () => {
    const files = [deployment("web", { labels: LABELS, replicas: 3 }), service("web", LABELS)];
    expect((await judge(files, { ignoreNamespaces: ["def*"] })).critical).toBe(false);
    expect((await judge(files, { supporting: { atLeast: 3, of: DEFAULT_CRITICALITY.supporting.of } })).critical).toBe(
      false,
    );
    expect((await judge(files, { overrides: [{ match: "Deployment/*/w*b", critical: false }] })).critical).toBe(false);
    expect((await judge(files, { overrides: [{ match: "Deployment/*/payments*", critical: false }] })).critical).toBe(
      true,
    );
  });
});

describe("criticalBecause", () => {
  const signals = ["LoadBalancer Service web", "3 replicas"];

  it("names the signals where they raised the severity", () => {
    expect(criticalBecause({ critical: true, signals })).toBe(
      "; critical because: LoadBalancer Service web; 3 replicas",
    );
  });

  it("says nothing otherwise", () => {
    expect(criticalBecause({ critical: false, signals })).toBe("");
    expect(criticalBecause({ critical: true, signals }, false)).toBe("");
  });
});
