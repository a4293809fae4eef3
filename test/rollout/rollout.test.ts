import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deploymentFenceposts } from "../../src/rollout/fenceposts.ts";
import { slowStartBatches } from "../../src/rollout/replicaset.ts";
import { type RolloutParams, type RolloutTimeline, simulateRollout } from "../../src/rollout/rollout.ts";
import { families } from "../oracle/rollouts.ts";

const TIMES: RolloutParams = {
  old: { readySeconds: 10, terminationSeconds: 30 },
  new: { readySeconds: 10, terminationSeconds: 30 },
};

function deployment(replicas: unknown, maxSurge?: unknown, maxUnavailable?: unknown, more: object = {}): object {
  const strategy = { type: "RollingUpdate", rollingUpdate: { maxSurge, maxUnavailable } };
  return { kind: "Deployment", metadata: { name: "web" }, spec: { replicas, strategy, ...more } };
}

/** `old/new` from entry to entry, states within one instant left out. */
function steps({ entries }: RolloutTimeline): string {
  return entries
    .map(entry => `${entry.old}/${entry.new}`)
    .filter((step, index, all) => step !== all[index - 1])
    .join(" ");
}

describe("the oracle's rollouts", () => {
  it("agrees with the controllers of Kubernetes", async () => {
    const text = gunzipSync(readFileSync("fixtures/oracle/rollouts.jsonl.gz")).toString("utf8");
    const rows: unknown[] = text
      .trim()
      .split("\n")
      .map(line => JSON.parse(line));
    const { figures, differences } = (await families[0]?.run(rows, { read: () => undefined })) ?? {};
    expect(figures?.length).toBe(7);
    for (const { name, agree, total, floor } of figures ?? [])
      if (floor !== undefined)
        expect(agree / total, `${name}: ${JSON.stringify(differences?.slice(0, 3))}`).toBeGreaterThanOrEqual(floor);
  });
});

