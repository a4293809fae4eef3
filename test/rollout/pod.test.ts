import { describe, expect, it } from "vitest";
import type { Apps } from "../../src/rollout/app.ts";
import { simulateMode } from "../../src/rollout/modes.ts";
import { IDEAL, type Phase, seededPhase } from "../../src/rollout/phase.ts";
import { type PodInput, simulatePod } from "../../src/rollout/pod.ts";
import { podRange } from "../../src/rollout/range.ts";
import type { PodTimeline } from "../../src/rollout/timeline.ts";

const exec = { command: ["check"] };
const PHASE: Phase = { workerToStart: 2, relistAfter: 0.5, startFraction: 0.25 };

function pod(container: object, apps: Apps, duration: number, spec: object = {}): PodInput {
  return { podSpec: { containers: [{ name: "app", ...container }], ...spec }, apps, duration };
}

describe("liveness-exec of the Kubernetes documentation, as kubectl describe told it", () => {
  // The file is gone 30 s after each start, the shell ignores SIGTERM; the pod was scheduled 34 s before the first start, the workers 1 s after that.
  const input: PodInput = {
    podSpec: {
      containers: [{ name: "liveness", livenessProbe: { exec, initialDelaySeconds: 5, periodSeconds: 5 } }],
    },
    apps: {
      liveness: {
        runs: [
          {
            default: [
              { at: 0, do: "ok" },
              { at: 30, do: "fail" },
            ],
          },
        ],
        shutdownSeconds: -1,
      },
    },
    duration: 160,
    createSeconds: 0.97,
  };
  const started = 34;
  const observed = 164;
  const age = (time: number) => observed - Math.floor(time + started);
  const timeline = simulatePod(input, { workerToStart: 33, relistAfter: 0.5, startFraction: 0 });

  it("was killed 88 s and 13 s before", () => {
    expect(timeline.kills.map(([time]) => age(time))).toEqual([88, 13]);
    expect(timeline.kills.every(([, , reason]) => reason === "liveness")).toBe(true);
  });

  it("was unhealthy six times over 98 s, last 13 s before", () => {
    const failed = timeline.attempts.filter(({ result }) => result === "failure").map(({ to }) => age(to));
    expect(failed).toEqual([98, 93, 88, 23, 18, 13]);
  });

  it("was started again 57 s before, and once more in the client's future", () => {
    expect(timeline.starts.liveness?.map(age)).toEqual([130, 57, -18]);
  });

  it("waits the whole grace period, and lives for 15 ticks", () => {
    const [kill1 = 0, kill2 = 0] = timeline.kills.map(([time]) => time);
    expect((timeline.exits.liveness?.[0]?.[0] ?? 0) - kill1).toBeCloseTo(30, 3);
    expect(kill2 - kill1).toBeCloseTo(75, 3);
  });
});

describe("the documentation's model", () => {
  const killed = (timeline: PodTimeline) => timeline.kills[0]?.[0];
  const ready = (timeline: PodTimeline) => timeline.ready[0]?.[0];
  const run = (container: object, steps: readonly object[], duration: number) =>
    simulatePod(pod(container, { app: { runs: [{ default: steps as never }] } }, duration), IDEAL);

  it("is ready after initialDelaySeconds and successThreshold attempts", () => {
    const readinessProbe = { exec, initialDelaySeconds: 5, periodSeconds: 10, successThreshold: 3 };
    expect(ready(run({ readinessProbe }, [{ at: 0, do: "ok" }], 90))).toBe(25);
    expect(
      ready(
        run(
          { readinessProbe },
          [
            { at: 0, do: "fail" },
            { at: 20, do: "ok" },
          ],
          90,
        ),
      ),
    ).toBe(45);
  });

  it("kills at the last failed attempt", () => {
    const fails = (at: number) => [
      { at: 0, do: "ok" },
      { at, do: "fail" },
    ];
    expect(killed(run({ livenessProbe: { exec, initialDelaySeconds: 5 } }, fails(20), 90))).toBe(45);
    const late = { exec, initialDelaySeconds: 120, timeoutSeconds: 2, failureThreshold: 1 };
    expect(killed(run({ livenessProbe: late }, fails(300), 400))).toBe(300);
    expect(killed(run({ startupProbe: { exec, failureThreshold: 30 } }, [{ at: 0, do: "fail" }], 400))).toBe(290);
  });

  it("crashes by the textbook", () => {
    const input = pod({}, { app: { runs: [{ exitAt: 10, exitCode: 1 }] } }, 1000);
    expect(simulatePod(input, IDEAL).starts.app).toEqual([0, 10, 30, 60, 110, 200, 370, 680, 990]);
  });
});

