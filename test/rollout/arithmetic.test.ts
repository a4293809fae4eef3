import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Timing } from "../../src/kubernetes/probe.ts";
import type { App, Step } from "../../src/rollout/app.ts";
import {
  type Bounds,
  crashLoopStarts,
  documentedStartupBudget,
  effectiveTiming,
  failureRun,
  firstAttempt,
  firstReadinessAttempt,
  guaranteedStartupBudget,
  isDrainedBeforeRestart,
  killAfterFault,
  neverHealthyKill,
  notReadyAfterFault,
  readyAfterRecovery,
  readyAfterStart,
  restartAfterFault,
  restartBackOff,
  shutdownTimes,
  spacing,
} from "../../src/rollout/arithmetic.ts";
import { type Phase, random, seededPhase } from "../../src/rollout/phase.ts";
import { type PodInput, simulatePod } from "../../src/rollout/pod.ts";
import type { PodTimeline } from "../../src/rollout/timeline.ts";

/** An answer takes 0.01 s in the simulator, and a start 0.05 s. */
const SLACK = 0.07;

const timing = (given: Partial<Timing>) => effectiveTiming(given);

function within(time: number | undefined, { earliest, latest }: Bounds, slack = SLACK): void {
  expect(time).toBeDefined();
  expect(time).toBeGreaterThanOrEqual(earliest - 1e-6);
  expect(time).toBeLessThanOrEqual(latest + slack);
}

describe("worked numbers", () => {
  it("takes the API server's defaults for absent numbers and zeros", () => {
    expect(timing({ periodSeconds: 0, failureThreshold: 0 })).toEqual({
      initialDelaySeconds: 0,
      periodSeconds: 10,
      timeoutSeconds: 1,
      successThreshold: 1,
      failureThreshold: 3,
    });
  });

  it("tells the startup budgets of rules.md", () => {
    const startup = timing({ failureThreshold: 30, periodSeconds: 10 });
    expect(guaranteedStartupBudget(startup)).toBe(290);
    expect(documentedStartupBudget(startup)).toBe(300);
    expect(neverHealthyKill(startup)).toEqual({ earliest: 290, latest: 302 });
    const liveness = timing({ initialDelaySeconds: 10, periodSeconds: 5 });
    expect(guaranteedStartupBudget(liveness)).toBe(19);
    expect(documentedStartupBudget(liveness)).toBe(25);
    expect(guaranteedStartupBudget(timing({ initialDelaySeconds: 120, failureThreshold: 1 }))).toBe(119);
  });

  it("gives hanging attempts their time", () => {
    const probe = timing({ periodSeconds: 1, timeoutSeconds: 5 });
    expect(spacing(probe, 5)).toBe(5);
    expect(failureRun(probe, 5)).toBe(15);
    expect(failureRun(probe)).toBe(2);
    expect(killAfterFault(probe, 5)).toEqual({ earliest: 15, latest: 17 });
  });

  it("puts a stall of 001 at most 12 s and a relist before its kill", () => {
    const liveness = timing({ initialDelaySeconds: 120, timeoutSeconds: 2, failureThreshold: 1 });
    expect(killAfterFault(liveness, 2)).toEqual({ earliest: 2, latest: 13 });
  });

  it("skips readiness attempts before the delay, in periods from the last sync of the start", () => {
    expect(firstReadinessAttempt(timing({}))).toEqual({ earliest: 0, latest: 11 });
    expect(firstReadinessAttempt(timing({ initialDelaySeconds: 5 }))).toEqual({ earliest: 10, latest: 13 });
    expect(firstReadinessAttempt(timing({ initialDelaySeconds: 5, periodSeconds: 1 }))).toEqual({
      earliest: 4,
      latest: 6,
    });
    expect(readyAfterStart(timing({ initialDelaySeconds: 5, successThreshold: 3 }))).toEqual({
      earliest: 10,
      latest: 33,
    });
  });

  it("doubles the back-off up to its cap", () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map(restartBackOff)).toEqual([0, 10, 20, 40, 80, 160, 300, 300, 300]);
    expect(crashLoopStarts(10, 9).map(({ earliest }) => earliest)).toEqual([0, 10, 30, 60, 110, 200, 370, 680, 990]);
  });

  it("splits the grace period between preStop and SIGTERM", () => {
    expect(shutdownTimes({ graceSeconds: 30, preStopSeconds: 5, shutdownSeconds: 10 }).exit).toBe(15);
    expect(shutdownTimes({ graceSeconds: 30, shutdownSeconds: Number.POSITIVE_INFINITY })).toEqual({
      sigterm: 0,
      exit: 30,
      isKilled: true,
    });
    expect(shutdownTimes({ graceSeconds: 30, preStopSeconds: 40, shutdownSeconds: 99 })).toMatchObject({
      sigterm: 30,
      exit: 32,
    });
    expect(shutdownTimes({ graceSeconds: 0, preStopSeconds: 40, shutdownSeconds: 99 })).toMatchObject({
      sigterm: 0,
      exit: 2,
    });
  });

  it("knows when a broken container is drained before it is restarted", () => {
    const readiness = timing({ periodSeconds: 5, failureThreshold: 1 });
    expect(isDrainedBeforeRestart(readiness, timing({}), 5)).toBe(true);
    expect(isDrainedBeforeRestart(timing({}), timing({}), 5)).toBe(false);
  });
});

interface Case {
  readonly probe: Timing;
  readonly isHanging: boolean;
  readonly seed: number;
}

