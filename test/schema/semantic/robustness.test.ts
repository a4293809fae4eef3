// Whatever stands in place of a value, a validator answers: it neither throws nor hangs, and says nothing twice.

import fc from "fast-check";
import { expect, test } from "vitest";
import { brief, type Manifest, problemsOf, type Value } from "./judge.ts";

const TEMPLATE: Manifest = {
  metadata: { labels: { app: "web" } },
  spec: {
    restartPolicy: "Never",
    containers: [{ name: "app", image: "app:1", ports: [{ name: "http", containerPort: 80 }] }],
  },
};
const RULE = { apiGroups: [""], apiVersions: ["v1"], operations: ["CREATE"], resources: ["pods"] };
const CPU = { type: "Resource", resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 50 } } };
const STRATEGY = { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: "25%", partition: 0 } };
const CONTROLLER = {
  replicas: 1,
  selector: { matchLabels: { app: "web" }, matchExpressions: [{ key: "app", operator: "In", values: ["web"] }] },
  template: TEMPLATE,
  strategy: STRATEGY,
  updateStrategy: STRATEGY,
  volumeClaimTemplates: [{ metadata: { name: "data" }, spec: { accessModes: ["ReadWriteOnce"] } }],
};
const JOB = {
  template: TEMPLATE,
  completionMode: "Indexed",
  completions: 3,
  podFailurePolicy: { rules: [{ action: "Ignore", onExitCodes: { operator: "In", values: [1] } }] },
  successPolicy: { rules: [{ succeededIndexes: "0-1", succeededCount: 1 }] },
};
const PORTS = [
  { name: "http", port: 80, targetPort: "http", nodePort: 30080 },
  { name: "dns", port: 53, protocol: "UDP" },
];

const BODIES: readonly [apiVersion: string, kind: string, body: Manifest][] = [
  ["apps/v1", "Deployment", { spec: CONTROLLER }],
  ["apps/v1", "StatefulSet", { spec: CONTROLLER }],
  ["apps/v1", "DaemonSet", { spec: CONTROLLER }],
  ["v1", "ReplicationController", { spec: { selector: { app: "web" }, template: TEMPLATE } }],
  [
    "v1",
    "Service",
    {
      spec: {
        type: "NodePort",
        clusterIP: "10.0.0.1",
        clusterIPs: ["10.0.0.1"],
        ipFamilies: ["IPv4"],
        ports: PORTS,
        externalIPs: ["203.0.113.1"],
        loadBalancerSourceRanges: ["10.0.0.0/8"],
        sessionAffinityConfig: { clientIP: { timeoutSeconds: 5 } },
      },
    },
  ],
  ["batch/v1", "Job", { spec: JOB }],
  ["batch/v1", "CronJob", { spec: { schedule: "0 3 * * *", timeZone: "UTC", jobTemplate: { spec: JOB } } }],
  [
    "networking.k8s.io/v1",
    "Ingress",
    {
      spec: {
        tls: [{ hosts: ["a.b"] }],
        rules: [
          {
            host: "a.b",
            http: {
              paths: [{ path: "/", pathType: "Prefix", backend: { service: { name: "web", port: { number: 80 } } } }],
            },
          },
        ],
      },
    },
  ],
  [
    "networking.k8s.io/v1",
    "NetworkPolicy",
    {
      spec: {
        podSelector: {},
        egress: [
          { to: [{ ipBlock: { cidr: "10.0.0.0/8", except: ["10.1.0.0/16"] } }], ports: [{ port: 80, endPort: 90 }] },
        ],
      },
    },
  ],
  [
    "autoscaling/v2",
    "HorizontalPodAutoscaler",
    {
      spec: {
        scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "web" },
        maxReplicas: 3,
        metrics: [CPU],
        behavior: { scaleUp: { policies: [{ type: "Pods", value: 1, periodSeconds: 5 }] } },
      },
    },
  ],
  ["policy/v1", "PodDisruptionBudget", { spec: { minAvailable: "50%", selector: { matchLabels: { app: "web" } } } }],
  [
    "rbac.authorization.k8s.io/v1",
    "ClusterRoleBinding",
    { roleRef: { kind: "ClusterRole", name: "a" }, subjects: [{ kind: "User", name: "b" }] },
  ],
  [
    "storage.k8s.io/v1",
    "StorageClass",
    { provisioner: "a.b/c", allowedTopologies: [{ matchLabelExpressions: [{ key: "zone", values: ["a"] }] }] },
  ],
  [
    "admissionregistration.k8s.io/v1",
    "ValidatingWebhookConfiguration",
    {
      webhooks: [
        { name: "a.b.c", rules: [RULE], clientConfig: { url: "https://a/b" }, admissionReviewVersions: ["v1"] },
      ],
    },
  ],
  [
    "admissionregistration.k8s.io/v1",
    "ValidatingAdmissionPolicy",
    {
      spec: {
        matchConstraints: { resourceRules: [RULE] },
        validations: [{ expression: "true" }],
        variables: [{ name: "a", expression: "1" }],
      },
    },
  ],
  [
    "discovery.k8s.io/v1",
    "EndpointSlice",
    { addressType: "IPv4", endpoints: [{ addresses: ["10.0.0.1"] }], ports: [{ name: "a" }] },
  ],
  [
    "flowcontrol.apiserver.k8s.io/v1",
    "PriorityLevelConfiguration",
    { spec: { type: "Limited", limited: { limitResponse: { type: "Queue", queuing: { handSize: 8 } } } } },
  ],
  [
    "certificates.k8s.io/v1",
    "CertificateSigningRequest",
    { spec: { request: "YQ==", usages: ["signing"], signerName: "a.b/c" } },
  ],
  [
    "resource.k8s.io/v1",
    "ResourceClaim",
    {
      spec: {
        devices: { requests: [{ name: "a", exactly: { deviceClassName: "b" } }], constraints: [{ requests: ["a"] }] },
      },
    },
  ],
];