describe("golden rollouts, ready after 10 s", () => {
  it.each([
    [3, "25%", "25%", 3, 4, 30],
    [3, 2, 2, 1, 5, 10],
    [1, "25%", "25%", 1, 2, 10],
    [1, 0, 1, 0, 1, 10],
    [1, "100%", "100%", 0, 2, 10],
    [3, 0, "25%", 2, 3, 30],
    [1, 0, "50%", 0, 1, 10],
    [5, 0, "10%", 4, 5, 50],
    [4, "25%", "25%", 3, 5, 20],
    [10, "25%", "25%", 8, 13, 20],
    [3, 0, "100%", 0, 3, 10],
    [3, "100%", 0, 3, 6, 10],
    [20, "1%", "1%", 20, 21, 200],
    [100, "25%", "25%", 75, 125, 20],
  ])("%d replicas, %s/%s", (replicas, surge, unavailable, minAvailable, maxSpecReplicas, rolloutDoneAt) => {
    const { aggregates } = simulateRollout(deployment(replicas, surge, unavailable), TIMES);
    expect(aggregates).toMatchObject({ minAvailable, maxSpecReplicas, rolloutDoneAt });
  });

  it("adds one, then removes one (surge 1, unavailable 0)", () => {
    expect(steps(simulateRollout(deployment(3, 1, 0), TIMES))).toBe("3/1 2/2 1/3 0/3");
  });

  it("removes one, then adds one (surge 0, unavailable 1)", () => {
    const run = simulateRollout(deployment(3, 0, 1), TIMES);
    expect(steps(run)).toBe("2/1 1/2 0/3");
    expect(run.aggregates).toMatchObject({ minAvailable: 2, maxPods: 3 });
  });

  it("runs new 2, old 1, new 3 with surge 2 and unavailable 2", () => {
    expect(steps(simulateRollout(deployment(3, 2, 2), TIMES))).toBe("1/3 0/3");
  });

  it("keeps two versions side by side from the first to the last new pod", () => {
    const { entries } = simulateRollout(deployment(3), TIMES);
    const both = entries.filter(({ oldReady, newReady }) => oldReady > 0 && newReady > 0).map(({ t }) => t);
    expect([both[0], entries.find(({ t, old }) => t > 0 && old === 0)?.t]).toEqual([10, 30]);
  });

  it("has no pod from the first deletion to the new readiness with Recreate", () => {
    const manifest = { kind: "Deployment", spec: { replicas: 3, strategy: { type: "Recreate" } } };
    const params = { old: TIMES.old, new: { readySeconds: 25, terminationSeconds: 30 } };
    expect(simulateRollout(manifest, params).aggregates).toMatchObject({ zeroReadySeconds: 55, rolloutDoneAt: 55 });
  });

  it("replaces a StatefulSet from the highest ordinal, and stops at the partition", () => {
    const spec = { replicas: 3, updateStrategy: { rollingUpdate: { partition: 1 } } };
    const run = simulateRollout({ kind: "StatefulSet", metadata: { name: "db" }, spec }, TIMES);
    const deleted = run.pods.filter(pod => pod.deleted !== null).map(pod => `${pod.name} ${pod.deleted}`);
    expect(deleted.sort()).toEqual(["db-1 40", "db-2 0"]);
    expect(run.aggregates).toMatchObject({ rolloutDoneAt: 80, finalOld: 1, finalNew: 2 });
  });

  it("holds a StatefulSet's broken pod against a rollback unless pods are managed in parallel", () => {
    const broken: RolloutParams = {
      old: TIMES.old,
      new: { readySeconds: -1, terminationSeconds: 10 },
      actions: [{ at: 60, do: "rollback" }],
      limitSeconds: 300,
    };
    const manifest = (podManagementPolicy: string) => ({
      kind: "StatefulSet",
      spec: { replicas: 3, podManagementPolicy },
    });
    expect(simulateRollout(manifest("OrderedReady"), broken).aggregates.rolloutDoneAt).toBeNull();
    expect(simulateRollout(manifest("Parallel"), broken).aggregates.rolloutDoneAt).toBe(80);
  });

  it("flags a missed deadline and goes on", () => {
    const slow = { ...TIMES, new: { readySeconds: 70, terminationSeconds: 10 } };
    const { aggregates } = simulateRollout(deployment(1, 1, 0, { progressDeadlineSeconds: 60 }), slow);
    expect(aggregates).toMatchObject({ progressDeadlineExceededAt: 61, rolloutDoneAt: 70 });
  });

  it("keeps the old ReplicaSet with no replicas, up to the history limit", () => {
    expect(simulateRollout(deployment(3), TIMES).replicaSets).toEqual([
      { version: 1, replicas: 0 },
      { version: 2, replicas: 3 },
    ]);
    const forgetful = deployment(3, 1, 0, { revisionHistoryLimit: 0 });
    expect(simulateRollout(forgetful, TIMES).replicaSets).toEqual([{ version: 2, replicas: 3 }]);
  });

  it("does nothing while paused", () => {
    const { aggregates, events } = simulateRollout(deployment(3, 1, 0, { paused: true }), TIMES);
    expect(aggregates).toMatchObject({ rolloutDoneAt: null, finalOld: 3, finalNew: 0 });
    expect(events).toBeLessThan(10);
  });
});

describe("slowStartBatches", () => {
  it("doubles, and stops at the burst", () => {
    expect(slowStartBatches(10)).toEqual([1, 2, 4, 3]);
    expect(slowStartBatches(1000).reduce((sum, batch) => sum + batch, 0)).toBe(500);
    expect(slowStartBatches(-3)).toEqual([]);
  });
});

const percentage = fc.integer({ min: 0, max: 100 }).map(value => `${value}%`);
const amount = fc.oneof(fc.integer({ min: 0, max: 12 }), percentage);
const timing = fc.record({
  readySeconds: fc.integer({ min: -1, max: 40 }),
  terminationSeconds: fc.integer({ min: 0, max: 40 }),
});
const kind = fc.constantFrom("Deployment", "StatefulSet", "DaemonSet");
const scenario = fc.record({
  kind,
  replicas: fc.integer({ min: 0, max: 12 }),
  maxSurge: amount,
  maxUnavailable: amount,
  type: fc.constantFrom("RollingUpdate", "Recreate", "OnDelete"),
  minReadySeconds: fc.integer({ min: 0, max: 15 }),
  podManagementPolicy: fc.constantFrom("OrderedReady", "Parallel"),
  old: timing,
  new: timing,
  scaleTo: fc.option(fc.integer({ min: 0, max: 12 })),
});

type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never;

