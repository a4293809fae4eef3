// Fields that the server drops without a word where their feature gate is off (podutil.DropDisabledPodFields), by the minor version that has it on by default.

import type { Field } from "../../../field.ts";
import { containersOf, type PodScope } from "./scope.ts";

interface Gated {
  /** Below the pod spec, or below each container. */
  readonly path: readonly string[];
  readonly gate: string;
  /** The first minor where the gate defaults on; undefined where none does up to 1.36. */
  readonly since?: number;
  readonly instead: string;
}

const SPEC_FIELDS: readonly Gated[] = [
  { path: ["hostUsers"], gate: "UserNamespacesSupport", since: 33, instead: "the pod uses the host's user namespace" },
  { path: ["hostnameOverride"], gate: "HostnameOverride", since: 35, instead: "the pod keeps its usual host name" },
  { path: ["resources"], gate: "PodLevelResources", since: 34, instead: "only the containers' own resources count" },
  { path: ["resourceClaims"], gate: "DynamicResourceAllocation", since: 34, instead: "no device is allocated" },
  { path: ["workloadRef"], gate: "GenericWorkload", instead: "the pod is scheduled on its own" },
  {
    path: ["securityContext", "supplementalGroupsPolicy"],
    gate: "SupplementalGroupsPolicy",
    since: 33,
    instead: "groups are merged",
  },
  {
    path: ["securityContext", "seLinuxChangePolicy"],
    gate: "SELinuxChangePolicy",
    since: 33,
    instead: "volumes are relabelled",
  },
];

const CONTAINER_FIELDS: readonly Gated[] = [
  {
    path: ["resizePolicy"],
    gate: "InPlacePodVerticalScaling",
    since: 33,
    instead: "the container cannot be resized in place",
  },
  { path: ["securityContext", "procMount"], gate: "ProcMountType", since: 33, instead: "/proc is masked as usual" },
  { path: ["resources", "claims"], gate: "DynamicResourceAllocation", since: 34, instead: "no device is allocated" },
];

/** Fields that are unknown to a version are the schema's: these are known, and dropped. */
const KNOWN_SINCE: Readonly<Record<string, number>> = {
  hostUsers: 25,
  hostnameOverride: 34,
  resources: 32,
  resourceClaims: 26,
  workloadRef: 35,
  supplementalGroupsPolicy: 31,
  seLinuxChangePolicy: 32,
  resizePolicy: 27,
  procMount: 24,
  claims: 26,
};

const IMAGE_VOLUME = { known: 31, since: 35 };
const RECURSIVE_READ_ONLY = { known: 30, since: 31 };

export function dropDisabledFields(scope: PodScope): void {
  for (const gated of SPEC_FIELDS) drop(scope.spec.get(...gated.path), gated, scope);
  for (const container of containersOf(scope.spec)) {
    for (const gated of CONTAINER_FIELDS) drop(container.get(...gated.path), gated, scope);
    if (scope.minor >= RECURSIVE_READ_ONLY.known && scope.minor < RECURSIVE_READ_ONLY.since)
      for (const mount of container.get("volumeMounts").items())
        drop(
          mount.get("recursiveReadOnly"),
          { path: [], gate: "RecursiveReadOnlyMounts", since: 31, instead: "mounts below stay writable" },
          scope,
        );
  }
  if (scope.minor >= IMAGE_VOLUME.known && scope.minor < IMAGE_VOLUME.since)
    for (const volume of scope.spec.get("volumes").items())
      drop(
        volume.get("image"),
        { path: [], gate: "ImageVolume", since: 35, instead: "the volume is left without a source" },
        scope,
      );
}

function drop(field: Field, gated: Gated, scope: PodScope): void {
  if (!field.exists || (gated.since !== undefined && scope.minor >= gated.since)) return;
  if (field.isList && field.items().length === 0) return;
  const last = gated.path.at(-1);
  if (last !== undefined && scope.minor < (KNOWN_SINCE[last] ?? 0)) return;
  const when = gated.since === undefined ? "" : ` before 1.${gated.since}`;
  scope.problems.drops(
    field,
    `${field.key} is dropped without a word: the feature gate ${gated.gate} is off by default${when}, so ${gated.instead}`,
  );
}
