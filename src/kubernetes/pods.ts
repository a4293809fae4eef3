// The pods a workload makes: how many, and with which labels.

import { labelsOf, matches, type Requirement, type Selector, satisfies } from "./selector.ts";
import type { Workload } from "./workload.ts";

/** Labels that controllers write on pods. A `Label` of a pod that no manifest can know is "anything". */
const HASH_LABELS: Readonly<Record<string, readonly string[]>> = {
  Deployment: ["pod-template-hash"],
  Rollout: ["rollouts-pod-template-hash"],
  StatefulSet: ["controller-revision-hash"],
  DaemonSet: ["controller-revision-hash", "pod-template-generation"],
  Job: ["controller-uid", "batch.kubernetes.io/controller-uid"],
  CronJob: ["controller-uid", "batch.kubernetes.io/controller-uid"],
  DeploymentConfig: ["deployment"],
};

const POD_NAME = "statefulset.kubernetes.io/pod-name";
const POD_INDEX = "apps.kubernetes.io/pod-index";
const JOB_NAMES = ["job-name", "batch.kubernetes.io/job-name"];
const COMPLETION_INDEX = "batch.kubernetes.io/job-completion-index";

/** Pods looked at one by one when a selector asks for single ones; beyond that the answer is taken from the first ones. */
const INDIVIDUALS = 1000;

/** Keys that some controller sets, so that no template has to carry them. */
export const CONTROLLER_LABELS: ReadonlySet<string> = new Set([
  ...Object.values(HASH_LABELS).flat(),
  ...JOB_NAMES,
  POD_NAME,
  POD_INDEX,
  COMPLETION_INDEX,
]);

/** Labels of the pods as far as the template tells; a ReplicationController's own selector stands in for nothing. */
export function podLabels(workload: Workload): Map<string, string> {
  return labelsOf(workload.template.get("metadata", "labels"));
}

/** How many pods there will be while all is well; undefined for DaemonSets, and where the number is not known. */
export function podCount(workload: Workload): number | undefined {
  const { resource, kind } = workload;
  if (kind === "Job") return jobPods(workload, ["spec"]);
  if (kind === "CronJob") return jobPods(workload, ["spec", "jobTemplate", "spec"]);
  if (kind === "Deployment" && resource.spec.get("paused").boolean === true) return 0;
  return workload.replicas;
}

/** pkg/controller/job: manageJob. Pods that run at once: parallelism, and no more than completions. */
function jobPods(workload: Workload, path: readonly string[]): number | undefined {
  const spec = workload.resource.root.get(...path);
  if (spec.get("suspend").boolean === true) return 0;
  const parallelism = spec.get("parallelism");
  const completions = spec.get("completions");
  const wanted = parallelism.exists ? parallelism.number : 1;
  if (wanted === undefined || (completions.exists && completions.number === undefined)) return undefined;
  return completions.exists ? Math.min(wanted, completions.number ?? 0) : wanted;
}

/**
 * How many of the workload's pods a selector selects: "all", or the number of single ones where it asks for labels by which the pods
 * of one workload differ (ordinals). A workload scaled to zero is judged as if it had one pod: it selects the day it is scaled up.
 */
export function podsSelected(
  selector: Selector,
  workload: Workload,
  labels: ReadonlyMap<string, string>,
): "all" | number {
  const own = selector.requirements.filter(({ key }) => isSetByController(key, workload));
  if (own.length === 0) return matches(selector, labels) ? "all" : 0;
  const others = selector.requirements.filter(requirement => !own.includes(requirement));
  if (!others.every(requirement => satisfies(requirement, labels))) return 0;
  const individual = own.filter(({ key }) => key === POD_NAME || key === POD_INDEX || key === COMPLETION_INDEX);
  if (!own.every(requirement => individual.includes(requirement) || satisfiedByAll(requirement, workload))) return 0;
  return individual.length === 0 ? "all" : countIndividuals(individual, workload);
}

function isSetByController(key: string, { kind, resource }: Workload): boolean {
  if (HASH_LABELS[kind]?.includes(key)) return true;
  if (kind === "StatefulSet") return key === POD_NAME || key === POD_INDEX;
  if (kind !== "Job" && kind !== "CronJob") return false;
  if (JOB_NAMES.includes(key)) return true;
  const spec = kind === "Job" ? resource.spec : resource.spec.get("jobTemplate", "spec");
  return key === COMPLETION_INDEX && spec.get("completionMode").scalar === "Indexed";
}

/** Labels that all pods of the workload share. Hashes are not known beforehand: a selector that asks for one may be right. */
function satisfiedByAll({ key, operator, values }: Requirement, { kind, resource }: Workload): boolean {
  if (operator === "Exists" || operator === "DoesNotExist") return operator === "Exists";
  const name = resource.name;
  if (!JOB_NAMES.includes(key) || name === undefined) return true;
  // A CronJob's Jobs are named after it and the minute: pkg/controller/cronjob: getJobName.
  const hit = kind === "Job" ? values.includes(name) : values.some(value => value.startsWith(`${name}-`));
  return operator === "In" ? hit : !hit;
}

function countIndividuals(requirements: readonly Requirement[], workload: Workload): number {
  const { resource } = workload;
  const first = workload.kind === "StatefulSet" ? (resource.spec.get("ordinals", "start").number ?? 0) : 0;
  const count = Math.min(Math.max(podCount(workload) ?? 1, 1), INDIVIDUALS);
  let selected = 0;
  for (let index = first; index < first + count; index++) {
    const labels = new Map([
      [POD_NAME, `${resource.name ?? ""}-${index}`],
      [POD_INDEX, String(index)],
      [COMPLETION_INDEX, String(index)],
    ]);
    if (requirements.every(requirement => satisfies(requirement, labels))) selected++;
  }
  return selected;
}
