// Everything else that is defaulted: storage, access, admission, definitions.

import type { Fill, JsonObject } from "./defaults.ts";
import { fill, fillZero, mapAt, mapsAt } from "./fill.ts";

const secret: Fill = object => {
  fillZero(object, { type: "Opaque" });
  const texts = Object.entries(mapAt(object, "stringData") ?? {});
  delete object.stringData;
  if (texts.length === 0) return;
  const encoded = texts.map(([key, value]) => [key, Buffer.from(String(value)).toString("base64")]);
  object.data = { ...mapAt(object, "data"), ...Object.fromEntries(encoded) };
};

const namespace: Fill = object => {
  const metadata = mapAt(object, "metadata") ?? {};
  metadata.labels = { ...mapAt(metadata, "labels"), "kubernetes.io/metadata.name": metadata.name ?? "" };
  object.metadata = metadata;
  const spec = mapAt(object, "spec") ?? {};
  const finalizers = Array.isArray(spec.finalizers) ? spec.finalizers : [];
  spec.finalizers = finalizers.includes("kubernetes") ? finalizers : [...finalizers, "kubernetes"];
  object.spec = spec;
};

const persistentVolume: Fill = object => {
  const spec = mapAt(object, "spec") ?? {};
  fillZero(spec, { persistentVolumeReclaimPolicy: "Retain" });
  fill(spec, { volumeMode: "Filesystem" });
};

/** SetDefaults_LimitRangeItem. */
const limitRangeItem: Fill = object => {
  if (object.type !== "Container") return;
  const limit: JsonObject = { ...mapAt(object, "max"), ...mapAt(object, "default") };
  object.default = limit;
  object.defaultRequest = { ...mapAt(object, "min"), ...limit, ...mapAt(object, "defaultRequest") };
};

const RBAC = "rbac.authorization.k8s.io";

const roleBinding: Fill = object => {
  fillZero(mapAt(object, "roleRef") ?? {}, { apiGroup: RBAC });
  for (const subject of mapsAt(object, "subjects"))
    if (subject.kind === "User" || subject.kind === "Group") fillZero(subject, { apiGroup: RBAC });
};

const definition: Fill = object => {
  const spec = mapAt(object, "spec") ?? {};
  fill(spec, { conversion: { strategy: "None" } });
  const names = mapAt(spec, "names") ?? {};
  const kind = String(names.kind ?? "");
  fillZero(names, { singular: kind.toLowerCase(), listKind: `${kind}List` });
};

const webhook: Fill = object => {
  fill(object, {
    failurePolicy: "Fail",
    matchPolicy: "Equivalent",
    namespaceSelector: {},
    objectSelector: {},
    timeoutSeconds: 10,
  });
};

export const policyDefaults: readonly (readonly [string, Fill])[] = [
  ["/Secret", secret],
  ["/Namespace", namespace],
  ["/PersistentVolume", persistentVolume],
  ["LimitRangeItem", limitRangeItem],
  [`${RBAC}/RoleBinding`, roleBinding],
  [`${RBAC}/ClusterRoleBinding`, roleBinding],
  ["storage.k8s.io/StorageClass", object => fill(object, { reclaimPolicy: "Delete", volumeBindingMode: "Immediate" })],
  ["scheduling.k8s.io/PriorityClass", object => fill(object, { preemptionPolicy: "PreemptLowerPriority" })],
  ["apiextensions.k8s.io/CustomResourceDefinition", definition],
  ["AdmissionregistrationServiceReference", object => fill(object, { port: 443 })],
  ["ApiextensionsServiceReference", object => fill(object, { port: 443 })],
  ["ValidatingWebhook", webhook],
  [
    "MutatingWebhook",
    (object, situation) => {
      webhook(object, situation);
      fill(object, { reinvocationPolicy: "Never" });
    },
  ],
  ["RuleWithOperations", object => fill(object, { scope: "*" })],
  ["NamedRuleWithOperations", object => fill(object, { scope: "*" })],
  ["MatchResources", object => fill(object, { matchPolicy: "Equivalent", namespaceSelector: {}, objectSelector: {} })],
  ["ValidatingAdmissionPolicySpec", object => fill(object, { failurePolicy: "Fail" })],
];
