import { describe, expect, test } from "vitest";
import { change, type Manifest, problemsOf, said, type Value } from "./judge.ts";

const POD: Manifest = { containers: [{ name: "app", image: "registry.example.com/app:1" }] };

function controller(kind: string, spec: Manifest = {}): Manifest {
  return {
    apiVersion: "apps/v1",
    kind,
    metadata: { name: "web" },
    spec: {
      selector: { matchLabels: { app: "web" } },
      template: { metadata: { labels: { app: "web" } }, spec: POD },
      ...spec,
    },
  };
}

type Row = [what: string, changes: Record<string, Value | undefined>, expected: string[]];

const DEPLOYMENT: Row[] = [
  ["nothing wrong", {}, []],
  ["a negative number of replicas", { "spec.replicas": -1 }, ["rejects spec.replicas"]],
  ["a deadline that readiness outlasts", { "spec.minReadySeconds": 600 }, ["rejects spec.progressDeadlineSeconds"]],
  ["a deadline just above", { "spec.minReadySeconds": 599 }, []],
  ["no deadline beyond readiness", { "spec.progressDeadlineSeconds": 0 }, ["rejects spec.progressDeadlineSeconds"]],
  [
    "both steps zero",
    { "spec.strategy.rollingUpdate": { maxSurge: 0, maxUnavailable: "0%" } },
    ["rejects spec.strategy.rollingUpdate.maxUnavailable"],
  ],
  ["no surge and the default of 25%", { "spec.strategy.rollingUpdate": { maxSurge: 0 } }, []],
  ["a surge beyond 100%", { "spec.strategy.rollingUpdate": { maxSurge: "150%" } }, []],
  [
    "more than all unavailable",
    { "spec.strategy.rollingUpdate": { maxUnavailable: "150%" } },
    ["rejects spec.strategy.rollingUpdate.maxUnavailable"],
  ],
  [
    "no number at all counts as zero for the pair",
    { "spec.strategy.rollingUpdate": { maxSurge: "many", maxUnavailable: 0 } },
    ["rejects spec.strategy.rollingUpdate.maxSurge + spec.strategy.rollingUpdate.maxUnavailable"],
  ],
  [
    "a quoted number counts as that number",
    { "spec.strategy.rollingUpdate": { maxSurge: "5", maxUnavailable: 0 } },
    ["rejects spec.strategy.rollingUpdate.maxSurge"],
  ],
  [
    "Recreate with numbers",
    { "spec.strategy": { type: "Recreate", rollingUpdate: {} } },
    ["rejects spec.strategy.rollingUpdate"],
  ],
  ["a strategy of another kind", { "spec.strategy": { type: "OnDelete" } }, ["rejects spec.strategy"]],
  ["an empty type", { "spec.strategy": { type: "" } }, []],
  ["an empty selector", { "spec.selector": {} }, ["rejects spec.selector"]],
  [
    "a bad value in the selector",
    { "spec.selector.matchLabels.app": "a b" },
    ["rejects spec.selector.matchLabels + spec.selector"],
  ],
  ["a selector of other pods", { "spec.selector.matchLabels.app": "api" }, ["rejects spec.template.metadata.labels"]],
  ["no selector", { "spec.selector": undefined }, ["rejects spec.selector + spec.template.metadata.labels"]],
  [
    "no template",
    { "spec.template": undefined },
    ["rejects spec.template.metadata.labels + spec.template.spec.containers"],
  ],
  [
    "no spec",
    { spec: undefined },
    ["rejects spec.selector + spec.template.metadata.labels + spec.template.spec.containers"],
  ],
  ["pods that end", { "spec.template.spec.restartPolicy": "Never" }, ["rejects spec.template.spec.restartPolicy"]],
  [
    "a restart policy in lower case, said once",
    { "spec.template.spec.restartPolicy": "never" },
    ["rejects spec.template.spec.restartPolicy"],
  ],
  [
    "pods with a deadline",
    { "spec.template.spec.activeDeadlineSeconds": 5 },
    ["rejects spec.template.spec.activeDeadlineSeconds"],
  ],
  ["a dotted name", { "metadata.name": "web.example" }, ["warns metadata.name"]],
  ["labels that a template fills in", { "spec.template.metadata.labels.app": "${APP}" }, []],
];

const DAEMON_SET: Row[] = [
  ["nothing wrong", {}, []],
  ["no selector", { "spec.selector": undefined }, ["rejects spec.template.metadata.labels"]],
  [
    "surge beside the default",
    { "spec.updateStrategy.rollingUpdate": { maxSurge: 1 } },
    ["rejects spec.updateStrategy.rollingUpdate.maxSurge"],
  ],
  ["surge instead", { "spec.updateStrategy.rollingUpdate": { maxSurge: 1, maxUnavailable: 0 } }, []],
  [
    "neither",
    { "spec.updateStrategy.rollingUpdate": { maxUnavailable: 0 } },
    ["rejects spec.updateStrategy.rollingUpdate.maxUnavailable"],
  ],
  [
    "numbers that OnDelete ignores",
    { "spec.updateStrategy": { type: "OnDelete", rollingUpdate: { maxUnavailable: 0 } } },
    [],
  ],
  ["a strategy of Deployments", { "spec.updateStrategy": { type: "Recreate" } }, ["rejects spec.updateStrategy"]],
];

