// Where kustomize's transformers write, as data (api/internal/konfig/builtinpluginconsts), and how a `configurations:` file adds to it.

import type { Node } from "../../yaml/node.ts";
import { at, child, textAt } from "./edit.ts";
import type { Gvk } from "./item.ts";

export interface FieldSpec extends Gvk {
  readonly path: readonly string[];
  readonly create: boolean;
}

/** Names of one kind, and the fields that hold them. */
export interface NameReference extends Gvk {
  readonly specs: readonly FieldSpec[];
}

export interface FieldSpecs {
  readonly commonLabels: readonly FieldSpec[];
  readonly templateLabels: readonly FieldSpec[];
  readonly commonAnnotations: readonly FieldSpec[];
  readonly namePrefix: readonly FieldSpec[];
  readonly namespace: readonly FieldSpec[];
  readonly replicas: readonly FieldSpec[];
  readonly images: readonly FieldSpec[];
  readonly nameReference: readonly NameReference[];
}

function spec(path: string, gvk: Gvk, create = false): FieldSpec {
  return { ...gvk, path: path.split("/"), create };
}

const TEMPLATE_KINDS: readonly Gvk[] = [
  { version: "v1", kind: "ReplicationController" },
  { kind: "Deployment" },
  { kind: "ReplicaSet" },
  { kind: "DaemonSet" },
  { group: "apps", kind: "StatefulSet" },
  { group: "batch", kind: "Job" },
];

const templateLabels = (): readonly FieldSpec[] => [
  ...TEMPLATE_KINDS.map(gvk => spec("spec/template/metadata/labels", gvk, true)),
  spec("spec/volumeClaimTemplates[]/metadata/labels", { group: "apps", kind: "StatefulSet" }, true),
  spec("spec/jobTemplate/metadata/labels", { group: "batch", kind: "CronJob" }, true),
  spec("spec/jobTemplate/spec/template/metadata/labels", { group: "batch", kind: "CronJob" }, true),
];

const affinity = (): readonly FieldSpec[] =>
  ["Deployment", "StatefulSet"].flatMap(kind =>
    [
      ...["podAffinity", "podAntiAffinity"].flatMap(affinity => [
        `affinity/${affinity}/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm/labelSelector/matchLabels`,
        `affinity/${affinity}/requiredDuringSchedulingIgnoredDuringExecution/labelSelector/matchLabels`,
      ]),
      "topologySpreadConstraints/labelSelector/matchLabels",
    ].map(path => spec(`spec/template/spec/${path}`, { group: "apps", kind })),
  );

const commonLabels = (): readonly FieldSpec[] => [
  spec("metadata/labels", {}, true),
  spec("spec/selector", { version: "v1", kind: "Service" }, true),
  spec("spec/selector", { version: "v1", kind: "ReplicationController" }, true),
  ...["Deployment", "ReplicaSet", "DaemonSet"].map(kind => spec("spec/selector/matchLabels", { kind }, true)),
  spec("spec/selector/matchLabels", { group: "apps", kind: "StatefulSet" }, true),
  ...affinity(),
  spec("spec/selector/matchLabels", { group: "batch", kind: "Job" }),
  spec("spec/jobTemplate/spec/selector/matchLabels", { group: "batch", kind: "CronJob" }),
  spec("spec/selector/matchLabels", { group: "policy", kind: "PodDisruptionBudget" }),
  ...["podSelector", "ingress/from/podSelector", "egress/to/podSelector"].map(path =>
    spec(`spec/${path}/matchLabels`, { group: "networking.k8s.io", kind: "NetworkPolicy" }),
  ),
  ...templateLabels(),
];

const annotations = (): readonly FieldSpec[] => [
  spec("metadata/annotations", {}, true),
  ...TEMPLATE_KINDS.map(gvk => spec("spec/template/metadata/annotations", gvk, true)),
  spec("spec/jobTemplate/metadata/annotations", { group: "batch", kind: "CronJob" }, true),
  spec("spec/jobTemplate/spec/template/metadata/annotations", { group: "batch", kind: "CronJob" }, true),
];

