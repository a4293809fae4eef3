// Names of resources (pkg/apis/core/helper).

import { isQualifiedName } from "./names.ts";

const COMPUTE = ["cpu", "memory", "ephemeral-storage"];
const COMPUTE_QUOTAS = ["requests", "limits"].flatMap(kind => COMPUTE.map(name => `${kind}.${name}`));
const COUNTED = [
  "pods",
  "resourcequotas",
  "services",
  "replicationcontrollers",
  "secrets",
  "configmaps",
  "persistentvolumeclaims",
  "services.nodeports",
  "services.loadbalancers",
];
const QUOTAS = new Set([...COMPUTE, ...COMPUTE_QUOTAS, ...COUNTED, "requests.storage"]);
const STANDARD = new Set([...QUOTAS, "storage"]);

export function isHugePages(name: string): boolean {
  return name.startsWith("hugepages-");
}

function isHugePagesQuota(name: string): boolean {
  return isHugePages(name) || name.startsWith("requests.hugepages-");
}

/** Without a domain, or in one of Kubernetes' own. */
export function isNativeResource(name: string): boolean {
  return !name.includes("/") || name.includes("kubernetes.io/");
}

export function isExtendedResource(name: string): boolean {
  if (isNativeResource(name) || name.startsWith("requests.")) return false;
  return isQualifiedName(`requests.${name}`).length === 0;
}

export function isStandardContainerResource(name: string): boolean {
  return COMPUTE.includes(name) || isHugePages(name);
}

export function isStandardQuotaResource(name: string): boolean {
  return QUOTAS.has(name) || isHugePagesQuota(name);
}

export function isStandardResource(name: string): boolean {
  return STANDARD.has(name) || isHugePagesQuota(name);
}

/** Resources that are counted, not measured. */
export function isIntegerResource(name: string): boolean {
  return COUNTED.includes(name) || isExtendedResource(name);
}

export function isOvercommitAllowed(name: string): boolean {
  return isNativeResource(name) && !isHugePages(name);
}

/** validateResourceName. */
export function resourceNameErrors(name: string): readonly string[] {
  const errors = isQualifiedName(name);
  if (errors.length > 0) return errors;
  return name.includes("/") || isStandardResource(name) ? [] : ["must be a standard resource type or fully qualified"];
}
