// Every link that Kubernetes and its common companions know by name. How to read a row: on objects of the kinds in `on` ("pod" means every
// pod template), `at` leads to the maps or scalars that refer ("[]" is every item of a list, "*" every value of a map). `name` is the
// field that holds the name, "" when `at` itself is it. `to` is the kind referred to; `choice` reads kind and group from the reference.

export interface ReferenceRow {
  readonly on: readonly string[];
  readonly at: string;
  readonly name: string;
  readonly to: string;
  /** The reference says the kind itself, in `kind`, and the group in one of these fields; `to` is the default. */
  readonly choice?: "apiVersion" | "apiGroup" | "group" | "kind";
  /** Where the target's namespace is written; absent: the namespace of the object that refers. */
  readonly namespace?: string;
  /** The name is a DNS name: `web`, `web.shop`, `web.shop.svc.cluster.local`. */
  readonly host?: true;
  /** The field (beside `name`) that makes an absent target no fault. */
  readonly optional?: string;
  /** Fields that hold keys inside the target's data. */
  readonly keys?: string;
  /** The field (beside `name`) with the port of the Service: name or number of a *Service port*. */
  readonly port?: string;
  /** The controller that may make the target, so that nobody has to write it down. */
  readonly madeBy?: string;
  /** Absent targets are normal: names of things that a cluster brings along. */
  readonly brought?: true;
}

const SERVICE = "/Service";
const SECRET = "/Secret";
const CONFIG_MAP = "/ConfigMap";
const CLAIM = "/PersistentVolumeClaim";

function ofContainers(rows: readonly Omit<ReferenceRow, "on">[]): ReferenceRow[] {
  return ["containers", "initContainers", "ephemeralContainers"].flatMap(list =>
    rows.map(row => ({ ...row, on: ["pod"], at: `${list}[].${row.at}` })),
  );
}

const POD: readonly ReferenceRow[] = [
  { on: ["pod"], at: "serviceAccountName", name: "", to: "/ServiceAccount" },
  { on: ["pod"], at: "priorityClassName", name: "", to: "scheduling.k8s.io/PriorityClass", brought: true },
  { on: ["pod"], at: "runtimeClassName", name: "", to: "node.k8s.io/RuntimeClass", brought: true },
  { on: ["pod"], at: "imagePullSecrets[]", name: "name", to: SECRET, brought: true },
  { on: ["pod"], at: "volumes[].configMap", name: "name", to: CONFIG_MAP, optional: "optional", keys: "items[].key" },
  { on: ["pod"], at: "volumes[].secret", name: "secretName", to: SECRET, optional: "optional", keys: "items[].key" },
  { on: ["pod"], at: "volumes[].persistentVolumeClaim", name: "claimName", to: CLAIM },
  ...["configMap", "secret"].map(
    (source): ReferenceRow => ({
      on: ["pod"],
      at: `volumes[].projected.sources[].${source}`,
      name: "name",
      to: source === "secret" ? SECRET : CONFIG_MAP,
      optional: "optional",
      keys: "items[].key",
    }),
  ),
  { on: ["pod"], at: "volumes[].azureFile.secretName", name: "", to: SECRET },
  { on: ["pod"], at: "volumes[].csi.nodePublishSecretRef", name: "name", to: SECRET },
  ...["cephfs", "rbd", "iscsi", "flexVolume", "scaleIO", "storageos"].map(
    (volume): ReferenceRow => ({ on: ["pod"], at: `volumes[].${volume}.secretRef`, name: "name", to: SECRET }),
  ),
  {
    on: ["pod"],
    at: "volumes[].ephemeral.volumeClaimTemplate.spec.storageClassName",
    name: "",
    to: "storage.k8s.io/StorageClass",
    brought: true,
  },
  { on: ["pod"], at: "resourceClaims[].resourceClaimName", name: "", to: "resource.k8s.io/ResourceClaim" },
  {
    on: ["pod"],
    at: "resourceClaims[].resourceClaimTemplateName",
    name: "",
    to: "resource.k8s.io/ResourceClaimTemplate",
  },
  ...ofContainers([
    { at: "envFrom[].configMapRef", name: "name", to: CONFIG_MAP, optional: "optional" },
    { at: "envFrom[].secretRef", name: "name", to: SECRET, optional: "optional" },
    { at: "env[].valueFrom.configMapKeyRef", name: "name", to: CONFIG_MAP, optional: "optional", keys: "key" },
    { at: "env[].valueFrom.secretKeyRef", name: "name", to: SECRET, optional: "optional", keys: "key" },
  ]),
];

const INGRESS = ["networking.k8s.io/Ingress"];
const HPA = "autoscaling/HorizontalPodAutoscaler";
const SCALED = ["keda.sh/ScaledObject"];

