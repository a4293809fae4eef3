// Group and kind as one word, whatever the version: what the graph looks objects up by.

import type { Resource } from "./resource.ts";

/** Kinds that moved: their old group holds the same objects. */
const MOVED: Readonly<Record<string, string>> = {
  "extensions/Deployment": "apps/Deployment",
  "extensions/DaemonSet": "apps/DaemonSet",
  "extensions/ReplicaSet": "apps/ReplicaSet",
  "extensions/Ingress": "networking.k8s.io/Ingress",
  "extensions/NetworkPolicy": "networking.k8s.io/NetworkPolicy",
  "extensions/PodSecurityPolicy": "policy/PodSecurityPolicy",
  "/DeploymentConfig": "apps.openshift.io/DeploymentConfig",
  "/Route": "route.openshift.io/Route",
};

/** Built-in and well-known kinds that live in no namespace. */
const CLUSTER_SCOPED = new Set([
  "/Namespace",
  "/Node",
  "/PersistentVolume",
  "/ComponentStatus",
  "rbac.authorization.k8s.io/ClusterRole",
  "rbac.authorization.k8s.io/ClusterRoleBinding",
  "storage.k8s.io/StorageClass",
  "storage.k8s.io/CSIDriver",
  "storage.k8s.io/CSINode",
  "storage.k8s.io/VolumeAttachment",
  "storage.k8s.io/VolumeAttributesClass",
  "scheduling.k8s.io/PriorityClass",
  "node.k8s.io/RuntimeClass",
  "networking.k8s.io/IngressClass",
  "networking.k8s.io/IPAddress",
  "networking.k8s.io/ServiceCIDR",
  "policy/PodSecurityPolicy",
  "apiextensions.k8s.io/CustomResourceDefinition",
  "apiregistration.k8s.io/APIService",
  "admissionregistration.k8s.io/MutatingWebhookConfiguration",
  "admissionregistration.k8s.io/ValidatingWebhookConfiguration",
  "admissionregistration.k8s.io/ValidatingAdmissionPolicy",
  "admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding",
  "admissionregistration.k8s.io/MutatingAdmissionPolicy",
  "admissionregistration.k8s.io/MutatingAdmissionPolicyBinding",
  "certificates.k8s.io/CertificateSigningRequest",
  "certificates.k8s.io/ClusterTrustBundle",
  "flowcontrol.apiserver.k8s.io/FlowSchema",
  "flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration",
  "resource.k8s.io/DeviceClass",
  "resource.k8s.io/ResourceSlice",
  "resource.k8s.io/ResourceClass",
  "resource.k8s.io/DeviceTaintRule",
  "resource.k8s.io/ResourcePoolStatusRequest",
  "networking.k8s.io/ClusterCIDR",
  "internal.apiserver.k8s.io/StorageVersion",
  "storagemigration.k8s.io/StorageVersionMigration",
  "authentication.k8s.io/TokenReview",
  "authentication.k8s.io/SelfSubjectReview",
  "authorization.k8s.io/SelfSubjectAccessReview",
  "authorization.k8s.io/SelfSubjectRulesReview",
  "authorization.k8s.io/SubjectAccessReview",
  "gateway.networking.k8s.io/GatewayClass",
  "cert-manager.io/ClusterIssuer",
  "snapshot.storage.k8s.io/VolumeSnapshotClass",
  "snapshot.storage.k8s.io/VolumeSnapshotContent",
]);

export function canonicalKind(groupKind: string): string {
  return MOVED[groupKind] ?? groupKind;
}

export function kindOf(resource: Resource): string {
  return canonicalKind(resource.groupKind);
}

export function isClusterScoped(groupKind: string): boolean {
  return CLUSTER_SCOPED.has(groupKind);
}
