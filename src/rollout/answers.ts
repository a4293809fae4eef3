// What a simulation found out, in sentences, numbers and a list of moments. The sentences answer before anybody asks for numbers.

import type { CanaryRun } from "./argo.ts";
import { durationText, rangeText, shortNumber } from "./duration.ts";
import { shutdownMoments } from "./endpoints.ts";
import { deploymentFenceposts } from "./fenceposts.ts";
import { type Findings, since } from "./findings.ts";
import type { JobResult } from "./job.ts";
import type { PodTimes } from "./podtimes.ts";
import type { NumberRow, TimelineRow } from "./result.ts";
import { overlapOf, type RolloutEntry, type RolloutTimeline } from "./rollout.ts";
import { dataAt } from "./spec.ts";

/** Rows of the list of moments; a long rollout is told by its beginning and its end. */
const MAX_ROWS = 60;

export function answersOf(findings: Findings): string[] {
  return [
    `${titleOf(findings)}: ${mainAnswer(findings)}`,
    ...podAnswers(findings),
    ...rolloutAnswers(findings),
    ...endpointAnswers(findings),
    ...drainAnswers(findings),
  ];
}

function titleOf({ kind, namespace, name }: Findings): string {
  return `${kind} ${namespace}/${name}`;
}

function podCount(count: number): string {
  return count === 1 ? "1 pod" : `${count} pods`;
}

function seconds(at: number | null): number {
  return at ?? Number.POSITIVE_INFINITY;
}

/** `a rollout of 3 pods takes 31–43 s; never fewer than 3 ready; 4 s of refused connections per pod, because preStop is missing`. */
function mainAnswer(findings: Findings): string {
  const { run, bestRun, worstRun, canary, job } = findings;
  if (job !== undefined) return jobAnswer(job, findings.knowsJobTime);
  if (canary !== undefined) return canaryAnswer(canary);
  if (run === undefined) return readinessAnswer(findings.times);
  const parts = [durationPart(findings, bestRun ?? run, worstRun ?? run)];
  if (findings.replicas > 0) parts.push(readyPart(findings, bestRun ?? run, worstRun ?? run));
  const refused = refusedPart(findings);
  if (refused !== undefined) parts.push(refused);
  return parts.join("; ");
}

function readinessAnswer({ earliest, latest }: PodTimes): string {
  if (!Number.isFinite(earliest)) return "a new pod never gets ready";
  const never = Number.isFinite(latest) ? "" : ", or never, depending on the phase of the probes";
  return `a new pod is ready ${rangeText(earliest, Number.isFinite(latest) ? latest : earliest)} after its creation${never}`;
}

function durationPart(findings: Findings, best: RolloutTimeline, worst: RolloutTimeline): string {
  const { kind, replicas } = findings;
  if (replicas === 0) return "spec.replicas is 0, so there is nothing to roll out";
  const nodes = replicas === 1 ? "1 node" : `${replicas} nodes`;
  const what = kind === "DaemonSet" ? `a rollout on ${nodes}` : `a rollout of ${podCount(replicas)}`;
  if (dataAt(findings.manifest, "spec").paused === true) return `${what} does not begin, because spec.paused is true`;
  const strategy = dataAt(findings.manifest, "spec", "updateStrategy").type;
  if (strategy === "OnDelete") return `${what} does not begin by itself, because updateStrategy.type is OnDelete`;
  const [from, until] = [best, worst].map(({ aggregates }) => since(aggregates.rolloutDoneAt, findings.startAt));
  if (from === null || from === undefined) return `${what} never ends, because the new pods do not get ready`;
  if (until === null || until === undefined)
    return `${what} takes ${durationText(from)} at best, and at worst never ends`;
  return `${what} takes ${rangeText(from, until)}`;
}

