// How grave it is that something is not there: as grave as the search was thorough. Much is made outside of any repository.

import type { Severity } from "../diagnostic.ts";
import type { Resource } from "../kubernetes/resource.ts";
import type { Completeness, Graph } from "./graph.ts";

const POD_KINDS = [
  ...["apps/Deployment", "apps/StatefulSet", "apps/DaemonSet", "apps/ReplicaSet"],
  ...["/Pod", "/ReplicationController", "argoproj.io/Rollout", "apps.openshift.io/DeploymentConfig"],
];

/** How much it proves that no pod was found: the most that is proved of any kind that makes pods. */
export function completenessOfPods(graph: Graph, from: Resource): Completeness {
  const proofs = POD_KINDS.map(kind => graph.completeness(kind, from));
  return proofs.includes("complete") ? "complete" : proofs.includes("candidates") ? "candidates" : "unknown";
}

export interface Gravity {
  readonly severity: Severity;
  readonly strict: boolean;
}

/**
 * Of an absence: an error where all is there, a warning where something beside it was meant, else a remark. `near` says that a
 * candidate of nearly that name or these labels stands there.
 */
export function gravityOf(completeness: Completeness, near: boolean): Gravity {
  if (completeness === "unknown") return { severity: "info", strict: true };
  if (completeness === "complete") return { severity: near ? "error" : "warning", strict: false };
  return near ? { severity: "warning", strict: false } : { severity: "info", strict: false };
}