const cases = fc.record({
  probe: fc.record({
    initialDelaySeconds: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 })),
    periodSeconds: fc.integer({ min: 1, max: 30 }),
    timeoutSeconds: fc.integer({ min: 1, max: 8 }),
    successThreshold: fc.constant(1),
    failureThreshold: fc.integer({ min: 1, max: 8 }),
  }),
  isHanging: fc.boolean(),
  seed: fc.integer({ min: 1, max: 1_000_000 }),
});

/** 1,000 pods for all the laws together. */
const runs = (numRuns: number) => ({ seed: 6, numRuns });

function phaseOf({ seed, probe }: Case): Phase {
  const next = random(seed + 17);
  const race = next();
  return {
    ...seededPhase(seed, probe.periodSeconds),
    ...(race < 0.3 ? { late: true } : race < 0.5 ? { late: [0] } : race < 0.7 ? { early: [1, 1] } : {}),
  };
}

function pod(kind: "liveness" | "readiness" | "startup", probe: Timing, app: App, duration: number): PodInput {
  const exec = { command: ["check"] };
  return {
    podSpec: { containers: [{ name: "app", [`${kind}Probe`]: { ...probe, exec } }] },
    apps: { app },
    duration,
  };
}

const attemptOf = ({ isHanging, probe }: Case) => (isHanging ? probe.timeoutSeconds : 0);
const broken = (at: number, { isHanging }: Case): Step => ({ at, do: isHanging ? "hang" : "fail" });
const firstKill = (timeline: PodTimeline) => timeline.kills[0]?.[0];

describe("the closed forms bound the simulator", () => {
  it("when an application never answers", () => {
    fc.assert(
      fc.property(cases, fc.constantFrom("liveness" as const, "startup" as const), (given, kind) => {
        const bounds = neverHealthyKill(given.probe, attemptOf(given));
        const app: App = { runs: [{ default: [broken(0, given)] }], shutdownSeconds: 1 };
        const timeline = simulatePod(pod(kind, given.probe, app, bounds.latest + 1), phaseOf(given));
        within(firstKill(timeline), bounds);
        within(timeline.attempts[0]?.from, firstAttempt(given.probe));
      }),
      runs(250),
    );
  });

  it("when an application is up within the guaranteed budget", () => {
    fc.assert(
      fc.property(cases, given => {
        const budget = guaranteedStartupBudget(given.probe);
        const app: App = {
          runs: [
            {
              default: [
                { at: 0, do: "fail" },
                { at: budget, do: "ok" },
              ],
            },
          ],
        };
        const timeline = simulatePod(pod("liveness", given.probe, app, budget + 100), phaseOf(given));
        expect(timeline.kills).toEqual([]);
      }),
      runs(150),
    );
  });

  it("when a container in service breaks", () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 59 }), (given, extra) => {
        const fault = given.probe.initialDelaySeconds + given.probe.periodSeconds + 5 + extra;
        const bounds = killAfterFault(given.probe, attemptOf(given));
        const app: App = { runs: [{ default: [{ at: 0, do: "ok" }, broken(fault, given)] }], shutdownSeconds: 3 };
        const timeline = simulatePod(pod("liveness", given.probe, app, fault + bounds.latest + 9), phaseOf(given));
        within((firstKill(timeline) ?? Number.NaN) - fault, bounds);
        const restart = restartAfterFault(given.probe, { graceSeconds: 30, shutdownSeconds: 3 }, attemptOf(given));
        within((timeline.starts.app?.[1] ?? Number.NaN) - fault, restart, 2 * SLACK);
      }),
      runs(200),
    );
  });

  it("when a ready container breaks and recovers", () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 3 }), (given, successThreshold) => {
        const probe = { ...given.probe, successThreshold };
        const fault = Math.ceil(readyAfterStart(probe).latest) + 3;
        const gone = notReadyAfterFault(probe, attemptOf(given));
        const back = fault + Math.ceil(gone.latest) + 2;
        const app: App = { runs: [{ default: [{ at: 0, do: "ok" }, broken(fault, given), { at: back, do: "ok" }] }] };
        const timeline = simulatePod(pod("readiness", probe, app, back + 200), phaseOf(given));
        const [first, second] = timeline.ready;
        within((first?.[1] ?? Number.NaN) - fault, gone);
        // A hanging attempt that began before the recovery still takes its time.
        const spread = readyAfterRecovery(probe);
        const ready = (second?.[0] ?? Number.NaN) - back;
        within(ready, { earliest: spread.earliest, latest: spread.latest + attemptOf(given) });
      }),
      runs(200),
    );
  });

  it("when a healthy container becomes ready", () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 4 }), (given, successThreshold) => {
        const probe = { ...given.probe, successThreshold };
        const bounds = readyAfterStart(probe);
        const timeline = simulatePod(pod("readiness", probe, {}, bounds.latest + 1), phaseOf(given));
        within(timeline.ready[0]?.[0], bounds);
      }),
      runs(200),
    );
  });

  it("when a container crashes again and again", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), fc.integer({ min: 1, max: 1_000_000 }), (exitAt, seed) => {
        const input: PodInput = {
          podSpec: { containers: [{ name: "app" }] },
          apps: { app: { runs: [{ exitAt, exitCode: 1 }] } },
          duration: 3000,
        };
        const starts = simulatePod(input, seededPhase(seed, 10)).starts.app ?? [];
        const bounds = crashLoopStarts(exitAt, starts.length);
        starts.forEach((start, index) => {
          within(start, bounds[index] ?? { earliest: Number.NaN, latest: Number.NaN }, SLACK * (index + 1));
        });
      }),
      runs(60),
    );
  });
});