function readyPart(findings: Findings, best: RolloutTimeline, worst: RolloutTimeline): string {
  const least = Math.min(best.aggregates.minReady, worst.aggregates.minReady);
  const desired = findings.replicas;
  const share = least < desired ? ` of ${desired} (${Math.round((least / desired) * 100)} %)` : "";
  if (least > 0) return `never fewer than ${least}${share} ready`;
  const range = rangeText(best.aggregates.zeroReadySeconds, worst.aggregates.zeroReadySeconds);
  return worst.aggregates.rolloutDoneAt === null && worst.aggregates.finalReady === 0
    ? "in the end no pod is ready"
    : `no pod is ready for ${range}`;
}

function refusedPart(findings: Findings): string | undefined {
  const { refusedPerPod, oldTimes, endpoints } = findings;
  if (endpoints === undefined || refusedPerPod <= 0 || endpoints.summary.refusedSeconds <= 0) return undefined;
  return `${durationText(refusedPerPod)} of refused connections per pod, because ${shutdownReason(oldTimes)}`;
}

function shutdownReason(times: PodTimes): string {
  if (times.shutdown.graceSeconds === 0) return "terminationGracePeriodSeconds is 0";
  if (!times.hasPreStop) return "preStop is missing";
  if (times.shutdown.preStopSeconds === 0) return "preStop does not wait";
  return `preStop waits only ${durationText(Math.min(times.shutdown.preStopSeconds, times.shutdown.graceSeconds))}`;
}

function podAnswers({ times, run, canary, job }: Findings): string[] {
  if (job !== undefined) return [];
  const answers: string[] = [];
  if (run !== undefined || canary !== undefined) answers.push(readinessAnswer(times));
  const kill = times.range?.get("kill1");
  const first = times.timeline.kills[0];
  if (kill !== undefined && kill.count === kill.total)
    answers.push(`a probe kills the container ${rangeText(kill.earliest, kill.latest)} after its start`);
  else if (kill !== undefined)
    answers.push(
      `depending on the phase a probe kills the container, from ${durationText(kill.earliest)} after its start on`,
    );
  else if (first !== undefined && first[2] !== "stop")
    answers.push(`the ${first[2]} probe kills container "${first[1]}" ${durationText(first[0])} after its start`);
  if (!times.hasReadiness && times.acceptsSeconds > times.startSeconds)
    answers.push(
      `without a readiness probe a new pod gets requests ${durationText(times.acceptsSeconds - times.startSeconds)} before it can answer them`,
    );
  const { sigterm } = shutdownMoments(times.shutdown);
  const killed = times.isSigkilled ? `, and is killed for not having ended` : "";
  answers.push(
    `a deleted pod gets SIGTERM ${sigterm === 0 ? "at once" : `after ${durationText(sigterm)}`} and is gone after ${durationText(times.terminationSeconds)}${killed}`,
  );
  return answers;
}

function rolloutAnswers(findings: Findings): string[] {
  const { run, worstRun, kind, replicas, manifest } = findings;
  if (run === undefined || worstRun === undefined) return [];
  const answers: string[] = [];
  const { progressDeadlineExceededAt: exceeded, maxPods, maxPodsWithTerminating, finalOld } = worstRun.aggregates;
  if (exceeded !== null)
    answers.push(
      `progressDeadlineSeconds is exceeded after ${durationText(exceeded)}: the condition says so, nothing is rolled back`,
    );
  if (maxPodsWithTerminating > replicas)
    answers.push(`at most ${podCount(maxPods)} at a time, ${maxPodsWithTerminating} with those that are terminating`);
  if (kind === "StatefulSet" && finalOld > 0 && worstRun.aggregates.rolloutDoneAt !== null)
    answers.push(`${podCount(finalOld)} below the partition stay in the old version`);
  const strategy = dataAt(manifest, "spec", "strategy");
  if (kind === "Deployment" && strategy.type !== "Recreate") {
    const posts = deploymentFenceposts(replicas, dataAt(strategy, "rollingUpdate"));
    if (posts.raised)
      answers.push(
        `maxSurge and maxUnavailable both come out as 0 for ${podCount(replicas)}, so the controller takes maxUnavailable 1`,
      );
  }
  const overlap = overlapOf(run);
  if (overlap !== undefined)
    answers.push(
      `both versions serve side by side from ${durationText(overlap.from)} to ${durationText(overlap.until)}`,
    );
  if (run.replicaSets.length > 0 && !run.replicaSets.some(({ version }) => version === 1))
    answers.push(
      "the old ReplicaSet is deleted in the end (revisionHistoryLimit), so kubectl rollout undo is not possible",
    );
  if (run.end === "bounded") answers.push(`the simulation was cut off after ${run.events} events`);
  return answers;
}

