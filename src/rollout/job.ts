// A Job: pods until enough have succeeded, with a growing wait after each failure. (pkg/controller/job)

import { countAt, dataAt, MAX_REPLICAS, MAX_SECONDS } from "./spec.ts";

/** pkg/controller/job: DefaultJobPodFailureBackOff, MaxJobPodFailureBackOff. */
const FAILURE_BACK_OFF_SECONDS = 10;
const MAX_FAILURE_BACK_OFF_SECONDS = 600;
const MAX_PODS = 10_000;

export interface JobParams {
  /** How long one pod runs. */
  readonly runSeconds: number;
  /** How many pods fail before the first one succeeds; Infinity: all. */
  readonly failures?: number;
}

export interface JobPod {
  readonly start: number;
  readonly end: number;
  readonly succeeded: boolean;
}

export interface JobResult {
  readonly pods: readonly JobPod[];
  readonly completedAt: number | null;
  readonly failedAt: number | null;
  readonly reason: "Complete" | "BackoffLimitExceeded" | "DeadlineExceeded" | "Suspended" | "Bounded";
}

/** The wait before the pod after the n-th failure in a row. */
export function jobBackOff(failures: number): number {
  if (failures <= 0) return 0;
  return Math.min(FAILURE_BACK_OFF_SECONDS * 2 ** Math.min(failures - 1, 20), MAX_FAILURE_BACK_OFF_SECONDS);
}

/** A Job manifest as plain data, with pods that all take the same time. Waves of `parallelism`, failed pods are replaced. */
export function simulateJob(manifest: unknown, params: JobParams): JobResult {
  const spec = dataAt(manifest, "spec");
  if (spec.suspend === true) return { pods: [], completedAt: null, failedAt: null, reason: "Suspended" };
  const parallelism = countAt(spec, "parallelism", 1, MAX_REPLICAS);
  const completions = countAt(spec, "completions", Math.max(1, parallelism), MAX_REPLICAS);
  const limit = countAt(spec, "backoffLimit", 6, 2147483647);
  const deadline = countAt(spec, "activeDeadlineSeconds", Number.POSITIVE_INFINITY, MAX_SECONDS);
  return new JobRun(Math.max(0, params.runSeconds), params.failures ?? 0).run(
    parallelism,
    completions,
    limit,
    deadline,
  );
}

class JobRun {
  private readonly pods: JobPod[] = [];
  private readonly runSeconds: number;
  private failuresLeft: number;
  private failed = 0;
  private inARow = 0;

  constructor(runSeconds: number, failures: number) {
    this.runSeconds = runSeconds;
    this.failuresLeft = Math.max(0, failures);
  }

  run(parallelism: number, completions: number, limit: number, deadline: number): JobResult {
    let now = 0;
    let missing = completions;
    while (missing > 0) {
      if (parallelism === 0 || this.pods.length >= MAX_PODS) return this.result(null, null, "Bounded");
      const end = now + this.runSeconds;
      if (end > deadline) return this.result(null, deadline, "DeadlineExceeded");
      missing -= this.wave(now, Math.min(parallelism, missing));
      if (this.failed > limit) return this.result(null, end, "BackoffLimitExceeded");
      now = missing > 0 ? end + jobBackOff(this.inARow) : end;
      if (missing > 0 && now > deadline) return this.result(null, deadline, "DeadlineExceeded");
    }
    return this.result(now, null, "Complete");
  }

  private wave(start: number, count: number): number {
    let succeeded = 0;
    for (let pod = 0; pod < count; pod++) {
      const fails = this.failuresLeft > 0;
      if (fails) {
        this.failuresLeft--;
        this.failed++;
        this.inARow++;
      } else {
        succeeded++;
        this.inARow = 0;
      }
      this.pods.push({ start, end: start + this.runSeconds, succeeded: !fails });
    }
    return succeeded;
  }

  private result(completedAt: number | null, failedAt: number | null, reason: JobResult["reason"]): JobResult {
    return { pods: this.pods, completedAt, failedAt, reason };
  }
}
