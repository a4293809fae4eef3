// What the articles tell of time: their numbers by the closed forms, and their stories in the ideal model of the documentation.

import { describe, expect, it } from "vitest";
import type { Apps } from "../../src/rollout/app.ts";
import {
  crashLoopStarts,
  documentedStartupBudget,
  effectiveTiming,
  guaranteedStartupBudget,
  killAfterFault,
  neverHealthyKill,
  notReadyAfterFault,
  shutdownTimes,
} from "../../src/rollout/arithmetic.ts";
import { allowedDisruptions, deploymentFenceposts } from "../../src/rollout/fenceposts.ts";
import { IDEAL } from "../../src/rollout/phase.ts";
import { simulatePod } from "../../src/rollout/pod.ts";

const httpGet = { path: "/health", port: 8080 };
const exec = { command: ["cat", "/readiness/ready.txt"] };

/** One container in the ideal model; the script says from when on it answers how. */
function ideal(container: object, script: readonly { at: number; do: "ok" | "fail" }[], duration: number) {
  const apps: Apps = { app: { runs: [{ default: [...script] }], shutdownSeconds: -1 } };
  return simulatePod({ podSpec: { containers: [{ name: "app", ...container }] }, apps, duration }, IDEAL);
}

describe("seeds in time", () => {
  it("seed 000:682 liveness after 10 s every 5 s: 19 s are guaranteed, 25 documented, 27 the end", () => {
    const probe = effectiveTiming({ initialDelaySeconds: 10, periodSeconds: 5 });
    expect(guaranteedStartupBudget(probe)).toBe(19);
    expect(documentedStartupBudget(probe)).toBe(25);
    expect(neverHealthyKill(probe).latest).toBeLessThan(27);
  });

  it("seed 000:735 startup 30 x 10 s: the kill comes at 290, not at 300", () => {
    const startupProbe = { httpGet, failureThreshold: 30, periodSeconds: 10 };
    const probe = effectiveTiming(startupProbe);
    expect(guaranteedStartupBudget(probe)).toBe(290);
    expect(documentedStartupBudget(probe)).toBe(300);
    const { kills } = ideal({ startupProbe }, [{ at: 0, do: "fail" }], 300);
    expect(kills).toEqual([[290, "app", "startup"]]);
  });

  it("seed 000:728 a startup probe holds the others back until it succeeds", () => {
    const probes = { startupProbe: { httpGet }, livenessProbe: { httpGet }, readinessProbe: { httpGet } };
    const { attempts, kills, ready } = ideal(
      { ...probes, startupProbe: { httpGet, failureThreshold: 30 } },
      [
        { at: 0, do: "fail" },
        { at: 40, do: "ok" },
      ],
      80,
    );
    expect(attempts.filter(({ kind, from }) => kind !== "startup" && from < 40)).toEqual([]);
    expect(kills).toEqual([]);
    expect(ready.length).toBe(1);
    expect(ready[0]?.[0]).toBeGreaterThanOrEqual(40);
  });

  it("seed 001:83 25 % of 1 and of 4", () => {
    expect(deploymentFenceposts(1)).toMatchObject({ surge: 1, unavailable: 0 });
    expect(deploymentFenceposts(4)).toMatchObject({ surge: 1, unavailable: 1, minAvailable: 3 });
  });

  it("seed 001:97 a stall at 300 s is the end at 300 s; one that hangs is noticed within 12 s", () => {
    const livenessProbe = { httpGet, initialDelaySeconds: 120, timeoutSeconds: 2, failureThreshold: 1 };
    const { kills } = ideal(
      { livenessProbe },
      [
        { at: 0, do: "ok" },
        { at: 300, do: "fail" },
      ],
      310,
    );
    expect(kills).toEqual([[300, "app", "liveness"]]);
    const probe = effectiveTiming(livenessProbe);
    expect(guaranteedStartupBudget(probe)).toBe(119);
    // The last second is the next look at the container.
    expect(killAfterFault(probe, 2).latest).toBe(13);
    expect(notReadyAfterFault(probe, 2).latest).toBe(12);
  });

  it("seed 002:42 surge 2 and unavailable 2 of 3: between 1 and 5 pods", () => {
    expect(deploymentFenceposts(3, { maxSurge: 2, maxUnavailable: 2 })).toMatchObject({ minAvailable: 1, maxPods: 5 });
  });

  it("seed 002:80 a run of 10 s, again and again: the waits grow to 300 s", () => {
    const starts = crashLoopStarts(10, 9).map(({ earliest }) => earliest);
    expect(starts).toEqual([0, 10, 30, 60, 110, 200, 370, 680, 990]);
  });

  it("seed 002:130 the default liveness probe restarts 20 to 31 s after the page is gone", () => {
    expect(killAfterFault(effectiveTiming({}))).toEqual({ earliest: 20, latest: 31 });
  });

  it.each([
    ["there from the start", [{ at: 0, do: "ok" }], 25],
    [
      "made after 20 s",
      [
        { at: 0, do: "fail" },
        { at: 20, do: "ok" },
      ],
      45,
    ],
  ] as const)("seed 003:73 three successes of a file %s", (_, script, seconds) => {
    const readinessProbe = { exec, initialDelaySeconds: 5, periodSeconds: 10, successThreshold: 3 };
    expect(ideal({ readinessProbe }, script, 60).ready.map(([from]) => from)).toEqual([seconds]);
  });

  it("seed 003:84 500 from 20 s on: unhealthy at 25, 35 and 45, and killed", () => {
    const livenessProbe = { httpGet, initialDelaySeconds: 5, periodSeconds: 10, failureThreshold: 3 };
    const { attempts, kills } = ideal(
      { livenessProbe },
      [
        { at: 0, do: "ok" },
        { at: 20, do: "fail" },
      ],
      50,
    );
    expect(attempts.filter(({ result }) => result === "failure").map(({ from }) => from)).toEqual([25, 35, 45]);
    expect(kills).toEqual([[45, "app", "liveness"]]);
  });

  it("seed 003:84 two failures and a success restart nothing", () => {
    const livenessProbe = { httpGet, initialDelaySeconds: 5, periodSeconds: 10, failureThreshold: 3 };
    const { kills } = ideal(
      { livenessProbe },
      [
        { at: 0, do: "ok" },
        { at: 20, do: "fail" },
        { at: 40, do: "ok" },
      ],
      80,
    );
    expect(kills).toEqual([]);
  });

  it("seed 004:157 the grace period: drained after 15 s, ignored for 30 s, cut off by a long hook", () => {
    expect(shutdownTimes({ graceSeconds: 30, preStopSeconds: 5, shutdownSeconds: 10 }).exit).toBe(15);
    expect(shutdownTimes({ graceSeconds: 30, shutdownSeconds: Number.POSITIVE_INFINITY }).exit).toBe(30);
    const long = shutdownTimes({ graceSeconds: 30, preStopSeconds: 40, shutdownSeconds: 10 });
    expect(long).toEqual({ sigterm: 30, exit: 32, isKilled: true });
    expect(shutdownTimes({ graceSeconds: 0, preStopSeconds: 5, shutdownSeconds: 10 }).exit).toBeLessThanOrEqual(2);
  });

  it("budgets: percentages round up, whichever way they are told", () => {
    const three = { healthy: 3, matched: 3, replicas: 3 };
    const one = { healthy: 1, matched: 1, replicas: 1 };
    expect(allowedDisruptions({ maxUnavailable: "30%" }, three).allowed).toBe(1);
    expect(allowedDisruptions({ minAvailable: "50%" }, three).allowed).toBe(1);
    expect(allowedDisruptions({ minAvailable: 3 }, three).allowed).toBe(0);
    expect(allowedDisruptions({ minAvailable: 1 }, one).allowed).toBe(0);
    expect(allowedDisruptions({ maxUnavailable: 0 }, three).allowed).toBe(0);
  });
});