const WORKLOADS: readonly ReferenceRow[] = [
  { on: ["apps/StatefulSet"], at: "spec.serviceName", name: "", to: SERVICE },
  ...["apps/StatefulSet:spec.volumeClaimTemplates[].spec", "/PersistentVolumeClaim:spec", "/PersistentVolume:spec"].map(
    (text): ReferenceRow => {
      const [kind = "", path = ""] = text.split(":");
      const to = "storage.k8s.io/StorageClass";
      return { on: [kind], at: `${path}.storageClassName`, name: "", to, brought: true };
    },
  ),
  { on: [CLAIM], at: "spec.volumeName", name: "", to: "/PersistentVolume" },
  {
    on: ["/PersistentVolume"],
    at: "spec.claimRef",
    name: "name",
    to: CLAIM,
    namespace: "namespace",
    madeBy: "whoever claims the volume",
  },
  { on: [HPA], at: "spec.scaleTargetRef", name: "name", to: "apps/Deployment", choice: "apiVersion" },
  { on: SCALED, at: "spec.scaleTargetRef", name: "name", to: "apps/Deployment", choice: "apiVersion" },
  {
    on: [...SCALED, "keda.sh/ScaledJob"],
    at: "spec.triggers[].authenticationRef",
    name: "name",
    to: "keda.sh/TriggerAuthentication",
    choice: "kind",
  },
  {
    on: ["autoscaling.k8s.io/VerticalPodAutoscaler"],
    at: "spec.targetRef",
    name: "name",
    to: "apps/Deployment",
    choice: "apiVersion",
  },
  ...["canary.canaryService", "canary.stableService", "canary.pingPong.pingService", "canary.pingPong.pongService"]
    .concat("blueGreen.activeService", "blueGreen.previewService")
    .map(
      (field): ReferenceRow => ({ on: ["argoproj.io/Rollout"], at: `spec.strategy.${field}`, name: "", to: SERVICE }),
    ),
  {
    on: ["argoproj.io/Rollout"],
    at: "spec.workloadRef",
    name: "name",
    to: "apps/Deployment",
    choice: "apiVersion",
  },
  { on: ["flagger.app/Canary"], at: "spec.targetRef", name: "name", to: "apps/Deployment", choice: "apiVersion" },
];

const ROUTE_KINDS = ["HTTPRoute", "GRPCRoute", "TCPRoute", "TLSRoute", "UDPRoute"].map(
  kind => `gateway.networking.k8s.io/${kind}`,
);

const BACKENDS: readonly ReferenceRow[] = [
  { on: INGRESS, at: "spec.defaultBackend.service", name: "name", to: SERVICE, port: "port" },
  { on: INGRESS, at: "spec.rules[].http.paths[].backend.service", name: "name", to: SERVICE, port: "port" },
  { on: INGRESS, at: "spec.backend", name: "serviceName", to: SERVICE, port: "servicePort" },
  { on: INGRESS, at: "spec.rules[].http.paths[].backend", name: "serviceName", to: SERVICE, port: "servicePort" },
  ...["spec.rules[].backendRefs[]", "spec.rules[].filters[].requestMirror.backendRef"].map(
    (at): ReferenceRow => ({
      on: ROUTE_KINDS,
      at,
      name: "name",
      to: SERVICE,
      choice: "group",
      namespace: "namespace",
      port: "port",
    }),
  ),
  { on: ["route.openshift.io/Route"], at: "spec.to", name: "name", to: SERVICE, choice: "kind" },
  { on: ["route.openshift.io/Route"], at: "spec.alternateBackends[]", name: "name", to: SERVICE, choice: "kind" },
  ...["http", "tcp", "tls"].map(
    (protocol): ReferenceRow => ({
      on: ["networking.istio.io/VirtualService"],
      at: `spec.${protocol}[].route[].destination`,
      name: "host",
      to: SERVICE,
      host: true,
      port: "port",
      brought: true,
    }),
  ),
  { on: ["networking.istio.io/DestinationRule"], at: "spec", name: "host", to: SERVICE, host: true, brought: true },
  ...["traefik.io/IngressRoute", "traefik.containo.us/IngressRoute"].map(
    (kind): ReferenceRow => ({
      on: [kind],
      at: "spec.routes[].services[]",
      name: "name",
      to: SERVICE,
      choice: "kind",
      namespace: "namespace",
      port: "port",
    }),
  ),
  { on: ["projectcontour.io/HTTPProxy"], at: "spec.routes[].services[]", name: "name", to: SERVICE, port: "port" },
  { on: ["projectcontour.io/HTTPProxy"], at: "spec.tcpproxy.services[]", name: "name", to: SERVICE, port: "port" },
  { on: ["split.smi-spec.io/TrafficSplit"], at: "spec.service", name: "", to: SERVICE },
  { on: ["split.smi-spec.io/TrafficSplit"], at: "spec.backends[]", name: "service", to: SERVICE },
  { on: ["elbv2.k8s.aws/TargetGroupBinding"], at: "spec.serviceRef", name: "name", to: SERVICE, port: "port" },
  { on: ["serving.knative.dev/DomainMapping"], at: "spec.ref", name: "name", to: SERVICE, choice: "apiVersion" },
];