function endpointAnswers(findings: Findings): string[] {
  const { endpoints, knowsServices, services, run, scenario } = findings;
  if (endpoints === undefined)
    return knowsServices && services.length === 0 && run !== undefined ? ["no Service selects these pods"] : [];
  const { summary } = endpoints;
  const answers: string[] = [];
  if (summary.zeroEndpointSeconds > 0)
    answers.push(
      `no ready endpoint for ${durationText(summary.zeroEndpointSeconds)}, from ${durationText(summary.firstZeroAt ?? 0)} on`,
    );
  if (endpoints.entries.some(({ isFallback }) => isFallback))
    answers.push("meanwhile kube-proxy falls back to pods that are terminating but still serve");
  if (summary.outageEquivalentSeconds > 0)
    answers.push(
      `up to ${shortNumber(summary.worstShare * 100)} % of requests fail at a time, in sum as many as in ${durationText(summary.outageEquivalentSeconds)} of full outage (endpoints take ${durationText(scenario.cluster.propagation)} to reach every proxy)`,
    );
  else if (run !== undefined) answers.push("no request is refused");
  return answers;
}

function drainAnswers({ drains }: Findings): string[] {
  return drains.map(({ pods, budget, doneAt, minHealthy }) => {
    const guard = budget === null ? "no PodDisruptionBudget" : `PodDisruptionBudget "${budget}"`;
    if (doneAt === null) return `draining a node with ${podCount(pods)} never ends: ${guard} allows no eviction`;
    return `draining a node with ${podCount(pods)} takes ${durationText(doneAt)} with ${guard}; never fewer than ${minHealthy} healthy`;
  });
}

function canaryAnswer({ stages, doneAt }: CanaryRun): string {
  const steps = stages.map(({ share, at, pause }) => {
    const wait = pause === null ? " (then waits for a promotion)" : "";
    return `${shortNumber(share)} % of requests at ${durationText(at)}${wait}`;
  });
  const end = doneAt === null ? "it does not end by itself" : `done after ${durationText(doneAt)}`;
  return `a canary with ${steps.join(", ")}; ${end}`;
}

function jobAnswer(job: JobResult, isTimeKnown: boolean): string {
  const runs = podCount(job.pods.length);
  if (!isTimeKnown && job.reason === "Complete")
    return `runs ${runs}; how long is not known without a scenario (containers.<name>.exit)`;
  if (job.completedAt !== null) return `completes after ${durationText(job.completedAt)} with ${runs}`;
  if (job.reason === "Suspended") return "does not begin, because spec.suspend is true";
  return `fails${job.failedAt === null ? "" : ` after ${durationText(job.failedAt)}`} with ${runs}: ${job.reason}`;
}

// Numbers

export function numbersOf(findings: Findings): NumberRow[] {
  const { times, bestRun, worstRun, endpoints } = findings;
  const rows: NumberRow[] = [spread("creation to Ready", times.earliest, times.latest)];
  for (const [key, label] of [
    ["kill1", "start to first kill by a probe"],
    ["notReady1", "start to first loss of Ready"],
  ] as const) {
    const found = times.range?.get(key);
    if (found !== undefined)
      rows.push(spread(label, found.earliest, found.count < found.total ? Number.POSITIVE_INFINITY : found.latest));
  }
  rows.push(same("deletion to SIGTERM", shutdownMoments(times.shutdown).sigterm));
  rows.push(same("deletion to disappearance", times.terminationSeconds));
  if (bestRun !== undefined && worstRun !== undefined)
    rows.push(...rolloutNumbers(bestRun, worstRun, findings.startAt));
  if (endpoints !== undefined) {
    const { summary } = endpoints;
    rows.push(same("no ready endpoint", summary.zeroEndpointSeconds));
    rows.push(same("refused connections per deleted pod", findings.refusedPerPod));
    rows.push(same("outage equivalent of failures", summary.outageEquivalentSeconds));
    rows.push(same("failing requests, at most", Math.round(summary.worstShare * 1000) / 10, "%"));
  }
  return rows;
}

