import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daemonSetFenceposts, deploymentFenceposts } from "../../src/rollout/fenceposts.ts";
import { simulateRollout } from "../../src/rollout/rollout.ts";
import {
  daemonSetSeconds,
  recreateSeconds,
  rollingUpdateSeconds,
  rolloutWaves,
  statefulSetSeconds,
} from "../../src/rollout/waves.ts";

const pods = fc.record({
  ready: fc.integer({ min: 1, max: 60 }),
  termination: fc.integer({ min: 1, max: 60 }),
  minReady: fc.integer({ min: 0, max: 30 }),
});
const amount = fc.oneof(
  fc.integer({ min: 0, max: 8 }),
  fc.integer({ min: 0, max: 100 }).map(percent => `${percent}%`),
);
const count = fc.integer({ min: 1, max: 15 });

function rollout(kind: string, spec: object, pod: { ready: number; termination: number; minReady: number }, nodes = 1) {
  const times = { readySeconds: pod.ready, terminationSeconds: pod.termination };
  const manifest = { kind, metadata: { name: "x" }, spec: { minReadySeconds: pod.minReady, ...spec } };
  return simulateRollout(manifest, { old: times, new: times, nodes }).aggregates;
}

describe("closed forms", () => {
  it("agree with the simulator for a RollingUpdate", () => {
    fc.assert(
      fc.property(count, amount, amount, pods, (replicas, maxSurge, maxUnavailable, pod) => {
        const rollingUpdate = { maxSurge, maxUnavailable };
        const { rolloutDoneAt } = rollout("Deployment", { replicas, strategy: { rollingUpdate } }, pod);
        expect(rolloutDoneAt).toBe(rollingUpdateSeconds(replicas, deploymentFenceposts(replicas, rollingUpdate), pod));
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("agree with the simulator for Recreate", () => {
    fc.assert(
      fc.property(count, pods, (replicas, pod) => {
        const result = rollout("Deployment", { replicas, strategy: { type: "Recreate" } }, pod);
        const { outage, rollout: seconds } = recreateSeconds(pod);
        expect(result).toMatchObject({ rolloutDoneAt: seconds, zeroReadySeconds: outage });
      }),
      { seed: 2, numRuns: 100 },
    );
  });

  it("agree with the simulator for a StatefulSet", () => {
    fc.assert(
      fc.property(count, fc.integer({ min: 0, max: 5 }), pods, (replicas, partition, pod) => {
        const updateStrategy = { rollingUpdate: { partition } };
        const { rolloutDoneAt } = rollout("StatefulSet", { replicas, updateStrategy }, pod);
        expect(rolloutDoneAt).toBe(statefulSetSeconds(replicas, partition, pod));
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it("agree with the simulator for a DaemonSet in place", () => {
    fc.assert(
      fc.property(count, amount, pods, (nodes, maxUnavailable, pod) => {
        const rollingUpdate = { maxUnavailable };
        const { rolloutDoneAt } = rollout("DaemonSet", { updateStrategy: { rollingUpdate } }, pod, nodes);
        expect(rolloutDoneAt).toBe(daemonSetSeconds(nodes, daemonSetFenceposts(nodes, rollingUpdate), pod));
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it("bound the simulator for a DaemonSet with maxSurge", () => {
    fc.assert(
      fc.property(count, fc.integer({ min: 1, max: 8 }), pods, (nodes, maxSurge, pod) => {
        const rollingUpdate = { maxSurge, maxUnavailable: 0 };
        const { rolloutDoneAt } = rollout("DaemonSet", { updateStrategy: { rollingUpdate } }, pod, nodes);
        const seconds = daemonSetSeconds(nodes, daemonSetFenceposts(nodes, rollingUpdate), pod);
        expect(rolloutDoneAt).toBeLessThanOrEqual(seconds);
        // The end of an old pod is a sync too: it can notice minReadySeconds earlier than the planned look.
        if (pod.minReady === 0) expect(rolloutDoneAt).toBe(seconds);
        else expect(rolloutDoneAt).toBeGreaterThanOrEqual(seconds - Math.ceil(nodes / maxSurge));
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it("count waves", () => {
    expect(rolloutWaves(10, deploymentFenceposts(10))).toBe(2);
    expect(rolloutWaves(20, deploymentFenceposts(20, { maxSurge: "1%", maxUnavailable: "1%" }))).toBe(20);
    expect(rolloutWaves(0, deploymentFenceposts(0))).toBe(0);
  });
});
