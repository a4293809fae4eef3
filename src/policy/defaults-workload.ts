// Controllers of pods (pkg/apis/apps/v1/defaults.go, pkg/apis/batch/v1/defaults.go, pkg/apis/core/v1/defaults.go).

import type { Fill, JsonObject } from "./defaults.ts";
import { fill, fillZero, mapAt } from "./fill.ts";

const ROLLING = "RollingUpdate";

const deployment: Fill = object => {
  const spec = mapAt(object, "spec") ?? {};
  fill(spec, { replicas: 1, revisionHistoryLimit: 10, progressDeadlineSeconds: 600 });
  const strategy = mapAt(spec, "strategy") ?? {};
  fillZero(strategy, { type: ROLLING });
  if (strategy.type === ROLLING) {
    fill(strategy, { rollingUpdate: {} });
    fill(mapAt(strategy, "rollingUpdate") ?? {}, { maxUnavailable: "25%", maxSurge: "25%" });
  }
  spec.strategy = strategy;
};

const statefulSet: Fill = object => {
  const spec = mapAt(object, "spec") ?? {};
  fill(spec, { replicas: 1, revisionHistoryLimit: 10, persistentVolumeClaimRetentionPolicy: {} });
  fillZero(spec, { podManagementPolicy: "OrderedReady" });
  fillZero(mapAt(spec, "persistentVolumeClaimRetentionPolicy") ?? {}, { whenDeleted: "Retain", whenScaled: "Retain" });
  const strategy = mapAt(spec, "updateStrategy") ?? {};
  fillZero(strategy, { type: ROLLING });
  if (strategy.type === ROLLING) {
    fill(strategy, { rollingUpdate: {} });
    fill(mapAt(strategy, "rollingUpdate") ?? {}, { partition: 0 });
  }
  spec.updateStrategy = strategy;
  const claims = Array.isArray(spec.volumeClaimTemplates) ? spec.volumeClaimTemplates : [];
  for (const claim of claims) {
    const one = claim as JsonObject;
    fillZero(one, { apiVersion: "v1", kind: "PersistentVolumeClaim" });
    one.status = { phase: "Pending" };
  }
};

const daemonSet: Fill = object => {
  const spec = mapAt(object, "spec") ?? {};
  fill(spec, { revisionHistoryLimit: 10 });
  const strategy = mapAt(spec, "updateStrategy") ?? {};
  fillZero(strategy, { type: ROLLING });
  if (strategy.type === ROLLING) {
    fill(strategy, { rollingUpdate: {} });
    fill(mapAt(strategy, "rollingUpdate") ?? {}, { maxUnavailable: 1, maxSurge: 0 });
  }
  spec.updateStrategy = strategy;
  const metadata = mapAt(object, "metadata") ?? {};
  // The internal template generation comes back as an annotation (Convert_apps_DaemonSet_To_v1_DaemonSet).
  metadata.annotations = {
    ...mapAt(metadata, "annotations"),
    "deprecated.daemonset.template.generation": "1",
  };
};

/** Stands for the uid that the server makes up. */
const UID = "00000000-0000-4000-8000-000000000000";

const job: Fill = object => {
  const spec = mapAt(object, "spec") ?? {};
  if (spec.completions === undefined && spec.parallelism === undefined) spec.completions = 1;
  fill(spec, { parallelism: 1, completionMode: "NonIndexed", suspend: false, manualSelector: false });
  fill(spec, { backoffLimit: spec.backoffLimitPerIndex === undefined ? 6 : 2_147_483_647 });
  fill(spec, { podReplacementPolicy: spec.podFailurePolicy === undefined ? "TerminatingOrFailed" : "Failed" });
  const metadata = mapAt(object, "metadata") ?? {};
  const template = mapAt(spec, "template") ?? {};
  const labels = mapAt(mapAt(template, "metadata") ?? {}, "labels");
  if (labels !== undefined && Object.keys(mapAt(metadata, "labels") ?? {}).length === 0)
    metadata.labels = { ...labels };
  if (spec.manualSelector !== true) generateSelector(spec, template, String(metadata.name ?? ""));
};

/** pkg/registry/batch/job generateSelector. */
function generateSelector(spec: JsonObject, template: JsonObject, name: string): void {
  const metadata = mapAt(template, "metadata") ?? {};
  metadata.labels = {
    ...mapAt(metadata, "labels"),
    "batch.kubernetes.io/controller-uid": UID,
    "batch.kubernetes.io/job-name": name,
    "controller-uid": UID,
    "job-name": name,
  };
  template.metadata = metadata;
  const selector = mapAt(spec, "selector") ?? {};
  selector.matchLabels = { ...mapAt(selector, "matchLabels"), "batch.kubernetes.io/controller-uid": UID };
  spec.selector = selector;
}

const cronJob: Fill = object => {
  const spec = mapAt(object, "spec") ?? {};
  fillZero(spec, { concurrencyPolicy: "Allow" });
  fill(spec, { suspend: false, successfulJobsHistoryLimit: 3, failedJobsHistoryLimit: 1 });
};

const replicationController: Fill = object => {
  const spec = mapAt(object, "spec") ?? {};
  fill(spec, { replicas: 1 });
  const metadata = mapAt(object, "metadata") ?? {};
  const labels = mapAt(mapAt(mapAt(spec, "template") ?? {}, "metadata") ?? {}, "labels");
  if (labels === undefined) return;
  if (Object.keys(mapAt(spec, "selector") ?? {}).length === 0) spec.selector = { ...labels };
  if (Object.keys(mapAt(metadata, "labels") ?? {}).length === 0) metadata.labels = { ...labels };
};

export const workloadDefaults: readonly (readonly [string, Fill])[] = [
  ["apps/Deployment", deployment],
  ["apps/StatefulSet", statefulSet],
  ["apps/DaemonSet", daemonSet],
  ["apps/ReplicaSet", object => fill(mapAt(object, "spec") ?? {}, { replicas: 1 })],
  ["/ReplicationController", replicationController],
  ["batch/Job", job],
  ["batch/CronJob", cronJob],
  ["PodFailurePolicyOnPodConditionsPattern", object => fillZero(object, { status: "True" })],
  ["PersistentVolumeClaimSpec", object => fill(object, { volumeMode: "Filesystem" })],
];
