// API versions that are gone or on their way out: when they were deprecated, when removed, and what took their place
// (+k8s:prerelease-lifecycle-gen marks in k8s.io/api, and the deprecation guide of kubernetes.io).

export interface Retired {
  /** The minor version since which the server warns. */
  readonly deprecated: number;
  /** The first minor version without it. */
  readonly removed?: number;
  /** `apps/v1 Deployment`; the server names it in its warning. */
  readonly replacement?: string;
  /** What must change besides the apiVersion. Undefined: nothing, the schema is the same. */
  readonly changes?: string;
}

const SELECTOR = "spec.selector is required and no longer taken from the template's labels";
const INGRESS =
  "pathType is required, and backend.serviceName and servicePort are now backend.service.name and backend.service.port";

function same(
  apiVersion: string,
  kinds: string,
  deprecated: number,
  removed: number,
  to: string,
  changes?: string,
): [string, Retired][] {
  return kinds
    .split(" ")
    .map(kind => [
      `${apiVersion} ${kind}`,
      { deprecated, removed, replacement: `${to} ${kind}`, ...(changes === undefined ? {} : { changes }) },
    ]);
}

const WORKLOADS = "Deployment DaemonSet ReplicaSet StatefulSet ControllerRevision";
const RBAC = "ClusterRole ClusterRoleBinding Role RoleBinding";
const FLOW = "FlowSchema PriorityLevelConfiguration";
const REVIEWS = "LocalSubjectAccessReview SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview";
const WEBHOOKS = "MutatingWebhookConfiguration ValidatingWebhookConfiguration";
const NO_POLICY = "use Pod Security admission or an admission policy";

export const RETIRED: ReadonlyMap<string, Retired> = new Map<string, Retired>([
  ...same("extensions/v1beta1", "Deployment DaemonSet ReplicaSet", 8, 16, "apps/v1", SELECTOR),
  ...same("extensions/v1beta1", "NetworkPolicy", 9, 16, "networking.k8s.io/v1"),
  ...same("extensions/v1beta1", "Ingress", 14, 22, "networking.k8s.io/v1", INGRESS),
  ["extensions/v1beta1 PodSecurityPolicy", { deprecated: 11, removed: 16, changes: NO_POLICY }],
  ...same("apps/v1beta1", "Deployment StatefulSet ControllerRevision", 8, 16, "apps/v1", SELECTOR),
  ...same("apps/v1beta2", WORKLOADS, 9, 16, "apps/v1"),
  ...same("networking.k8s.io/v1beta1", "Ingress", 19, 22, "networking.k8s.io/v1", INGRESS),
  ...same("networking.k8s.io/v1beta1", "IngressClass", 19, 22, "networking.k8s.io/v1"),
  ...same(
    "policy/v1beta1",
    "PodDisruptionBudget",
    21,
    25,
    "policy/v1",
    "an empty selector now selects all pods, not none",
  ),
  ["policy/v1beta1 PodSecurityPolicy", { deprecated: 21, removed: 25, changes: NO_POLICY }],
  ...same("batch/v1beta1", "CronJob", 21, 25, "batch/v1"),
  ...same("batch/v2alpha1", "CronJob", 8, 21, "batch/v1"),
  ...same("autoscaling/v2beta1", "HorizontalPodAutoscaler", 22, 25, "autoscaling/v2", "metrics have a target map now"),
  ...same("autoscaling/v2beta2", "HorizontalPodAutoscaler", 23, 26, "autoscaling/v2"),
  ...same("rbac.authorization.k8s.io/v1beta1", RBAC, 17, 22, "rbac.authorization.k8s.io/v1"),
  ...same("rbac.authorization.k8s.io/v1alpha1", RBAC, 17, 23, "rbac.authorization.k8s.io/v1"),
  ...same(
    "apiextensions.k8s.io/v1beta1",
    "CustomResourceDefinition",
    16,
    22,
    "apiextensions.k8s.io/v1",
    "spec.versions needs a structural schema for each version, and validation, subresources and columns move into it",
  ),
  ...same(
    "admissionregistration.k8s.io/v1beta1",
    WEBHOOKS,
    16,
    22,
    "admissionregistration.k8s.io/v1",
    "sideEffects and admissionReviewVersions are required, and failurePolicy is Fail by default",
  ),
  ...same("apiregistration.k8s.io/v1beta1", "APIService", 19, 22, "apiregistration.k8s.io/v1"),
  ...same("scheduling.k8s.io/v1beta1", "PriorityClass", 14, 22, "scheduling.k8s.io/v1"),
  ...same("scheduling.k8s.io/v1alpha1", "PriorityClass", 14, 23, "scheduling.k8s.io/v1"),
  ...same("storage.k8s.io/v1beta1", "CSIDriver StorageClass VolumeAttachment", 19, 22, "storage.k8s.io/v1"),
  ...same("storage.k8s.io/v1beta1", "CSINode", 17, 22, "storage.k8s.io/v1"),
  ...same("storage.k8s.io/v1beta1", "CSIStorageCapacity", 24, 27, "storage.k8s.io/v1"),
  ...same("coordination.k8s.io/v1beta1", "Lease", 19, 22, "coordination.k8s.io/v1"),
  ...same(
    "certificates.k8s.io/v1beta1",
    "CertificateSigningRequest",
    19,
    22,
    "certificates.k8s.io/v1",
    "spec.signerName and spec.usages are required",
  ),
  ...same(
    "discovery.k8s.io/v1beta1",
    "EndpointSlice",
    21,
    25,
    "discovery.k8s.io/v1",
    "topology became nodeName, zone and deprecatedTopology",
  ),
  ...same("events.k8s.io/v1beta1", "Event", 22, 25, "events.k8s.io/v1", "eventTime, action and reason are required"),
  ...same("node.k8s.io/v1beta1", "RuntimeClass", 22, 25, "node.k8s.io/v1"),
  ...same(
    "flowcontrol.apiserver.k8s.io/v1beta1",
    FLOW,
    23,
    26,
    "flowcontrol.apiserver.k8s.io/v1beta3",
    "assuredConcurrencyShares became nominalConcurrencyShares",
  ),
  ...same(
    "flowcontrol.apiserver.k8s.io/v1beta2",
    FLOW,
    26,
    29,
    "flowcontrol.apiserver.k8s.io/v1beta3",
    "assuredConcurrencyShares became nominalConcurrencyShares",
  ),
  ...same("flowcontrol.apiserver.k8s.io/v1beta3", FLOW, 29, 32, "flowcontrol.apiserver.k8s.io/v1"),
  ...same("authentication.k8s.io/v1beta1", "TokenReview", 19, 22, "authentication.k8s.io/v1"),
  ...same(
    "authorization.k8s.io/v1beta1",
    REVIEWS,
    19,
    22,
    "authorization.k8s.io/v1",
    "nonResourceAttributes and groups changed",
  ),
  ["v1 Endpoints", { deprecated: 33, replacement: "discovery.k8s.io/v1 EndpointSlice", changes: "it is another kind" }],
  ["v1 ComponentStatus", { deprecated: 19, changes: "nothing took its place" }],
]);

/** What the server itself prints (k8s.io/apiserver pkg/endpoints/deprecation WarningMessage). */
export function deprecationWarning(
  apiVersion: string,
  kind: string,
  { deprecated, removed, replacement }: Retired,
): string {
  const until = removed === undefined ? "" : `, unavailable in v1.${removed}+`;
  const instead = replacement === undefined ? "" : `; use ${replacement}`;
  return `${apiVersion} ${kind} is deprecated in v1.${deprecated}+${until}${instead}`;
}