const replicas = (): readonly FieldSpec[] =>
  ["Deployment", "ReplicationController", "ReplicaSet", "StatefulSet"].map(kind =>
    spec("spec/replicas", { kind }, true),
  );

/** Kinds whose pod templates are searched for names, by the place of the pod spec. */
const POD_SPECS: readonly (readonly [string, string])[] = [
  ["Pod", "spec"],
  ["Deployment", "spec/template/spec"],
  ["StatefulSet", "spec/template/spec"],
  ["DaemonSet", "spec/template/spec"],
  ["Job", "spec/template/spec"],
  ["CronJob", "spec/jobTemplate/spec/template/spec"],
];
const WITH_REPLICA_SETS = [
  ...POD_SPECS,
  ["ReplicaSet", "spec/template/spec"],
  ["PodTemplate", "template/spec"],
] as const;
const WITH_CONTROLLERS = [...POD_SPECS, ["ReplicationController", "spec/template/spec"]] as const;

function inPods(kinds: readonly (readonly [string, string])[], paths: readonly string[]): FieldSpec[] {
  return kinds.flatMap(([kind, prefix]) => paths.map(path => spec(`${prefix}/${path}`, { kind })));
}

function inContainers(reference: string): string[] {
  const lists = ["containers", "initContainers"];
  const [keyRef, fromRef] = [`env/valueFrom/${reference}KeyRef/name`, `envFrom/${reference}Ref/name`];
  return lists.flatMap(list => [`${list}/${keyRef}`, `${list}/${fromRef}`]);
}

const roles = (): readonly FieldSpec[] => ["Role", "ClusterRole"].map(kind => spec("rules/resourceNames", { kind }));
const WEBHOOKS = ["ValidatingWebhookConfiguration", "MutatingWebhookConfiguration"];
const RBAC = "rbac.authorization.k8s.io";

const nameReferences = (): readonly NameReference[] => [
  ...["Deployment", "ReplicationController", "ReplicaSet", "StatefulSet"].map(kind => ({
    kind,
    specs: [spec("spec/scaleTargetRef/name", { kind: "HorizontalPodAutoscaler" })],
  })),
  {
    kind: "ConfigMap",
    version: "v1",
    specs: [
      ...inPods(WITH_REPLICA_SETS, [
        "volumes/configMap/name",
        "volumes/projected/sources/configMap/name",
        ...inContainers("configMap"),
      ]),
      ...roles(),
    ],
  },
  {
    kind: "Secret",
    version: "v1",
    specs: [
      ...inPods(WITH_REPLICA_SETS, [
        "volumes/secret/secretName",
        "volumes/projected/sources/secret/name",
        "imagePullSecrets/name",
        ...inContainers("secret"),
      ]),
      spec("spec/tls/secretName", { kind: "Ingress" }),
      spec("imagePullSecrets/name", { kind: "ServiceAccount" }),
      ...roles(),
    ],
  },
  {
    kind: "Service",
    version: "v1",
    specs: [
      spec("spec/serviceName", { group: "apps", kind: "StatefulSet" }),
      ...["rules/http/paths/backend/serviceName", "backend/serviceName", "rules/http/paths/backend/service/name"]
        .concat("defaultBackend/service/name")
        .map(path => spec(`spec/${path}`, { kind: "Ingress" })),
      spec("spec/service/name", { group: "apiregistration.k8s.io", kind: "APIService" }),
      ...WEBHOOKS.map(kind => spec("webhooks/clientConfig/service", { group: "admissionregistration.k8s.io", kind })),
      spec("spec/rules/backendRefs/name", { kind: "HTTPRoute" }),
    ],
  },
  { kind: "Role", group: RBAC, specs: [spec("roleRef/name", { group: RBAC, kind: "RoleBinding" })] },
  {
    kind: "ClusterRole",
    group: RBAC,
    specs: ["RoleBinding", "ClusterRoleBinding"].map(kind => spec("roleRef/name", { group: RBAC, kind })),
  },
  {
    kind: "ServiceAccount",
    version: "v1",
    specs: [
      ...["RoleBinding", "ClusterRoleBinding"].map(kind => spec("subjects", { group: RBAC, kind })),
      ...inPods(WITH_CONTROLLERS, ["serviceAccountName"]),
    ],
  },
  {
    kind: "PersistentVolumeClaim",
    version: "v1",
    specs: inPods(WITH_CONTROLLERS, ["volumes/persistentVolumeClaim/claimName"]),
  },
  { kind: "PersistentVolume", version: "v1", specs: [spec("spec/volumeName", { kind: "PersistentVolumeClaim" })] },
  {
    kind: "StorageClass",
    version: "v1",
    group: "storage.k8s.io",
    specs: [
      ...["PersistentVolume", "PersistentVolumeClaim"].map(kind => spec("spec/storageClassName", { kind })),
      spec("spec/volumeClaimTemplates/spec/storageClassName", { kind: "StatefulSet" }),
    ],
  },
  {
    kind: "PriorityClass",
    version: "v1",
    group: "scheduling.k8s.io",
    specs: inPods(WITH_CONTROLLERS, ["priorityClassName"]),
  },
];