function rolloutNumbers(best: RolloutTimeline, worst: RolloutTimeline, startAt: number): NumberRow[] {
  const [b, w] = [best.aggregates, worst.aggregates];
  return [
    spread("rollout", seconds(since(b.rolloutDoneAt, startAt)), seconds(since(w.rolloutDoneAt, startAt))),
    spread("fewest ready pods", Math.min(b.minReady, w.minReady), Math.max(b.minReady, w.minReady), "pods"),
    spread(
      "fewest available pods",
      Math.min(b.minAvailable, w.minAvailable),
      Math.max(b.minAvailable, w.minAvailable),
      "pods",
    ),
    spread("most pods", Math.min(b.maxPods, w.maxPods), Math.max(b.maxPods, w.maxPods), "pods"),
    spread(
      "most pods with terminating ones",
      Math.min(b.maxPodsWithTerminating, w.maxPodsWithTerminating),
      Math.max(b.maxPodsWithTerminating, w.maxPodsWithTerminating),
      "pods",
    ),
    spread("no pod ready", b.zeroReadySeconds, w.zeroReadySeconds),
  ];
}

function spread(label: string, earliest: number, latest: number, unit: NumberRow["unit"] = "s"): NumberRow {
  const exact = (value: number) => (Number.isFinite(value) ? Math.round(value * 1000) / 1000 : null);
  return { label, earliest: exact(earliest), latest: exact(latest), unit };
}

function same(label: string, value: number, unit: NumberRow["unit"] = "s"): NumberRow {
  return spread(label, value, value, unit);
}

// Moments

export function timelineOf({ run, times }: Findings): TimelineRow[] {
  if (run === undefined) return podTimeline(times);
  const rows = run.entries.map(entry => ({ t: entry.t, what: stateText(entry) }));
  for (const { t, type, reason } of run.conditions) rows.push({ t, what: `condition ${type}: ${reason}` });
  rows.sort((a, b) => a.t - b.t);
  return shortened(rows);
}

function stateText({ old, new: fresh, oldReady, newReady, available, terminating }: RolloutEntry): string {
  const going = terminating > 0 ? `, ${terminating} terminating` : "";
  return `${old} old + ${fresh} new, ${oldReady + newReady} ready, ${available} available${going}`;
}

function podTimeline({ timeline }: PodTimes): TimelineRow[] {
  const rows: TimelineRow[] = [];
  for (const [name, starts] of Object.entries(timeline.starts))
    starts.forEach((t, life) => {
      rows.push({ t, what: `container "${name}" starts${life > 0 ? ` again (${life})` : ""}` });
    });
  for (const [name, exits] of Object.entries(timeline.exits))
    for (const [t, code] of exits) rows.push({ t, what: `container "${name}" exits with ${code}` });
  for (const [t, name, reason] of timeline.kills) rows.push({ t, what: `container "${name}" is killed (${reason})` });
  for (const [from, until] of timeline.ready) {
    rows.push({ t: from, what: "pod is Ready" });
    if (until !== null) rows.push({ t: until, what: "pod is no longer Ready" });
  }
  return shortened(rows.sort((a, b) => a.t - b.t));
}

function shortened(rows: readonly TimelineRow[]): TimelineRow[] {
  if (rows.length <= MAX_ROWS) return [...rows];
  const half = MAX_ROWS / 2;
  const [before, after] = [rows.slice(0, half), rows.slice(-half)];
  return [...before, { t: after[0]?.t ?? 0, what: `… ${rows.length - MAX_ROWS} more …` }, ...after];
}