describe("termination", () => {
  const gone = (container: object, shutdownSeconds: number, graceSeconds: number) => {
    const apps: Apps = { app: { shutdownSeconds } };
    const input = { ...pod(container, apps, 200), deleteAt: 60, deleteGraceSeconds: graceSeconds };
    const timeline = simulatePod(input, PHASE);
    return { exit: (timeline.exits.app?.[0]?.[0] ?? 0) - 60, term: (timeline.sigterms[0]?.[0] ?? 0) - 60, timeline };
  };
  const sleep = (seconds: number) => ({ lifecycle: { preStop: { sleep: { seconds } } } });

  it("runs preStop, then SIGTERM, inside the grace period", () => {
    expect(gone(sleep(5), 10, 30).exit).toBe(15);
    expect(gone({}, -1, 30).exit).toBe(30);
    expect(gone(sleep(40), -1, 30)).toMatchObject({ term: 30, exit: 32 });
    expect(gone({}, 3, 30).timeline.lastPhase).toBe("Failed");
  });

  it("reads sleeps from commands", () => {
    const preStop = { exec: { command: ["/bin/sh", "-c", "sleep 4; nginx -s quit; sleep 1m"] } };
    expect(gone({ lifecycle: { preStop } }, 1, 90).term).toBe(64);
  });

  it("stops sidecars after the app, in reverse order, within the same grace period", () => {
    const input: PodInput = {
      podSpec: {
        initContainers: [
          { name: "first", restartPolicy: "Always" },
          { name: "second", restartPolicy: "Always" },
        ],
        containers: [{ name: "app" }],
      },
      apps: { app: { shutdownSeconds: 4 }, second: { shutdownSeconds: 3 }, first: { shutdownSeconds: 2 } },
      duration: 200,
      deleteAt: 60,
      deleteGraceSeconds: 30,
    };
    const { exits, sigterms, starts } = simulatePod(input, PHASE);
    expect(exits.app?.[0]?.[0]).toBe(64);
    expect(exits.second?.[0]?.[0]).toBe(67);
    expect(exits.first?.[0]?.[0]).toBe(69);
    expect(sigterms.map(([, name, timeout]) => [name, timeout])).toEqual([
      ["app", 30],
      ["second", 26],
      ["first", 23],
    ]);
    expect(starts.first?.[0]).toBeLessThan(starts.second?.[0] ?? 0);
    expect(starts.second?.[0]).toBeLessThan(0);
  });
});

describe("restart policies and init containers", () => {
  it("does not restart what is to run once", () => {
    const crash: Apps = { app: { runs: [{ exitAt: 10, exitCode: 1 }] } };
    const never = simulatePod(pod({}, crash, 100, { restartPolicy: "Never" }), PHASE);
    expect(never.starts.app).toHaveLength(1);
    expect(never.lastPhase).toBe("Failed");
    const done: Apps = { app: { runs: [{ exitAt: 10 }] } };
    const onFailure = simulatePod(pod({}, done, 100, { restartPolicy: "OnFailure" }), PHASE);
    expect(onFailure.lastPhase).toBe("Succeeded");
    expect(onFailure.ready).toEqual([[0.5, 10.5]]);
  });

  it("ends a pod that may not restart when its liveness probe fails", () => {
    const fails: Apps = { app: { runs: [{ default: [{ at: 0, do: "fail" }] }], shutdownSeconds: 1 } };
    const timeline = simulatePod(pod({ livenessProbe: { exec } }, fails, 200, { restartPolicy: "Never" }), PHASE);
    expect(timeline.kills.map(([, , reason]) => reason)).toEqual(["stop"]);
    expect(timeline.lastPhase).toBe("Failed");
    expect(timeline.starts.app).toHaveLength(1);
  });

  it("runs init containers to their end, one after the other, and repeats what fails", () => {
    const input: PodInput = {
      podSpec: { initContainers: [{ name: "one" }, { name: "two" }], containers: [{ name: "app" }] },
      apps: { one: { runs: [{ exitAt: 3 }] }, two: { runs: [{ exitAt: 2, exitCode: 1 }, { exitAt: 2 }] } },
      duration: 60,
    };
    const { starts, exits, ready } = simulatePod(input, PHASE);
    expect(starts.one).toHaveLength(1);
    expect(starts.two).toHaveLength(2);
    expect(starts.two?.[0]).toBeGreaterThan(exits.one?.[0]?.[0] ?? 0);
    expect(exits.two?.[1]?.[0]).toBeLessThan(0);
    expect(ready).toHaveLength(1);
    expect(ready[0]?.[0]).toBeLessThan(1.1);
  });

  it("fails with an init container that may not be repeated", () => {
    const input: PodInput = {
      podSpec: { initContainers: [{ name: "one" }], containers: [{ name: "app" }], restartPolicy: "Never" },
      apps: { one: { runs: [{ exitAt: 3, exitCode: 2 }] } },
      duration: 60,
    };
    const { lastPhase, starts } = simulatePod(input, PHASE);
    expect(lastPhase).toBe("Failed");
    expect(starts.app).toBeUndefined();
  });

  it("waits for a sidecar's startup probe before it goes on", () => {
    const input: PodInput = {
      podSpec: {
        initContainers: [
          { name: "proxy", restartPolicy: "Always", startupProbe: { exec, periodSeconds: 1, failureThreshold: 60 } },
        ],
        containers: [{ name: "app" }],
      },
      apps: {
        proxy: {
          runs: [
            {
              default: [
                { at: 0, do: "fail" },
                { at: 8, do: "ok" },
              ],
            },
          ],
        },
      },
      duration: 60,
    };
    const { starts } = simulatePod(input, PHASE);
    expect(starts.proxy?.[0]).toBeLessThan(-8);
    expect(starts.proxy?.[0]).toBeGreaterThan(-11);
  });
});

