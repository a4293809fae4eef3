import { describe, expect, test } from "vitest";
import { change, type Manifest, said, type Value } from "./judge.ts";

function object(apiVersion: string, kind: string, body: Manifest): Manifest {
  return { apiVersion, kind, metadata: { name: "web" }, ...body };
}

type Row = [what: string, base: Manifest, changes: Record<string, Value | undefined>, expected: string[]];

const CPU: Manifest = {
  type: "Resource",
  resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 50 } },
};
const HPA = object("autoscaling/v2", "HorizontalPodAutoscaler", {
  spec: { scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "web" }, maxReplicas: 5, metrics: [CPU] },
});
const HPA_V1 = object("autoscaling/v1", "HorizontalPodAutoscaler", {
  spec: { scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "web" }, maxReplicas: 5 },
});
const TARGET = "spec.metrics[0].resource.target";

const AUTOSCALING: Row[] = [
  ["nothing wrong", HPA, {}, []],
  ["fewer than the least", HPA, { "spec.minReplicas": 6 }, ["rejects spec.maxReplicas"]],
  ["no upper limit", HPA, { "spec.maxReplicas": undefined }, ["rejects spec.maxReplicas"]],
  ["down to zero", HPA, { "spec.minReplicas": 0 }, ["rejects spec.minReplicas + spec.metrics"]],
  ["a target of no group", HPA, { "spec.scaleTargetRef.apiVersion": "v1" }, ["rejects spec.scaleTargetRef.apiVersion"]],
  [
    "the one target of no group",
    HPA,
    { "spec.scaleTargetRef": { apiVersion: "v1", kind: "ReplicationController", name: "web" } },
    [],
  ],
  [
    "no spec",
    HPA,
    { spec: undefined },
    [
      "rejects spec.maxReplicas",
      "rejects spec.scaleTargetRef.kind",
      "rejects spec.scaleTargetRef.name",
      "rejects spec.scaleTargetRef.apiVersion",
    ],
  ],
  ["a source without type", HPA, { "spec.metrics[0].type": undefined }, ["rejects spec.metrics[0].type"]],
  ["a type without source", HPA, { "spec.metrics[0].resource": undefined }, ["rejects spec.metrics[0].resource"]],
  [
    "two sources",
    HPA,
    {
      "spec.metrics[0].containerResource": {
        name: "cpu",
        container: "app",
        target: { type: "Utilization", averageUtilization: 5 },
      },
    },
    ["rejects spec.metrics[0].containerResource"],
  ],
  ["a type in lower case", HPA, { [`${TARGET}.type`]: "utilization" }, [`rejects ${TARGET}.type`]],
  ["both targets", HPA, { [`${TARGET}.averageValue`]: "1" }, [`rejects ${TARGET}.averageValue`]],
  ["nothing to aim at", HPA, { [TARGET]: { type: "Value", value: "1" } }, [`rejects ${TARGET}.averageUtilization`]],
  [
    "less than nothing",
    HPA,
    { [TARGET]: { type: "AverageValue", averageValue: "-1" } },
    [`rejects ${TARGET}.averageValue`],
  ],
  [
    "an external target of both kinds",
    HPA,
    {
      "spec.metrics[0]": {
        type: "External",
        external: { metric: { name: "q" }, target: { type: "Value", value: "1", averageValue: "1" } },
      },
    },
    ["rejects spec.metrics[0].external.target.value"],
  ],
  [
    "no policies at all",
    HPA,
    { "spec.behavior": { scaleUp: { policies: [] } } },
    ["rejects spec.behavior.scaleUp.policies"],
  ],
  ["the default policies", HPA, { "spec.behavior": { scaleUp: { policies: null } } }, []],
  [
    "a policy of nothing",
    HPA,
    { "spec.behavior": { scaleDown: { policies: [{}] } } },
    ["type", "value", "periodSeconds"].map(key => `rejects spec.behavior.scaleDown.policies[0].${key}`),
  ],
  [
    "too long a look back",
    HPA,
    { "spec.behavior": { scaleDown: { stabilizationWindowSeconds: 3601 } } },
    ["rejects spec.behavior.scaleDown.stabilizationWindowSeconds"],
  ],
  ["v1 with nothing wrong", HPA_V1, {}, []],
  [
    "v1 with no use of the CPU",
    HPA_V1,
    { "spec.targetCPUUtilizationPercentage": 0 },
    ["rejects spec.metrics[0].resource.target.averageUtilization"],
  ],
];

