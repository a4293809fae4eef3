// How grave it is that something is not there: as grave as the search was thorough. Much is made outside of any repository.

import type { Severity } from "../diagnostic.ts";
import type { Resource } from "../kubernetes/resource.ts";
import type { Requirement, Selector } from "../kubernetes/selector.ts";
import type { Workload } from "../kubernetes/workload.ts";
import { nearestTo } from "../nearest.ts";
import type { Completeness, Graph } from "./graph.ts";
import { directoryOf } from "./place-list.ts";

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

/** The parts of a selector that the workload's pods do not carry. */
export function missesOf({ requirements }: Selector, { podLabels }: Workload): Requirement[] {
  return requirements.filter(({ key, values }) => podLabels.get(key) !== values[0]);
}

/** What misses differs as misspelt words do, or stands under another key, or on the workload instead of its template. */
export function isSlip(selector: Selector, workload: Workload): boolean {
  return missesOf(selector, workload).every(({ key, values: [value = ""] }) => {
    const there = workload.podLabels.get(key);
    if (there !== undefined) return isMisspelt(value, there);
    return [...workload.podLabels.values()].includes(value) || workload.resource.labels.get(key) === value;
  });
}

/** One name is the other with a slip. `web-1` and `web-2` are two things, whoever wrote them. */
export function isMisspelt(written: string, meant: string): boolean {
  const numbered = /\d+$/;
  if (numbered.test(written) && numbered.test(meant) && written.replace(numbered, "") === meant.replace(numbered, ""))
    return false;
  return nearestTo(written, [meant]) !== undefined;
}

/** Close enough in the project to be mistaken for each other: one directory, one below the other, or neighbours. */
export function standNear(a: Resource, b: Resource): boolean {
  const [left, right] = [directoryOf(a.file), directoryOf(b.file)];
  if (left === right || left.startsWith(`${right}/`) || right.startsWith(`${left}/`)) return true;
  const parent = directoryOf(left);
  return parent !== "" && parent === directoryOf(right);
}
