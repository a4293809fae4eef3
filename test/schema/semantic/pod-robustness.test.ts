// A pod with every kind of field, and each of them in turn replaced by something else: a validator answers, and says nothing twice.

import { describe, expect, it } from "vitest";
import { brief, type Manifest, problemsOf, type Value } from "./judge.ts";

const SELECTOR = { matchLabels: { app: "web" }, matchExpressions: [{ key: "tier", operator: "In", values: ["a"] }] };
const TERM = { topologyKey: "zone", labelSelector: SELECTOR, namespaces: ["a"], matchLabelKeys: ["b"] };
const PROBE = { httpGet: { path: "/", port: 80, httpHeaders: [{ name: "A", value: "b" }] }, periodSeconds: 5 };
const CONTAINER = {
  image: "app:1",
  ports: [{ name: "http", containerPort: 80, hostIP: "", protocol: "TCP" }],
  env: [
    { name: "A", value: "b" },
    { name: "B", valueFrom: { fieldRef: { fieldPath: "metadata.name" } } },
    { name: "C", valueFrom: { resourceFieldRef: { resource: "limits.cpu", divisor: "1m" } } },
    { name: "D", valueFrom: { secretKeyRef: { name: "a", key: "b" } } },
  ],
  envFrom: [{ prefix: "A_", configMapRef: { name: "a" } }],
  resources: {
    limits: { cpu: "1", memory: "1Gi" },
    requests: { cpu: "100m" },
    claims: [{ name: "gpu", request: "one" }],
  },
  resizePolicy: [{ resourceName: "cpu", restartPolicy: "NotRequired" }],
  volumeMounts: [{ name: "config", mountPath: "/a", subPath: "b", mountPropagation: "None" }],
  volumeDevices: [{ name: "block", devicePath: "/dev/a" }],
  livenessProbe: PROBE,
  readinessProbe: { grpc: { port: 1 } },
  startupProbe: { exec: { command: ["true"] } },
  lifecycle: { preStop: { sleep: { seconds: 5 } }, postStart: { tcpSocket: { port: "http" } } },
  securityContext: {
    runAsUser: 1,
    capabilities: { add: ["NET_ADMIN"] },
    seccompProfile: { type: "RuntimeDefault" },
    appArmorProfile: { type: "Localhost", localhostProfile: "a" },
    procMount: "Default",
  },
  restartPolicy: "Always",
  restartPolicyRules: [{ action: "Restart", exitCodes: { operator: "In", values: [1] } }],
};

const POD: Manifest = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: {
    name: "web",
    namespace: "a",
    labels: { app: "web" },
    annotations: { "controller.kubernetes.io/pod-deletion-cost": "1" },
    ownerReferences: [{ apiVersion: "v1", kind: "Node", name: "a", uid: "b", controller: true }],
    finalizers: ["a.b/c"],
  },
  spec: {
    serviceAccountName: "web",
    restartPolicy: "Always",
    terminationGracePeriodSeconds: 30,
    dnsConfig: { nameservers: ["1.1.1.1"], searches: ["a.b"], options: [{ name: "ndots" }] },
    hostAliases: [{ ip: "10.0.0.1", hostnames: ["a"] }],
    tolerations: [{ key: "a", operator: "Equal", value: "b", effect: "NoExecute", tolerationSeconds: 5 }],
    topologySpreadConstraints: [
      { maxSkew: 1, topologyKey: "zone", whenUnsatisfiable: "DoNotSchedule", labelSelector: SELECTOR, minDomains: 2 },
    ],
    affinity: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: [
            {
              matchExpressions: [{ key: "a", operator: "Gt", values: ["1"] }],
              matchFields: [{ key: "metadata.name", operator: "In", values: ["a"] }],
            },
          ],
        },
      },
      podAntiAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: [TERM],
        preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: TERM }],
      },
    },
    securityContext: {
      fsGroup: 1,
      supplementalGroups: [1],
      sysctls: [{ name: "a.b", value: "1" }],
    },
    resourceClaims: [{ name: "gpu", resourceClaimName: "a" }],
    readinessGates: [{ conditionType: "a.b/c" }],
    schedulingGates: [{ name: "a.b/c" }],
    imagePullSecrets: [{ name: "a" }],
    overhead: { cpu: "1m" },
    os: { name: "linux" },
    resources: { requests: { cpu: "1" }, limits: { cpu: "2" } },
    initContainers: [{ ...CONTAINER, name: "proxy" }],
    containers: [{ ...CONTAINER, name: "app" }],
    ephemeralContainers: [{ name: "debug", image: "a", targetContainerName: "app" }],
    volumes: [
      { name: "config", configMap: { name: "a", items: [{ key: "a", path: "b", mode: 256 }], defaultMode: 420 } },
      { name: "block", persistentVolumeClaim: { claimName: "a" } },
      {
        name: "all",
        projected: {
          sources: [
            { secret: { name: "a", items: [{ key: "a", path: "s" }] } },
            { downwardAPI: { items: [{ path: "d", fieldRef: { fieldPath: "metadata.labels" } }] } },
            { serviceAccountToken: { path: "t", expirationSeconds: 3600 } },
          ],
        },
      },
      {
        name: "made",
        ephemeral: {
          volumeClaimTemplate: {
            spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
          },
        },
      },
      { name: "disk", iscsi: { targetPortal: "a", iqn: "iqn.2001-04.com.example:a", lun: 1 } },
    ],
  },
};

const INSTEAD: readonly Value[] = [
  null,
  "",
  "x",
  "${X}",
  0,
  -1,
  1.5,
  2 ** 60,
  true,
  [],
  {},
  [null],
  [[]],
  { "": null },
  { x: { x: [] } },
];

/** Every path of a value, from the root down. */
function* pathsOf(value: Value): Generator<(string | number)[]> {
  if (typeof value !== "object" || value === null) return;
  const entries: [string | number, Value][] = Array.isArray(value)
    ? value.map((item, index) => [index, item])
    : Object.entries(value);
  for (const [key, inner] of entries) {
    yield [key];
    for (const rest of pathsOf(inner)) yield [key, ...rest];
  }
}

function replaced(value: Value, path: readonly (string | number)[], by: Value): Value {
  const [key, ...rest] = path;
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((item: Value, index) => (index === key ? replaced(item, rest, by) : item));
  return Object.fromEntries(
    Object.entries(value ?? {}).map(([name, inner]) => [
      name,
      name === key ? replaced(inner as Value, rest, by) : inner,
    ]),
  );
}

describe("a pod with everything", () => {
  it("is refused for its ephemeral containers only", async () => {
    expect((await problemsOf(POD)).map(brief)).toEqual(["rejects spec.ephemeralContainers"]);
  });

  it("may hold anything in place of any value", async () => {
    let count = 0;
    for (const path of pathsOf(POD)) {
      if (path.length === 1 && path[0] !== "metadata" && path[0] !== "spec") continue;
      // A third of the values in each place, and all of them in the places together.
      for (const by of INSTEAD.filter((_, index) => (index + count) % 3 === 0)) {
        const problems = await problemsOf(replaced(POD, path, by) as Manifest, 24 + (count % 13));
        const lines = problems.map(problem => `${problem.path.join(".")} ${problem.message}`);
        expect(new Set(lines).size, `${path.join(".")} = ${JSON.stringify(by)}`).toBe(lines.length);
        count++;
      }
    }
    expect(count).toBeGreaterThan(1500);
  });
});
