// Fields that the server drops without a word where their feature gate is off (podutil.DropDisabledPodFields), by the minor version that has it on by default.

import type { Field } from "../../../field.ts";
import type { PodScope } from "./scope.ts";

interface Gated {
  /** Below the pod spec, or below each container. */
  readonly path: readonly string[];
  readonly gate: string;
  /** The first minor that has the field: before it the field is unknown, which the schema says. */
  readonly known: number;
  /** The first minor where the gate defaults on; undefined where none does up to 1.36. */
  readonly since?: number;
  readonly instead: string;
}

const SPEC_FIELDS: readonly Gated[] = [
  {
    path: ["hostUsers"],
    gate: "UserNamespacesSupport",
    known: 25,
    since: 33,
    instead: "the pod uses the host's user namespace",
  },
  {
    path: ["hostnameOverride"],
    gate: "HostnameOverride",
    known: 34,
    since: 35,
    instead: "the pod keeps its usual host name",
  },
  {
    path: ["resources"],
    gate: "PodLevelResources",
    known: 32,
    since: 34,
    instead: "only the containers' own resources count",
  },
  {
    path: ["resourceClaims"],
    gate: "DynamicResourceAllocation",
    known: 26,
    since: 34,
    instead: "no device is allocated",
  },
  {
    path: ["schedulingGates"],
    gate: "PodSchedulingReadiness",
    known: 26,
    since: 27,
    instead: "the pod is scheduled at once",
  },
  { path: ["workloadRef"], gate: "GenericWorkload", known: 35, instead: "the pod is scheduled on its own" },
  {
    path: ["securityContext", "supplementalGroupsPolicy"],
    gate: "SupplementalGroupsPolicy",
    known: 31,
    since: 33,
    instead: "groups are merged",
  },
  {
    path: ["securityContext", "seLinuxChangePolicy"],
    gate: "SELinuxChangePolicy",
    known: 32,
    since: 33,
    instead: "volumes are relabelled",
  },
];

const CONTAINER_FIELDS: readonly Gated[] = [
  {
    path: ["resizePolicy"],
    gate: "InPlacePodVerticalScaling",
    known: 27,
    since: 33,
    instead: "the container cannot be resized in place",
  },
  {
    path: ["securityContext", "procMount"],
    gate: "ProcMountType",
    known: 24,
    since: 33,
    instead: "/proc is masked as usual",
  },
  {
    path: ["resources", "claims"],
    gate: "DynamicResourceAllocation",
    known: 26,
    since: 34,
    instead: "no device is allocated",
  },
];

const SPREAD_FIELDS: readonly Gated[] = [
  {
    path: ["minDomains"],
    gate: "MinDomainsInPodTopologySpread",
    known: 24,
    since: 27,
    instead: "one domain is enough",
  },
  {
    path: ["nodeAffinityPolicy"],
    gate: "NodeInclusionPolicyInPodTopologySpread",
    known: 25,
    since: 26,
    instead: "node affinity is honoured",
  },
  {
    path: ["nodeTaintsPolicy"],
    gate: "NodeInclusionPolicyInPodTopologySpread",
    known: 25,
    since: 26,
    instead: "taints are ignored",
  },
  {
    path: ["matchLabelKeys"],
    gate: "MatchLabelKeysInPodTopologySpread",
    known: 25,
    since: 27,
    instead: "old and new replicas count together",
  },
];

const PROBE_GRACE: Gated = {
  path: ["terminationGracePeriodSeconds"],
  gate: "ProbeTerminationGracePeriod",
  known: 22,
  since: 25,
  instead: "the pod's own grace period counts",
};

const IMAGE_VOLUME: Gated = {
  path: [],
  gate: "ImageVolume",
  known: 31,
  since: 35,
  instead: "the volume is left without a source",
};
const RECURSIVE_READ_ONLY: Gated = {
  path: [],
  gate: "RecursiveReadOnlyMounts",
  known: 30,
  since: 31,
  instead: "mounts below stay writable",
};

export function dropDisabledFields(scope: PodScope): void {
  for (const gated of SPEC_FIELDS) if (isOff(gated, scope)) drop(scope.spec.get(...gated.path), gated, scope);
  const ofContainers = CONTAINER_FIELDS.filter(gated => isOff(gated, scope));
  for (const container of scope.containers) {
    for (const gated of ofContainers) drop(container.get(...gated.path), gated, scope);
    if (isOff(PROBE_GRACE, scope))
      for (const probe of ["livenessProbe", "startupProbe"])
        drop(container.get(probe, ...PROBE_GRACE.path), PROBE_GRACE, scope);
    if (isOff(RECURSIVE_READ_ONLY, scope))
      for (const mount of container.get("volumeMounts").items())
        drop(mount.get("recursiveReadOnly"), RECURSIVE_READ_ONLY, scope);
  }
  const ofSpreads = SPREAD_FIELDS.filter(gated => isOff(gated, scope));
  if (ofSpreads.length > 0)
    for (const constraint of scope.spec.get("topologySpreadConstraints").items())
      for (const gated of ofSpreads) drop(constraint.get(...gated.path), gated, scope);
  if (isOff(IMAGE_VOLUME, scope))
    for (const volume of scope.spec.get("volumes").items()) drop(volume.get("image"), IMAGE_VOLUME, scope);
}

/** The version knows the field and has its gate off. */
function isOff(gated: Gated, scope: PodScope): boolean {
  return scope.minor >= gated.known && (gated.since === undefined || scope.minor < gated.since);
}

function drop(field: Field, gated: Gated, scope: PodScope): void {
  if (!field.exists || (field.isList && field.items().length === 0)) return;
  if (field.key === "procMount" && field.scalar === "Default") return;
  const when = gated.since === undefined ? "" : ` before 1.${gated.since}`;
  scope.problems.drops(
    field,
    `${field.key} is dropped without a word: the feature gate ${gated.gate} is off by default${when}, so ${gated.instead}`,
  );
}