const STATEFUL_SET: Row[] = [
  ["nothing wrong", {}, []],
  ["a name that is no label", { "metadata.name": "web.db" }, ["rejects metadata.name"]],
  ["a name too long for its pods", { "metadata.name": "n".repeat(53) }, ["later metadata.name"]],
  ["the longest name", { "metadata.name": "n".repeat(52) }, []],
  [
    "OnDelete with numbers",
    { "spec.updateStrategy": { type: "OnDelete", rollingUpdate: { partition: 1 } } },
    ["rejects spec.updateStrategy.rollingUpdate"],
  ],
  [
    "a partition below zero",
    { "spec.updateStrategy.rollingUpdate": { partition: -1 } },
    ["rejects spec.updateStrategy.rollingUpdate.partition"],
  ],
  [
    "several at once",
    { "spec.updateStrategy.rollingUpdate": { maxUnavailable: 2 } },
    ["drops spec.updateStrategy.rollingUpdate.maxUnavailable"],
  ],
  ["a policy in lower case", { "spec.podManagementPolicy": "parallel" }, ["rejects spec.podManagementPolicy"]],
  [
    "claims that are kept",
    { "spec.persistentVolumeClaimRetentionPolicy": { whenScaled: "retain" } },
    ["rejects spec.persistentVolumeClaimRetentionPolicy.whenScaled"],
  ],
  ["a Service that cannot be", { "spec.serviceName": "Web_1" }, ["rejects spec.serviceName"]],
  ["a history of everything", { "spec.revisionHistoryLimit": -1 }, ["warns spec.revisionHistoryLimit"]],
  [
    "two claims of one name",
    {
      "spec.volumeClaimTemplates": ["data", "data"].map(name => ({
        metadata: { name },
        spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
      })),
    },
    ["rejects spec.template.spec.volumes[1].name"],
  ],
  [
    "claims without name, modes and size",
    { "spec.volumeClaimTemplates": [{}] },
    [
      "rejects spec.template.spec.volumes[0].name + spec.template.spec.volumes[0].persistentVolumeClaim.claimName",
      "rejects spec.volumeClaimTemplates[0].spec.accessModes",
      "rejects spec.volumeClaimTemplates[0].spec.resources[storage]",
    ],
  ],
];

describe.each([
  ["Deployment", DEPLOYMENT],
  ["DaemonSet", DAEMON_SET],
  ["StatefulSet", STATEFUL_SET],
] as const)("%s", (kind, rows) => {
  test.each(rows)("%s", async (_what, changes, expected) => {
    expect(await said(change(controller(kind), changes))).toEqual(expected);
  });
});

test("StatefulSets may replace several pods at once from 1.37 on, but not none", async () => {
  const at = { "spec.updateStrategy.rollingUpdate": { maxUnavailable: 0 } };
  expect(await said(change(controller("StatefulSet"), at), 37)).toEqual([
    "rejects spec.updateStrategy.rollingUpdate.maxUnavailable",
  ]);
});

test("ReplicaSets and ReplicationControllers find their pods as well", async () => {
  expect(await said(change(controller("ReplicaSet"), { "spec.selector": undefined }))).toEqual([
    "rejects spec.selector + spec.template.metadata.labels",
  ]);
  const old: Manifest = {
    apiVersion: "v1",
    kind: "ReplicationController",
    metadata: { name: "web" },
    spec: { template: { metadata: { labels: { app: "web" } }, spec: POD } },
  };
  expect(await said(old)).toEqual([]);
  expect(await said(change(old, { "spec.selector": { app: "api" } }))).toEqual([
    "rejects spec.template.metadata.labels",
  ]);
  expect(await said(change(old, { "spec.template.metadata": {} }))).toEqual(["rejects spec.selector"]);
  expect(await said(change(old, { "spec.template": undefined }))).toEqual(["rejects spec.template + spec.selector"]);
});

test("a mismatch shows both sides, the nearest label, and a fix that is not safe", async () => {
  const yaml = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: wbe
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: app
          image: app:1
`;
  const [problem] = await problemsOf(yaml);
  expect(problem).toMatchObject({
    ruleId: "selector-template-mismatch",
    path: ["spec", "selector", "matchLabels", "app"],
  });
  expect(problem?.message).toBe(
    '`selector` does not match template `labels`: the selector wants app: "wbe", the template has app: "web"',
  );
  expect(yaml.slice(problem?.start, problem?.end)).toBe("wbe");
  expect(problem?.related?.map(({ start, end }) => yaml.slice(start, end))).toEqual(["web"]);
  const [fix] = problem?.fixes ?? [];
  expect(fix?.safety).toBe("unsafe");
  expect(fix?.edits.map(({ start, end, text }) => [yaml.slice(start, end), text])).toEqual([["wbe", "web"]]);
  const [renamed] = await problemsOf(yaml.replace("      app: wbe", "      ap: web"));
  expect(renamed?.message).toMatch(/the template has no label "ap"; the nearest label is app: "web"$/);
});

test("blue/green and canary are explained, case is repaired", async () => {
  const [green] = await problemsOf(controller("Deployment", { strategy: { type: "BlueGreen" } }));
  expect(green?.help).toMatch(/two Deployments and a Service/);
  const [canary] = await problemsOf(controller("Deployment", { strategy: { type: "Canary" } }));
  expect(canary?.help).toMatch(/second, smaller Deployment/);
  const [lower] = await problemsOf(controller("Deployment", { strategy: { type: "recreate" } }));
  expect(lower?.message).toMatch(/did you mean "Recreate"\?$/);
});