const BUDGET = object("policy/v1", "PodDisruptionBudget", {
  spec: { minAvailable: 1, selector: { matchLabels: { app: "web" } } },
});
const POLICY: Row[] = [
  ["nothing wrong", BUDGET, {}, []],
  ["both limits", BUDGET, { "spec.maxUnavailable": 1 }, ["rejects spec"]],
  ["no limit", BUDGET, { "spec.minAvailable": undefined }, []],
  ["a quoted number", BUDGET, { "spec.minAvailable": "1" }, ["rejects spec.minAvailable"]],
  ["more than all", BUDGET, { "spec.minAvailable": "101%" }, ["rejects spec.minAvailable"]],
  ["a name that only a path cannot have", BUDGET, { "metadata.name": "Not_A_Label" }, []],
  [
    "a policy of another word",
    BUDGET,
    { "spec.unhealthyPodEvictionPolicy": "Always" },
    ["rejects spec.unhealthyPodEvictionPolicy"],
  ],
];

const RBAC = "rbac.authorization.k8s.io/v1";
const RULE = { apiGroups: [""], resources: ["pods"], verbs: ["get"] };
const ROLE = object(RBAC, "Role", { rules: [RULE] });
const CLUSTER_ROLE = object(RBAC, "ClusterRole", { rules: [RULE] });
const BINDING = object(RBAC, "RoleBinding", {
  roleRef: { kind: "Role", name: "web" },
  subjects: [{ kind: "ServiceAccount", name: "web" }],
});
const CLUSTER_BINDING = object(RBAC, "ClusterRoleBinding", {
  roleRef: { kind: "ClusterRole", name: "web" },
  subjects: [{ kind: "ServiceAccount", name: "web", namespace: "x" }],
});
const ACCESS: Row[] = [
  [
    "an empty rule",
    ROLE,
    { "rules[0]": {} },
    ["rejects rules[0].verbs", "rejects rules[0].apiGroups", "rejects rules[0].resources"],
  ],
  [
    "paths in a namespace",
    ROLE,
    { "rules[0]": { nonResourceURLs: ["/x"], verbs: ["get"] } },
    ["rejects rules[0].nonResourceURLs"],
  ],
  ["paths in the cluster", CLUSTER_ROLE, { "rules[0]": { nonResourceURLs: ["/x"], verbs: ["get"] } }, []],
  ["paths and resources", CLUSTER_ROLE, { "rules[0].nonResourceURLs": ["/x"] }, ["rejects rules[0].nonResourceURLs"]],
  ["nothing aggregated", CLUSTER_ROLE, { aggregationRule: {} }, ["rejects aggregationRule.clusterRoleSelectors"]],
  ["a role's name with a colon", ROLE, { "metadata.name": "system:web" }, []],
  ["a binding with nothing wrong", BINDING, {}, []],
  ["no role", BINDING, { roleRef: null }, ["rejects roleRef.kind", "rejects roleRef.name"]],
  ["a Role for the cluster", CLUSTER_BINDING, { "roleRef.kind": "Role" }, ["rejects roleRef.kind"]],
  [
    "a ServiceAccount without namespace",
    CLUSTER_BINDING,
    { "subjects[0].namespace": undefined },
    ["rejects subjects[0].namespace"],
  ],
  [
    "a ServiceAccount of a group",
    BINDING,
    { "subjects[0].apiGroup": "rbac.authorization.k8s.io" },
    ["rejects subjects[0].apiGroup"],
  ],
  ["a user of no group", BINDING, { "subjects[0]": { kind: "User", name: "jane@example.com" } }, []],
  [
    "a user of another group",
    BINDING,
    { "subjects[0]": { kind: "User", name: "jane", apiGroup: "x" } },
    ["rejects subjects[0].apiGroup"],
  ],
  ["a subject of no kind", BINDING, { "subjects[0].kind": "" }, ["rejects subjects[0].kind"]],
];

