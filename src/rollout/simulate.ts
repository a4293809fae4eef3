// From a workload, its Services and a scenario to answers: the pod simulator tells how long a pod takes, the controllers what they make of it, the
// endpoints who gets the requests.

import { answersOf, numbersOf, timelineOf } from "./answers.ts";
import { chartsOf } from "./chart.ts";
import { investigate, type SimulateOptions, since } from "./findings.ts";
import type { PodTimes } from "./podtimes.ts";
import type { Extent, SimulationResult } from "./result.ts";
import { overlapOf, type RolloutTimeline } from "./rollout.ts";

export { podTemplateOf, type SimulateOptions } from "./findings.ts";

/** Simulates one workload given as plain data. Never fails: what a manifest leaves out or gets wrong is read as its default. */
export function simulate(manifest: unknown, options: SimulateOptions = {}): SimulationResult {
  const findings = investigate(manifest, options);
  const { kind, namespace, name, replicas, mode } = findings;
  const { run, bestRun, worstRun, endpoints, times } = findings;
  return {
    version: 1,
    workload: { kind, namespace, name, replicas },
    mode,
    seed: options.seed ?? 1,
    answers: answersOf(findings),
    pod: {
      ready: { earliest: finite(times.earliest), latest: finite(times.latest) },
      kill: killOf(times),
      terminationSeconds: times.terminationSeconds,
      isSigkilled: times.isSigkilled,
    },
    rollout: run === undefined ? null : rolloutOf(run, bestRun ?? run, worstRun ?? run, findings.startAt),
    endpoints:
      endpoints === undefined
        ? null
        : {
            ...endpoints.summary,
            services: findings.services,
            propagationSeconds: findings.scenario.cluster.propagation,
            refusedSecondsPerPod: findings.refusedPerPod,
          },
    drains: findings.drains,
    canary: findings.canary?.stages ?? null,
    numbers: numbersOf(findings),
    timelineZero: run === undefined ? "container start" : "update",
    timeline: timelineOf(findings),
    charts: chartsOf(findings),
  };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? Math.round(value * 1000) / 1000 : null;
}

function killOf(times: PodTimes): Extent | null {
  const spread = times.range?.get("kill1");
  if (spread !== undefined) {
    const latest = spread.count < spread.total ? null : spread.latest;
    return { earliest: spread.earliest, latest };
  }
  const first = times.timeline.kills[0]?.[0];
  return first === undefined ? null : { earliest: first, latest: first };
}

function rolloutOf(
  run: RolloutTimeline,
  best: RolloutTimeline,
  worst: RolloutTimeline,
  startAt: number,
): SimulationResult["rollout"] {
  const [b, w] = [best.aggregates, worst.aggregates];
  return {
    seconds: { earliest: since(b.rolloutDoneAt, startAt), latest: since(w.rolloutDoneAt, startAt) },
    minReady: { best: b.minReady, worst: w.minReady },
    minAvailable: { best: b.minAvailable, worst: w.minAvailable },
    maxPods: Math.max(b.maxPods, w.maxPods),
    maxPodsWithTerminating: Math.max(b.maxPodsWithTerminating, w.maxPodsWithTerminating),
    overlap: overlapOf(run) ?? null,
    zeroReadySeconds: { earliest: b.zeroReadySeconds, latest: w.zeroReadySeconds },
    progressDeadlineExceededAt: w.progressDeadlineExceededAt,
    aggregates: run.aggregates,
  };
}