function simulate(given: Scenario): RolloutTimeline {
  const { kind, replicas, minReadySeconds, podManagementPolicy, type, maxSurge, maxUnavailable } = given;
  const strategy = { type, rollingUpdate: { maxSurge, maxUnavailable } };
  const spec = { replicas, minReadySeconds, podManagementPolicy, strategy, updateStrategy: strategy };
  const actions = given.scaleTo === null ? [] : [{ at: 7, do: "scale" as const, replicas: given.scaleTo }];
  const params = { old: given.old, new: given.new, actions, nodes: replicas, limitSeconds: 3000 };
  return simulateRollout({ kind, metadata: { name: "x" }, spec }, params);
}

describe("properties", () => {
  it("conserves pods: every one created is there until it is deleted, then until it is gone", () => {
    fc.assert(
      fc.property(scenario, given => {
        const run = simulate(given);
        for (const entry of run.entries) {
          const born = run.pods.filter(pod => (pod.created ?? -1) <= entry.t);
          const active = born.filter(pod => pod.deleted === null || pod.deleted > entry.t);
          const terminating = born.filter(
            pod => pod.deleted !== null && pod.deleted <= entry.t && (pod.gone === null || pod.gone > entry.t),
          );
          expect(entry.old + entry.new).toBe(active.length);
          expect(entry.terminating).toBe(terminating.length);
          expect(entry.available).toBeLessThanOrEqual(entry.oldReady + entry.newReady);
        }
        for (const pod of run.pods) {
          if (pod.ready !== null) expect(pod.ready).toBeGreaterThanOrEqual(pod.created ?? 0);
          if (pod.gone !== null) expect(pod.gone).toBeGreaterThanOrEqual(pod.deleted ?? Number.POSITIVE_INFINITY);
        }
      }),
      { seed: 4711, numRuns: 300 },
    );
  });

  it("keeps a RollingUpdate between its fenceposts", () => {
    fc.assert(
      fc.property(scenario, given => {
        const run = simulate({ ...given, kind: "Deployment", type: "RollingUpdate", scaleTo: null });
        const { minAvailable, maxPods } = deploymentFenceposts(given.replicas, given);
        expect(run.aggregates.minAvailable).toBeGreaterThanOrEqual(minAvailable);
        expect(run.aggregates.maxSpecReplicas ?? 0).toBeLessThanOrEqual(maxPods);
        if (given.new.readySeconds >= 0) expect(run.aggregates.rolloutDoneAt).not.toBeNull();
      }),
      { seed: 4712, numRuns: 300 },
    );
  });

  it("never takes longer when pods get ready sooner", () => {
    fc.assert(
      fc.property(scenario, fc.integer({ min: 0, max: 20 }), (given, ready) => {
        const at = (readySeconds: number) =>
          simulate({ ...given, scaleTo: null, type: "RollingUpdate", new: { ...given.new, readySeconds } }).aggregates
            .rolloutDoneAt ?? Number.POSITIVE_INFINITY;
        expect(at(ready)).toBeLessThanOrEqual(at(ready + 1));
      }),
      { seed: 4713, numRuns: 150 },
    );
  });
});

describe("absurd numbers", () => {
  it.each([
    deployment(-5, -1, "-20%"),
    deployment(1e12, 1, 0),
    deployment(Number.NaN, "x%", {}),
    deployment("3", [], null, { minReadySeconds: 2147483647, progressDeadlineSeconds: 2147483647 }),
    { kind: "StatefulSet", spec: { replicas: 10_000, updateStrategy: { rollingUpdate: { partition: -3 } } } },
    { kind: "DaemonSet", spec: { updateStrategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } } } },
    null,
    "text",
    [],
  ])("%#: ends within the bound on events", manifest => {
    const run = simulateRollout(manifest, { ...TIMES, nodes: 10_000 });
    expect(run.events).toBeLessThanOrEqual(500_000);
    expect(run.entries.length).toBeGreaterThan(0);
  });

  it("needs a handful of events per pod", () => {
    const one = simulateRollout(deployment(1000, 1, 0), TIMES);
    expect(one.aggregates.rolloutDoneAt).toBe(10_000);
    expect(one.events).toBeLessThan(6 * 1000);
    expect(simulateRollout(deployment(1000), TIMES).events).toBeLessThan(4 * 1000);
  });

  it("says so when it stops at the bound", () => {
    const run = simulateRollout(deployment(1000, 1, 0), { ...TIMES, maxEvents: 500 });
    expect(run.end).toBe("bounded");
    expect(run.aggregates.rolloutDoneAt).toBeNull();
  });
});