const defaults = (): FieldSpecs => ({
  commonLabels: commonLabels(),
  templateLabels: templateLabels(),
  commonAnnotations: annotations(),
  namePrefix: [spec("metadata/name", {})],
  namespace: [
    spec("metadata/name", { kind: "Namespace" }, true),
    spec("spec/service/namespace", { group: "apiregistration.k8s.io", kind: "APIService" }),
    spec("spec/conversion/webhook/clientConfig/service/namespace", {
      group: "apiextensions.k8s.io",
      kind: "CustomResourceDefinition",
    }),
    ...WEBHOOKS.map(kind =>
      spec("webhooks/clientConfig/service/namespace", { group: "admissionregistration.k8s.io", kind }),
    ),
  ],
  replicas: replicas(),
  images: [],
  nameReference: nameReferences(),
});

let known: FieldSpecs | undefined;

/** What kustomize does without configuration. The tables are made when the first kustomization asks. */
export function defaultSpecs(): FieldSpecs {
  known ??= defaults();
  return known;
}

/** What a `configurations:` file adds. */
export function addSpecs(specs: FieldSpecs, config: Node): FieldSpecs {
  const added = (key: keyof Omit<FieldSpecs, "nameReference">) => [...specs[key], ...readSpecs(child(config, key))];
  return {
    commonLabels: added("commonLabels"),
    templateLabels: added("templateLabels"),
    commonAnnotations: added("commonAnnotations"),
    namePrefix: added("namePrefix"),
    namespace: added("namespace"),
    replicas: added("replicas"),
    images: added("images"),
    nameReference: [...specs.nameReference, ...items(child(config, "nameReference")).map(readReference)],
  };
}

export function readSpecs(list: Node | undefined): FieldSpec[] {
  return items(list).map(item => ({
    ...readGvk(item),
    path: splitPath(textAt(item, "path") ?? ""),
    create: textAt(item, "create") === "true",
  }));
}

export function readGvk(node: Node | undefined): Gvk {
  return { group: textAt(node, "group"), version: textAt(node, "version"), kind: textAt(node, "kind") };
}

function readReference(item: Node): NameReference {
  return { ...readGvk(item), specs: readSpecs(child(item, "fieldSpecs")) };
}

/** "/" separates, "\/" is part of a key. */
function splitPath(path: string): string[] {
  return path.split(/(?<!\\)\//).map(part => part.replaceAll("\\/", "/"));
}

export function items(list: Node | undefined): readonly Node[] {
  return list?.kind === "list" ? list.items : [];
}

export function texts(list: Node | undefined): string[] {
  return items(list)
    .map(item => textAt(item))
    .filter(text => text !== undefined);
}

/** A map of strings. */
export function pairsOf(node: Node | undefined): (readonly [string, string])[] {
  if (node?.kind !== "map") return [];
  return node.entries.map(({ key, value }) => [String(key.value), textAt(at(value)) ?? ""]);
}
