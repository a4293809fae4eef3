import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Backend,
  endpointTimeline,
  refusedPerPod,
  shutdownMoments,
  switchSelector,
  trafficShares,
} from "../../src/rollout/endpoints.ts";

const ALWAYS: readonly [number, number] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
const ROUTING = { propagationSeconds: 5, kubeProxyFallback: true };

function serving(name: string, from: number, accepts = from): Backend {
  return {
    name,
    ready: [from, Number.POSITIVE_INFINITY],
    terminating: undefined,
    accepts: [accepts, Number.POSITIVE_INFINITY],
  };
}

describe("shutdownMoments", () => {
  it.each([
    ["preStop 5, app drains 10", { preStopSeconds: 5, graceSeconds: 30, shutdownSeconds: 10 }, 5, 15, false],
    [
      "SIGTERM ignored",
      { preStopSeconds: 0, graceSeconds: 30, shutdownSeconds: Number.POSITIVE_INFINITY },
      0,
      30,
      true,
    ],
    [
      "preStop longer than the grace period",
      { preStopSeconds: 40, graceSeconds: 30, shutdownSeconds: 60 },
      30,
      32,
      true,
    ],
    ["grace 0", { preStopSeconds: 10, graceSeconds: 0, shutdownSeconds: 60 }, 0, 2, true],
  ])("%s", (_, shutdown, sigterm, exits, isKilled) => {
    expect(shutdownMoments(shutdown)).toMatchObject({ sigterm, exits, isKilled });
  });
});

describe("refusedPerPod", () => {
  it.each([
    [0, 1, 5, 4],
    [5, 1, 5, 0],
    [3, 1, 5, 1],
    [0, 10, 5, 0],
  ])("preStop %d, exit after %d, propagation %d: %d s", (preStopSeconds, shutdownSeconds, propagation, expected) => {
    expect(refusedPerPod({ preStopSeconds, graceSeconds: 30, shutdownSeconds }, propagation)).toBe(expected);
  });

  it("counts from when the process stops accepting, not from its exit", () => {
    const shutdown = { preStopSeconds: 0, graceSeconds: 30, shutdownSeconds: 20, acceptsSeconds: 0 };
    expect(refusedPerPod(shutdown, 5)).toBe(5);
  });
});

describe("endpointTimeline", () => {
  const deleted: Backend = {
    name: "a",
    ready: [Number.NEGATIVE_INFINITY, 10],
    terminating: [10, 11],
    accepts: [Number.NEGATIVE_INFINITY, 11],
  };

  it("sends to a deleted pod until every proxy knows", () => {
    const { entries, summary } = endpointTimeline([deleted, serving("b", Number.NEGATIVE_INFINITY)], ROUTING, 0, 30);
    expect(entries.map(({ t, used, refusing }) => [t, used, refusing])).toEqual([
      [0, 2, 0],
      [10, 2, 0],
      [11, 2, 1],
      [15, 1, 0],
    ]);
    expect(summary).toMatchObject({
      refusedSeconds: 4,
      outageEquivalentSeconds: 2,
      worstShare: 0.5,
      unroutedSeconds: 0,
    });
  });

  it("falls back to terminating pods that serve when no other is left", () => {
    const slow: Backend = { ...deleted, terminating: [10, 40], accepts: [Number.NEGATIVE_INFINITY, 40] };
    const withFallback = endpointTimeline([slow], ROUTING, 0, 60).summary;
    const without = endpointTimeline([slow], { ...ROUTING, kubeProxyFallback: false }, 0, 60).summary;
    expect(withFallback).toMatchObject({ zeroEndpointSeconds: 50, firstZeroAt: 10, outageEquivalentSeconds: 20 });
    expect(without).toMatchObject({ zeroEndpointSeconds: 50, outageEquivalentSeconds: 45 });
  });

  it("loses half the requests when one of two pods boots without a readiness probe", () => {
    const booting = serving("b", 0, 20);
    const { summary } = endpointTimeline([serving("a", -100), booting], { ...ROUTING, propagationSeconds: 0 }, 0, 60);
    expect(summary).toMatchObject({ refusedSeconds: 20, worstShare: 0.5 });
  });

  it("switches a selector without a gap when the other pods are ready, with one when they only boot", () => {
    const blue = [1, 2, 3].map(index => serving(`blue-${index}`, Number.NEGATIVE_INFINITY));
    const green = (from: number, accepts: number) => [1, 2, 3].map(index => serving(`green-${index}`, from, accepts));
    const ready = switchSelector(blue, green(Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY), 10);
    expect(endpointTimeline(ready, ROUTING, 0, 60).summary).toMatchObject({ outageEquivalentSeconds: 0, minReady: 3 });
    const booting = switchSelector(blue, green(10, 35), 10);
    expect(endpointTimeline(booting, ROUTING, 0, 60).summary.outageEquivalentSeconds).toBe(20);
  });

  it("never fails more than all requests, nor fewer with slower propagation", () => {
    const backend = fc
      .record({
        from: fc.integer({ min: 0, max: 30 }),
        life: fc.integer({ min: 1, max: 30 }),
        closes: fc.integer({ min: 0, max: 10 }),
      })
      .map(({ from, life, closes }): Backend => {
        const end = from + life;
        return { name: "x", ready: [from, end], terminating: [end, end + closes], accepts: [from, end + closes] };
      });
    fc.assert(
      fc.property(fc.array(backend, { maxLength: 6 }), fc.integer({ min: 0, max: 10 }), (backends, delay) => {
        const stable = serving("stable", Number.NEGATIVE_INFINITY);
        const at = (propagationSeconds: number) =>
          endpointTimeline([stable, ...backends], { propagationSeconds, kubeProxyFallback: true }, 0, 120).summary;
        const { outageEquivalentSeconds, refusedSeconds, worstShare } = at(delay);
        expect(worstShare).toBeLessThan(1);
        expect(outageEquivalentSeconds).toBeLessThanOrEqual(refusedSeconds + 0.01);
        expect(at(0).refusedSeconds).toBe(0);
      }),
      { seed: 815, numRuns: 200 },
    );
  });

  it("ends for no backends at all", () => {
    expect(endpointTimeline([], ROUTING, 0, 10).summary).toMatchObject({ zeroEndpointSeconds: 10, worstShare: 1 });
    expect(
      endpointTimeline([{ name: "x", ready: ALWAYS, terminating: undefined, accepts: ALWAYS }], ROUTING, 0, 1).entries,
    ).toHaveLength(1);
  });
});

describe("trafficShares", () => {
  it.each([
    [
      [2, 1],
      [66.7, 33.3],
    ],
    [
      [1, 2],
      [33.3, 66.7],
    ],
    [
      [0, 3],
      [0, 100],
    ],
    [
      [0, 0],
      [0, 0],
    ],
  ])("%j", (ready, percent) => {
    expect(trafficShares(ready).map(share => Math.round(share * 1000) / 10)).toEqual(percent);
  });
});