const STORAGE_CLASS = object("storage.k8s.io/v1", "StorageClass", { provisioner: "example.com/disk" });
const DRIVER = object("storage.k8s.io/v1", "CSIDriver", { spec: {} });
const ATTACHMENT = object("storage.k8s.io/v1", "VolumeAttachment", {
  spec: { attacher: "a.example.com", nodeName: "n", source: { persistentVolumeName: "v" } },
});
const ZONE = { matchLabelExpressions: [{ key: "zone", values: ["a"] }] };
const STORAGE: Row[] = [
  ["nothing wrong", STORAGE_CLASS, {}, []],
  ["no provisioner", STORAGE_CLASS, { provisioner: "" }, ["rejects provisioner"]],
  ["upper case, which does not matter", STORAGE_CLASS, { provisioner: "Example.com/Disk" }, []],
  ["a policy of volumes alone", STORAGE_CLASS, { reclaimPolicy: "Recycle" }, ["rejects reclaimPolicy"]],
  ["no policy", STORAGE_CLASS, { reclaimPolicy: "" }, []],
  ["no binding mode", STORAGE_CLASS, { volumeBindingMode: "" }, ["rejects volumeBindingMode"]],
  [
    "a topology twice",
    STORAGE_CLASS,
    { allowedTopologies: [ZONE, ZONE] },
    ["rejects allowedTopologies[1].matchLabelExpressions"],
  ],
  [
    "a topology without values",
    STORAGE_CLASS,
    { allowedTopologies: [{ matchLabelExpressions: [{ key: "zone" }] }] },
    ["rejects allowedTopologies[0].matchLabelExpressions[0].values"],
  ],
  ["a driver with nothing said", DRIVER, {}, []],
  [
    "modes of another word",
    DRIVER,
    { "spec.volumeLifecycleModes": ["persistent"] },
    ["rejects spec.volumeLifecycleModes"],
  ],
  [
    "a token that ends at once",
    DRIVER,
    { "spec.tokenRequests": [{ audience: "a", expirationSeconds: 60 }] },
    ["rejects spec.tokenRequests[0].expirationSeconds"],
  ],
  [
    "an audience twice",
    DRIVER,
    { "spec.tokenRequests": [{ audience: "a" }, { audience: "a" }] },
    ["rejects spec.tokenRequests[1].audience"],
  ],
  ["an attachment", ATTACHMENT, {}, []],
  ["an attachment of nothing", ATTACHMENT, { "spec.source": {} }, ["rejects spec.source"]],
];

const PRIORITY = object("scheduling.k8s.io/v1", "PriorityClass", { value: 1000 });
const LEASE = object("coordination.k8s.io/v1", "Lease", { spec: { leaseDurationSeconds: 15 } });
const SLICE = object("discovery.k8s.io/v1", "EndpointSlice", {
  addressType: "IPv4",
  endpoints: [{ addresses: ["10.0.0.1"] }],
  ports: [{ name: "a", port: 80 }],
});
const RUNTIME = object("node.k8s.io/v1", "RuntimeClass", { handler: "kata" });
const API = object("apiregistration.k8s.io/v1", "APIService", {
  metadata: { name: "v1.example.com" },
  spec: {
    group: "example.com",
    version: "v1",
    groupPriorityMinimum: 100,
    versionPriority: 10,
    service: { name: "a", namespace: "b" },
  },
});
const OTHERS: Row[] = [
  ["a priority above the users'", PRIORITY, { value: 1_000_000_001 }, ["rejects value"]],
  ["a reserved name", PRIORITY, { "metadata.name": "system-mine" }, ["rejects metadata.name"]],
  ["the system's own", PRIORITY, { "metadata.name": "system-node-critical", value: 2_000_001_000 }, []],
  ["a lease of no time", LEASE, { "spec.leaseDurationSeconds": 0 }, ["rejects spec.leaseDurationSeconds"]],
  ["a lease that is elected", LEASE, { "spec.strategy": "OldestEmulationVersion" }, ["drops spec.strategy"]],
  ["endpoints with nothing wrong", SLICE, {}, []],
  [
    "an address of the other family",
    SLICE,
    { "endpoints[0].addresses[0]": "fd00::1" },
    ["rejects endpoints[0].addresses[0]"],
  ],
  [
    "an address of the node itself",
    SLICE,
    { "endpoints[0].addresses[0]": "127.0.0.1" },
    ["rejects endpoints[0].addresses[0]"],
  ],
  ["no address", SLICE, { "endpoints[0].addresses": [] }, ["rejects endpoints[0].addresses"]],
  ["two ports of one name", SLICE, { "ports[1]": { name: "a" } }, ["rejects ports[1].name"]],
  ["no type", SLICE, { addressType: undefined }, ["rejects addressType"]],
  ["a runtime with nothing wrong", RUNTIME, {}, []],
  ["an overhead below zero", RUNTIME, { overhead: { podFixed: { cpu: "-1" } } }, ["rejects overhead.limits[cpu]"]],
  ["a runtime in upper case", RUNTIME, { handler: "Kata" }, ["rejects handler"]],
  [
    "a toleration of everything, half said",
    RUNTIME,
    { scheduling: { tolerations: [{ operator: "Equal" }] } },
    ["rejects scheduling.tolerations[0].operator"],
  ],
  ["an API with nothing wrong", API, {}, []],
  ["an API of another name", API, { "metadata.name": "v2.example.com" }, ["rejects metadata.name"]],
  [
    "an API that is trusted twice",
    API,
    { "spec.insecureSkipTLSVerify": true, "spec.caBundle": "YQ==" },
    ["rejects spec.insecureSkipTLSVerify"],
  ],
];