describe("probes", () => {
  it("never makes a container ready whose port name is unknown, and never kills by it", () => {
    const httpGet = { port: "web" };
    const container = { readinessProbe: { httpGet }, livenessProbe: { httpGet } };
    expect(simulatePod(pod(container, {}, 200), PHASE)).toMatchObject({ ready: [], kills: [], attempts: [] });
    const named = { ...container, ports: [{ name: "web", containerPort: 80 }] };
    expect(simulatePod(pod(named, {}, 200), PHASE).ready).toHaveLength(1);
  });

  it("takes the probe's own grace period for its kill", () => {
    const livenessProbe = { exec, terminationGracePeriodSeconds: 5 };
    const apps: Apps = { app: { runs: [{ default: [{ at: 0, do: "fail" }] }], shutdownSeconds: -1 } };
    const { kills, exits } = simulatePod(pod({ livenessProbe }, apps, 100), PHASE);
    expect((exits.app?.[0]?.[0] ?? 0) - (kills[0]?.[0] ?? 0)).toBeCloseTo(5, 3);
    expect(exits.app?.[0]?.[1]).toBe(137);
  });

  it("attempts readiness one period later when the trigger comes late", () => {
    const input = pod({ readinessProbe: { exec } }, {}, 60);
    expect(simulatePod(input, PHASE).ready[0]?.[0]).toBe(0.51);
    expect(simulatePod(input, { ...PHASE, late: true }).ready[0]?.[0]).toBe(10.51);
  });

  it("is never ready behind a readiness gate that nobody opens", () => {
    const readinessGates = [{ conditionType: "example.com/lb" }];
    expect(simulatePod(pod({}, {}, 60, { readinessGates }), PHASE).ready).toEqual([]);
  });

  it("tells the same for the same seed", () => {
    const input = pod({ livenessProbe: { exec } }, { app: { runs: [{ exitAt: 7, exitCode: 1 }] } }, 300);
    expect(simulatePod(input, seededPhase(3, 10))).toEqual(simulatePod(input, seededPhase(3, 10)));
    expect(simulatePod(input, seededPhase(3, 10))).not.toEqual(simulatePod(input, seededPhase(4, 10)));
  });
});

describe("ranges", () => {
  const readiness = (probe: object, steps: readonly object[] = []) =>
    podRange(pod({ readinessProbe: { exec, ...probe } }, { app: { runs: [{ default: steps as never }] } }, 90));

  it("of the readiness of 003 lies between 20 and 33 s", () => {
    const spread = readiness({ initialDelaySeconds: 5, periodSeconds: 10, successThreshold: 3 }).get("ready1");
    expect(spread?.earliest).toBeGreaterThanOrEqual(20);
    expect(spread?.earliest).toBeLessThan(20.6);
    expect(spread?.latest).toBeGreaterThan(32.5);
    expect(spread?.latest).toBeLessThanOrEqual(33.1);
  });

  it("tell the phases of their ends", () => {
    const input = pod({ livenessProbe: { exec } }, { app: { runs: [{ default: [{ at: 0, do: "fail" }] }] } }, 60);
    const spread = podRange(input).get("kill1");
    if (spread === undefined) throw new Error("no kill");
    expect(simulatePod(input, spread.earliestPhase).kills[0]?.[0]).toBe(spread.earliest);
    expect(simulatePod(input, spread.latestPhase).kills[0]?.[0]).toBe(spread.latest);
    expect(spread.count).toBe(spread.total);
  });

  it("give the best and the worst timeline of a liveness probe", () => {
    const livenessProbe = { exec, initialDelaySeconds: 5, periodSeconds: 5 };
    const input = pod({ livenessProbe }, { app: { runs: [{ default: [{ at: 0, do: "fail" }] }] } }, 60);
    const kill = (mode: "ideal" | "kubelet" | "best" | "worst") => simulateMode(input, mode).kills[0]?.[0];
    expect(kill("ideal")).toBe(15);
    // 14 to 20 s, and a relist more when a sync came in between.
    expect(kill("best")).toBeCloseTo(14, 1);
    expect(kill("worst")).toBeCloseTo(20, 1);
    expect(kill("kubelet")).toBeGreaterThanOrEqual(14);
    expect(kill("kubelet")).toBeLessThanOrEqual(21);
  });
});
