import { describe, expect, it } from "vitest";
import {
  allowedDisruptions,
  daemonSetFenceposts,
  deploymentFenceposts,
  scaledValue,
  statefulSetFenceposts,
} from "../../src/rollout/fenceposts.ts";

describe("scaledValue", () => {
  it.each([
    [3, 10, "up", 3],
    ["25%", 3, "up", 1],
    ["25%", 3, "down", 0],
    ["100%", 7, "down", 7],
    ["30%", 10, "up", 3],
    ["1%", 20, "up", 1],
    ["7%", 100, "up", 7],
  ] as const)("%s of %d, rounded %s, is %d", (value, total, rounding, expected) => {
    expect(scaledValue(value, total, rounding)).toBe(expected);
  });

  it.each(["25", "2.5%", "-1%", "%", "a%", true, null, {}])("knows no number for %j", value => {
    expect(scaledValue(value, 10, "up")).toBeUndefined();
  });
});

describe("deploymentFenceposts", () => {
  it.each([
    [3, undefined, undefined, 1, 0, 3, 4],
    [4, "25%", "25%", 1, 1, 3, 5],
    [1, "100%", "100%", 1, 1, 0, 2],
    [20, "1%", "1%", 1, 0, 20, 21],
    [10, "25%", "25%", 3, 2, 8, 13],
    [3, 5, 0, 5, 0, 3, 8],
    [3, 0, 5, 0, 3, 0, 3],
    [100, "25%", "25%", 25, 25, 75, 125],
  ])("%d replicas with %s/%s", (replicas, maxSurge, maxUnavailable, surge, unavailable, minAvailable, maxPods) => {
    const result = deploymentFenceposts(replicas, { maxSurge, maxUnavailable });
    expect(result).toEqual({ surge, unavailable, minAvailable, maxPods, raised: false });
  });

  it.each([
    [3, 0, "25%"],
    [1, 0, "50%"],
    [5, 0, "10%"],
    [2, 0, 0],
  ])("raises maxUnavailable to 1 for %d replicas with %s/%s", (replicas, maxSurge, maxUnavailable) => {
    const result = deploymentFenceposts(replicas, { maxSurge, maxUnavailable });
    expect(result).toMatchObject({ surge: 0, unavailable: 1, raised: true });
  });

  it("takes the default for what is no number, and nothing below zero", () => {
    expect(deploymentFenceposts(4, { maxSurge: "two", maxUnavailable: -3 })).toMatchObject({
      surge: 1,
      unavailable: 0,
    });
    expect(deploymentFenceposts(0)).toMatchObject({ unavailable: 0, minAvailable: 0, raised: false });
  });
});

describe("other kinds", () => {
  it("rounds both up for a DaemonSet", () => {
    expect(daemonSetFenceposts(10)).toMatchObject({ surge: 0, unavailable: 1 });
    expect(daemonSetFenceposts(3, { maxUnavailable: "30%" })).toMatchObject({ surge: 0, unavailable: 1 });
    expect(daemonSetFenceposts(10, { maxSurge: "25%", maxUnavailable: 0 })).toMatchObject({ surge: 3, unavailable: 0 });
    expect(daemonSetFenceposts(3, { maxSurge: 0, maxUnavailable: 0 })).toMatchObject({ unavailable: 1, raised: true });
  });

  it("lets a StatefulSet miss one pod unless the gate is on", () => {
    expect(statefulSetFenceposts(5, "40%").unavailable).toBe(1);
    expect(statefulSetFenceposts(5, "40%", true).unavailable).toBe(2);
    expect(statefulSetFenceposts(5, "10%", true)).toMatchObject({ unavailable: 1, raised: true });
  });
});

describe("allowedDisruptions", () => {
  it.each([
    [{ maxUnavailable: "30%" }, 3, 3, 1],
    [{ minAvailable: "50%" }, 3, 3, 1],
    [{ minAvailable: 3 }, 3, 3, 0],
    [{ minAvailable: 1 }, 1, 1, 0],
    [{ maxUnavailable: 0 }, 3, 3, 0],
    [{ maxUnavailable: "1%" }, 2, 2, 1],
    [{ minAvailable: "25%" }, 1, 1, 0],
    [{ maxUnavailable: 2 }, 3, 2, 1],
    [{}, 3, 3, 0],
  ])("%j with %d pods, %d of them healthy, allows %d", (budget, pods, healthy, allowed) => {
    expect(allowedDisruptions(budget, { healthy, matched: pods, replicas: pods }).allowed).toBe(allowed);
  });

  it("counts matched pods for an integer, replicas for everything else", () => {
    const pods = { healthy: 4, matched: 4, replicas: 8 };
    expect(allowedDisruptions({ minAvailable: 3 }, pods)).toEqual({ expectedPods: 4, desiredHealthy: 3, allowed: 1 });
    expect(allowedDisruptions({ minAvailable: "50%" }, pods)).toEqual({
      expectedPods: 8,
      desiredHealthy: 4,
      allowed: 0,
    });
  });
});