const REQUEST = object("certificates.k8s.io/v1", "CertificateSigningRequest", {
  spec: {
    request: btoa("-----BEGIN CERTIFICATE REQUEST-----\n"),
    signerName: "kubernetes.io/kube-apiserver-client",
    usages: ["client auth"],
  },
});
const FLOW = object("flowcontrol.apiserver.k8s.io/v1", "FlowSchema", {
  spec: {
    priorityLevelConfiguration: { name: "low" },
    rules: [
      {
        subjects: [{ kind: "User", user: { name: "*" } }],
        nonResourceRules: [{ verbs: ["*"], nonResourceURLs: ["/healthz/*"] }],
      },
    ],
  },
});
const LEVEL = object("flowcontrol.apiserver.k8s.io/v1", "PriorityLevelConfiguration", {
  spec: { type: "Limited", limited: { limitResponse: { type: "Reject" } } },
});
const CLAIM = object("resource.k8s.io/v1", "ResourceClaim", {
  spec: { devices: { requests: [{ name: "gpu", exactly: { deviceClassName: "gpu.example.com" } }] } },
});
const RARE: Row[] = [
  ["a request with nothing wrong", REQUEST, {}, []],
  ["no request", REQUEST, { "spec.request": btoa("nothing") }, ["rejects spec.request"]],
  [
    "a use of another word",
    REQUEST,
    { "spec.usages": ["client", "signing", "signing"] },
    ["rejects spec.usages[0]", "rejects spec.usages[2]"],
  ],
  ["a signer without path", REQUEST, { "spec.signerName": "me" }, ["rejects spec.signerName"]],
  ["a flow with nothing wrong", FLOW, {}, []],
  ["a flow before all others", FLOW, { "spec.matchingPrecedence": 1 }, ["rejects spec.matchingPrecedence"]],
  [
    "a subject of another kind",
    FLOW,
    { "spec.rules[0].subjects[0]": { kind: "User", group: { name: "a" } } },
    ["rejects spec.rules[0].subjects[0].user", "rejects spec.rules[0].subjects[0].group"],
  ],
  [
    "a star in the middle",
    FLOW,
    { "spec.rules[0].nonResourceRules[0].nonResourceURLs": ["/a*b"] },
    ["rejects spec.rules[0].nonResourceRules[0].nonResourceURLs[0]"],
  ],
  ["a level with nothing wrong", LEVEL, {}, []],
  [
    "a level with queues it does not use",
    LEVEL,
    { "spec.limited.limitResponse.queuing": {} },
    ["rejects spec.limited.limitResponse.queuing"],
  ],
  [
    "hands too large to deal",
    LEVEL,
    { "spec.limited.limitResponse": { type: "Queue", queuing: { queues: 512, handSize: 7 } } },
    ["rejects spec.limited.limitResponse.queuing.handSize"],
  ],
  ["a claim with nothing wrong", CLAIM, {}, []],
  ["a claim of nothing", CLAIM, { "spec.devices.requests[0]": { name: "gpu" } }, ["rejects spec.devices.requests[0]"]],
  [
    "a claim on part of a device",
    CLAIM,
    { "spec.devices.requests[0].exactly.capacity": {} },
    ["drops spec.devices.requests[0].exactly.capacity"],
  ],
  [
    "a constraint on another request",
    CLAIM,
    { "spec.devices.constraints": [{ requests: ["cpu"], matchAttribute: "a/b" }] },
    ["rejects spec.devices.constraints[0].requests[0]"],
  ],
];

describe.each([
  ["autoscaling", AUTOSCALING],
  ["policy", POLICY],
  ["rbac", ACCESS],
  ["storage", STORAGE],
  ["scheduling, coordination, discovery, node, apiregistration", OTHERS],
  ["certificates, flowcontrol, resource", RARE],
] as const)("%s", (_group, rows) => {
  test.each(rows)("%s", async (_what, base, changes, expected) => {
    expect(await said(change(base, changes))).toEqual(expected);
  });
});