const HOSTILE: Value[] = [
  null,
  "",
  " ",
  "a/b/c",
  "-",
  "::",
  "1/2/3",
  "${NAME}",
  -1,
  0,
  1e21,
  2.5,
  true,
  [],
  {},
  [null],
  [[]],
  { a: null },
  "x".repeat(300),
  `${"a-".repeat(3000)}!`,
  `${" ".repeat(3000)}x`,
  `${":".repeat(3000)}]`,
  `${"1,".repeat(3000)}x`,
];

function paths(value: Value, at: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== "object" || value === null) return [at];
  return [
    at,
    ...Object.entries(value).flatMap(([key, inner]) =>
      paths(inner as Value, [...at, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

function replaced(value: Value, [step, ...rest]: (string | number)[], by: Value): Value {
  if (step === undefined) return by;
  const copy = structuredClone(value) as Record<string | number, Value>;
  copy[step] = replaced(copy[step] ?? null, rest, by);
  return copy as Value;
}

const mutant = fc.constantFrom(...BODIES).chain(([apiVersion, kind, body]) => {
  const place = fc.constantFrom(...paths(body).filter(path => path.length > 0));
  return fc
    .array(fc.tuple(place, fc.constantFrom(...HOSTILE)), { minLength: 1, maxLength: 3 })
    .map(changes =>
      changes.reduce<Value>((made, [path, by]) => (reaches(made, path) ? replaced(made, path, by) : made), body),
    )
    .map(made => ({ apiVersion, kind, metadata: { name: "web" }, ...(made as Manifest) }));
});

function reaches(value: Value, path: readonly (string | number)[]): boolean {
  let at: unknown = value;
  for (const step of path) {
    if (typeof at !== "object" || at === null || !(step in at)) return false;
    at = (at as Record<string | number, unknown>)[step];
  }
  return true;
}

test("values of any shape in any place are answered", async () => {
  await fc.assert(
    fc.asyncProperty(mutant, async manifest => {
      const problems = await problemsOf(manifest);
      for (const problem of problems) {
        expect(problem.message).not.toMatch(/undefined|NaN|\[object/);
        expect(problem.end).toBeGreaterThanOrEqual(problem.start);
      }
      const lines = problems.map(problem => `${brief(problem)} ${problem.message}`);
      expect(new Set(lines).size).toBe(lines.length);
    }),
    { seed: 20_240_601, numRuns: 1500 },
  );
});

test("the good manifests are good but for what the list below says", async () => {
  const found: Record<string, string[]> = {};
  for (const [apiVersion, kind, body] of BODIES) {
    const problems = await problemsOf({ apiVersion, kind, metadata: { name: "web" }, ...body });
    found[kind] = problems.map(brief);
  }
  expect(found.Ingress).toEqual([]);
  expect(found.NetworkPolicy).toEqual([]);
  expect(found.HorizontalPodAutoscaler).toEqual([]);
  expect(found.Job).toEqual([]);
  expect(found.CronJob).toEqual([]);
  expect(found.Deployment).toEqual(["rejects spec.template.spec.restartPolicy"]);
});