const WEBHOOKS: readonly ReferenceRow[] = [
  ...["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"].map(kind =>
    called(`admissionregistration.k8s.io/${kind}`, "webhooks[].clientConfig.service"),
  ),
  called("apiregistration.k8s.io/APIService", "spec.service"),
  called("apiextensions.k8s.io/CustomResourceDefinition", "spec.conversion.webhook.clientConfig.service"),
];

function called(kind: string, at: string): ReferenceRow {
  return { on: [kind], at, name: "name", to: SERVICE, namespace: "namespace", port: "port" };
}

const OTHERS: readonly ReferenceRow[] = [
  { on: INGRESS, at: "spec.tls[].secretName", name: "", to: SECRET, madeBy: "cert-manager" },
  {
    on: INGRESS,
    at: "spec.ingressClassName",
    name: "",
    to: "networking.k8s.io/IngressClass",
    madeBy: "the ingress controller's installation",
    brought: true,
  },
  {
    on: ROUTE_KINDS,
    at: "spec.parentRefs[]",
    name: "name",
    to: "gateway.networking.k8s.io/Gateway",
    choice: "group",
    namespace: "namespace",
  },
  {
    on: ["gateway.networking.k8s.io/Gateway"],
    at: "spec.gatewayClassName",
    name: "",
    to: "gateway.networking.k8s.io/GatewayClass",
    madeBy: "the gateway controller's installation",
    brought: true,
  },
  {
    on: ["gateway.networking.k8s.io/Gateway"],
    at: "spec.listeners[].tls.certificateRefs[]",
    name: "name",
    to: SECRET,
    choice: "group",
    namespace: "namespace",
    madeBy: "cert-manager",
  },
  ...["RoleBinding", "ClusterRoleBinding"].flatMap((kind): ReferenceRow[] => {
    const on = [`rbac.authorization.k8s.io/${kind}`];
    const to = "rbac.authorization.k8s.io/ClusterRole";
    return [
      { on, at: "roleRef", name: "name", to, choice: "apiGroup" },
      { on, at: "subjects[]", name: "name", to: "/ServiceAccount", choice: "apiGroup", namespace: "namespace" },
    ];
  }),
  { on: ["/ServiceAccount"], at: "secrets[]", name: "name", to: SECRET, madeBy: "the token controller" },
  { on: ["/ServiceAccount"], at: "imagePullSecrets[]", name: "name", to: SECRET, brought: true },
  {
    on: ["cert-manager.io/Certificate"],
    at: "spec.issuerRef",
    name: "name",
    to: "cert-manager.io/Issuer",
    choice: "group",
  },
];

export const REFERENCES: readonly ReferenceRow[] = [...POD, ...WORKLOADS, ...BACKENDS, ...WEBHOOKS, ...OTHERS];

/** The table as Markdown, for the documentation. */
export function referencesAsMarkdown(): string {
  const lines = [
    "| on | field | refers to | namespace | absent target is no fault when |",
    "|---|---|---|---|---|",
    ...REFERENCES.map(row => {
      const field = row.name === "" ? row.at : `${row.at}.${row.name}`;
      const target = `${title(row.to)}${row.choice === undefined ? "" : " (or the kind it names)"}`;
      const namespace = row.namespace === undefined ? "its own" : `\`${row.namespace}\`, else its own`;
      const kinds = row.on.map(kind => (kind === "pod" ? "every pod template" : title(kind))).join(", ");
      return `| ${kinds} | \`${field}\` | ${target} | ${namespace} | ${excuses(row)} |`;
    }),
  ];
  return `${lines.join("\n")}\n`;
}

function title(groupKind: string): string {
  const [group, kind] = [groupKind.slice(0, groupKind.indexOf("/")), groupKind.slice(groupKind.indexOf("/") + 1)];
  return group === "" ? kind : `${kind} (${group})`;
}

function excuses({ optional, madeBy, brought }: ReferenceRow): string {
  const parts = [
    optional === undefined ? undefined : `\`${optional}: true\``,
    madeBy === undefined ? undefined : `${madeBy} makes it`,
    brought === true ? "the cluster may bring it along" : undefined,
  ];
  return parts.filter(part => part !== undefined).join("; ") || "–";
}
