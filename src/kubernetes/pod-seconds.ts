// How long a pod takes to become Ready, as far as its probes tell: messages about rollouts quote it.

import { firstAttempt, readyAfterStart } from "../rollout/arithmetic.ts";
import type { Container } from "./container.ts";
import type { Workload } from "./workload.ts";

/** Seconds from the start of its containers to Ready at the latest, when the application answers from the first attempt on; undefined when not known. */
export function readySeconds(workload: Workload): number | undefined {
  let longest = 0;
  for (const container of workload.longRunningContainers) {
    const seconds = containerReadySeconds(container);
    if (seconds === undefined) return undefined;
    longest = Math.max(longest, seconds);
  }
  return longest;
}

function containerReadySeconds({ startup, readiness }: Container): number | undefined {
  const startupTiming = startup?.timing;
  const readinessTiming = readiness?.timing;
  if ((startup !== undefined && startupTiming === undefined) || (readiness !== undefined && !readinessTiming))
    return undefined;
  const started = startupTiming === undefined ? 0 : firstAttempt(startupTiming).latest;
  if (readinessTiming === undefined) return started;
  // The success of a startup probe triggers a readiness attempt at once. (pkg/kubelet/prober: worker.doProbe)
  if (startupTiming !== undefined)
    return (
      Math.max(started, readinessTiming.initialDelaySeconds) +
      (readinessTiming.successThreshold - 1) * readinessTiming.periodSeconds
    );
  return readyAfterStart(readinessTiming).latest;
}

/** spec.minReadySeconds, 0 when omitted; undefined when not known. */
export function minReadySecondsOf(workload: Workload): number | undefined {
  const field = workload.resource.spec.get("minReadySeconds");
  return field.exists ? field.number : 0;
}
