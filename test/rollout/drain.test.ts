import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canaryPods, simulateCanary } from "../../src/rollout/argo.ts";
import { simulateDrain } from "../../src/rollout/drain.ts";
import { jobBackOff, simulateJob } from "../../src/rollout/job.ts";

const POD = { readySeconds: 10, terminationSeconds: 30 };

describe("simulateDrain", () => {
  it("evicts everything at once without a budget", () => {
    const result = simulateDrain({ ...POD, replicas: 3, onNode: 3 });
    expect(result).toMatchObject({ doneAt: 30, minHealthy: 0, evictions: [0, 0, 0], refused: 0 });
  });

  it("waits for a replacement between evictions, asking every 5 s", () => {
    const result = simulateDrain({ ...POD, replicas: 3, onNode: 2, budget: { maxUnavailable: 1 } });
    expect(result).toMatchObject({ evictions: [0, 10], doneAt: 40, minHealthy: 2 });
  });

  it.each([
    [{ minAvailable: 3 }, 3],
    [{ minAvailable: "100%" }, 3],
    [{ maxUnavailable: 0 }, 3],
    [{ minAvailable: 1 }, 1],
  ])("never ends with %j and %d replicas", (budget, replicas) => {
    const result = simulateDrain({ ...POD, replicas, onNode: 1, budget });
    expect(result).toMatchObject({ doneAt: null, evictions: [], minHealthy: replicas });
  });

  it("never ends when the replacement of the first pod does not get ready", () => {
    const result = simulateDrain({ ...POD, readySeconds: -1, replicas: 3, onNode: 2, budget: { maxUnavailable: 1 } });
    expect(result).toMatchObject({ doneAt: null, evictions: [0] });
  });

  it("brings a StatefulSet's pod back only when the old one is gone", () => {
    const params = { ...POD, replicas: 2, onNode: 2, budget: { maxUnavailable: 1 }, replacesAfterTermination: true };
    expect(simulateDrain(params)).toMatchObject({ evictions: [0, 40], doneAt: 70 });
  });

  it("never goes below the budget", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 0, max: 40 }),
        (replicas, onNode, minAvailable, readySeconds) => {
          const result = simulateDrain({ ...POD, readySeconds, replicas, onNode, budget: { minAvailable } });
          expect(result.minHealthy).toBeGreaterThanOrEqual(Math.min(replicas, minAvailable));
          expect(result.doneAt === null).toBe(Math.min(onNode, replicas) > 0 && minAvailable >= replicas);
        },
      ),
      { seed: 31, numRuns: 200 },
    );
  });
});

describe("simulateJob", () => {
  const job = (spec: object) => ({ kind: "Job", spec });

  it("runs waves of parallelism until there are enough completions", () => {
    const result = simulateJob(job({ completions: 5, parallelism: 2 }), { runSeconds: 10 });
    expect(result).toMatchObject({ completedAt: 30, reason: "Complete" });
    expect(result.pods).toHaveLength(5);
  });

  it("gives up after backoffLimit + 1 failures, waiting longer each time", () => {
    const result = simulateJob(job({ backoffLimit: 2 }), { runSeconds: 5, failures: Number.POSITIVE_INFINITY });
    expect(result.pods.map(({ start }) => start)).toEqual([0, 15, 40]);
    expect(result).toMatchObject({ failedAt: 45, reason: "BackoffLimitExceeded" });
    expect([1, 2, 3, 7, 99].map(jobBackOff)).toEqual([10, 20, 40, 600, 600]);
  });

  it("stops at the deadline, when suspended, and on absurd numbers", () => {
    expect(simulateJob(job({ activeDeadlineSeconds: 8 }), { runSeconds: 10 })).toMatchObject({ failedAt: 8 });
    expect(simulateJob(job({ suspend: true }), { runSeconds: 1 }).reason).toBe("Suspended");
    expect(simulateJob(job({ parallelism: 0 }), { runSeconds: 1 }).reason).toBe("Bounded");
    expect(simulateJob(job({ completions: 1e9 }), { runSeconds: 1 }).reason).toBe("Bounded");
  });
});

describe("simulateCanary", () => {
  it.each([
    [10, 20, 1, 8, 2],
    [3, 33, 1, 3, 1],
    [3, 50, 0, 2, 1],
    [2, 0, 1, 2, 0],
    [2, 100, 1, 0, 2],
  ])("%d replicas, %d %%, surge %d: %d stable, %d canary", (replicas, weight, surge, stable, canary) => {
    expect(canaryPods(replicas, weight, surge)).toEqual({ stable, canary });
  });

  it("adds up waves and pauses, and stops at a pause without duration", () => {
    const steps = [{ setWeight: 20 }, { pause: { duration: "1m" } }, { setWeight: 50 }, { pause: {} }];
    const rollout = {
      kind: "Rollout",
      spec: { replicas: 10, strategy: { canary: { steps, maxSurge: 1, maxUnavailable: 0 } } },
    };
    const run = simulateCanary(rollout, 10);
    expect(run.stages.map(({ at, share, pause }) => [at, share, pause])).toEqual([
      [20, 20, 60],
      [110, 50, null],
      [160, 100, 0],
    ]);
    expect(run).toMatchObject({ doneAt: null, movingSeconds: 100 });
  });
});
