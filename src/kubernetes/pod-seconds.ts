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
  if (startupTiming === undefined) return readinessTiming === undefined ? 0 : readyAfterStart(readinessTiming).latest;
  const started = firstAttempt(startupTiming);
  if (readinessTiming === undefined) return started.latest;
  const { initialDelaySeconds, periodSeconds, successThreshold } = readinessTiming;
  // The success of a startup probe triggers a readiness attempt at once, which counts when its delay is over. (pkg/kubelet/prober: worker.doProbe)
  const isDelayOver = initialDelaySeconds <= started.earliest;
  const first = isDelayOver ? started.latest : Math.max(started.latest, initialDelaySeconds + periodSeconds);
  return first + (successThreshold - 1) * periodSeconds;
}

/** spec.minReadySeconds, 0 when omitted; undefined when not known. */
export function minReadySecondsOf(workload: Workload): number | undefined {
  const field = workload.resource.spec.get("minReadySeconds");
  return field.exists ? field.number : 0;
}
