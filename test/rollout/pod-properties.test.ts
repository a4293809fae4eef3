import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { App, Step } from "../../src/rollout/app.ts";
import { RELIST_SECONDS } from "../../src/rollout/arithmetic.ts";
import { IDEAL, type Phase, random, seededPhase } from "../../src/rollout/phase.ts";
import { type PodInput, simulatePod } from "../../src/rollout/pod.ts";
import { occurrences, podRange } from "../../src/rollout/range.ts";
import type { PodTimeline } from "../../src/rollout/timeline.ts";

const exec = { command: ["check"] };
const PHASE: Phase = { workerToStart: 2, relistAfter: 0.5, startFraction: 0.25 };

const probes = fc.record(
  {
    exec: fc.constant(exec),
    initialDelaySeconds: fc.integer({ min: 0, max: 20 }),
    periodSeconds: fc.integer({ min: 0, max: 15 }),
    timeoutSeconds: fc.integer({ min: 0, max: 4 }),
    failureThreshold: fc.integer({ min: 0, max: 6 }),
  },
  { requiredKeys: ["exec"] },
);

const steps = fc
  .array(
    fc.record({
      at: fc.integer({ min: 0, max: 120 }),
      do: fc.constantFrom("ok" as const, "ok" as const, "fail" as const, "hang" as const, "slow" as const),
      latency: fc.constantFrom(0.2, 1.5, 6),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map(list => list.sort((a, b) => a.at - b.at));

const apps: fc.Arbitrary<App> = fc.record({
  runs: fc.array(
    fc.record(
      { default: steps, exitAt: fc.integer({ min: 1, max: 90 }), exitCode: fc.constantFrom(0, 1) },
      { requiredKeys: ["default"] },
    ),
    { minLength: 1, maxLength: 3 },
  ),
  shutdownSeconds: fc.constantFrom(0.5, 3, 40, -1),
});

const inputs: fc.Arbitrary<PodInput> = fc
  .record({
    livenessProbe: fc.option(probes, { nil: undefined }),
    readinessProbe: fc.option(probes, { nil: undefined }),
    startupProbe: fc.option(probes, { nil: undefined }),
    preStop: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
    app: apps,
    hasSidecar: fc.boolean(),
    restartPolicy: fc.constantFrom("Always", "Always", "OnFailure", "Never"),
    deleteAt: fc.option(fc.integer({ min: 1, max: 150 }), { nil: undefined }),
  })
  .map(({ app, preStop, hasSidecar, restartPolicy, deleteAt, ...given }) => ({
    podSpec: {
      restartPolicy,
      containers: [
        {
          name: "app",
          ...given,
          ...(preStop === undefined ? {} : { lifecycle: { preStop: { sleep: { seconds: preStop } } } }),
        },
      ],
      ...(hasSidecar ? { initContainers: [{ name: "proxy", restartPolicy: "Always", readinessProbe: { exec } }] } : {}),
    },
    apps: { app },
    duration: 250,
    ...(deleteAt === undefined ? {} : { deleteAt }),
  }));

const seeds = fc.integer({ min: 1, max: 1_000_000 });

function anyPhase(seed: number): Phase {
  const race = random(seed)();
  return {
    ...seededPhase(seed, 15),
    ...(race < 0.4 ? { late: true } : race < 0.7 ? { early: [1, 1, 1], apart: [1] } : {}),
  };
}

/** What has to come before what. */
function checkCauses(timeline: PodTimeline): void {
  for (const [name, starts] of Object.entries(timeline.starts)) {
    const exits = timeline.exits[name] ?? [];
    expect(exits.length === starts.length || exits.length === starts.length - 1).toBe(true);
    starts.forEach((start, index) => {
      const exit = exits[index]?.[0];
      if (exit !== undefined) expect(exit).toBeGreaterThanOrEqual(start);
      if (index > 0) expect(start).toBeGreaterThanOrEqual(exits[index - 1]?.[0] ?? Number.POSITIVE_INFINITY);
    });
  }
  for (const [time, name, reason] of timeline.kills) {
    if (reason === "stop") continue;
    const before = timeline.attempts.filter(
      ({ to, kind, container }) => to <= time && kind === reason && container === name,
    );
    expect(before.at(-1)?.result).not.toBe("success");
    expect(before.length).toBeGreaterThan(0);
  }
  for (const [time, name] of timeline.sigterms) {
    expect(timeline.kills.some(([kill, container]) => kill <= time && container === name)).toBe(true);
  }
  for (const { from, to, container } of timeline.attempts) {
    expect(to).toBeGreaterThanOrEqual(from);
    expect(timeline.starts[container]?.[0]).toBeLessThanOrEqual(from);
  }
  let last = Number.NEGATIVE_INFINITY;
  for (const [from, until] of timeline.ready) {
    expect(from).toBeGreaterThanOrEqual(last);
    expect(timeline.starts.app?.[0]).toBeLessThanOrEqual(from);
    if (until !== null) expect(until).toBeGreaterThanOrEqual(from);
    last = until ?? Number.POSITIVE_INFINITY;
  }
}

describe("every simulated pod", () => {
  it("has no event before its cause", () => {
    fc.assert(
      fc.property(inputs, seeds, (input, seed) => {
        checkCauses(simulatePod(input, anyPhase(seed)));
        checkCauses(simulatePod(input, IDEAL));
      }),
      { seed: 6, numRuns: 600 },
    );
  });

  it("does not overlap the attempts of one probe", () => {
    fc.assert(
      fc.property(inputs, seeds, (input, seed) => {
        const ends = new Map<string, number>();
        for (const { from, to, container, kind } of simulatePod(input, anyPhase(seed)).attempts) {
          const key = `${container}/${kind}`;
          expect(from).toBeGreaterThanOrEqual(ends.get(key) ?? Number.NEGATIVE_INFINITY);
          ends.set(key, to);
        }
      }),
      { seed: 6, numRuns: 200 },
    );
  });

  it("is not killed earlier for a higher failureThreshold", () => {
    const kinds = fc.constantFrom("livenessProbe", "startupProbe");
    fc.assert(
      fc.property(probes, kinds, steps, seeds, fc.integer({ min: 1, max: 8 }), (probe, kind, list, seed, threshold) => {
        const kill = (failureThreshold: number) => {
          const podSpec = { containers: [{ name: "app", [kind]: { ...probe, failureThreshold } }] };
          const timeline = simulatePod(
            { podSpec, apps: { app: { runs: [{ default: list }] } }, duration: 400 },
            anyPhase(seed),
          );
          return timeline.kills[0]?.[0] ?? Number.POSITIVE_INFINITY;
        };
        expect(kill(threshold + 1)).toBeGreaterThanOrEqual(kill(threshold));
      }),
      { seed: 6, numRuns: 400 },
    );
  });
});

describe("best and worst case", () => {
  const faults = fc.record({
    probe: probes,
    kind: fc.constantFrom("livenessProbe", "startupProbe"),
    fault: fc.integer({ min: 0, max: 60 }),
    deed: fc.constantFrom("fail" as const, "hang" as const),
  });

  it("have the documentation's kill, exit and restart between them, and its Ready not after the worst", () => {
    fc.assert(
      fc.property(faults, ({ probe, kind, fault, deed }) => {
        const list: Step[] = [
          { at: 0, do: kind === "startupProbe" ? deed : "ok" },
          { at: fault, do: deed },
        ];
        const input: PodInput = {
          podSpec: {
            containers: [{ name: "app", [kind]: probe, readinessProbe: { exec, initialDelaySeconds: fault } }],
          },
          apps: {
            app: { runs: [{ liveness: list, startup: list, readiness: [{ at: 0, do: "ok" }] }], shutdownSeconds: 2 },
          },
          duration: 300,
        };
        const range = podRange(input);
        for (const [key, time] of occurrences(simulatePod(input, IDEAL))) {
          const spread = range.get(key);
          if (!/^(kill1|exit1|start2|ready1)/.test(key) || spread === undefined || spread.count < spread.total)
            continue;
          expect(time).toBeLessThanOrEqual(spread.latest + 0.06);
          // The documentation knows no relists: in the first second of a life the kubelet can be that much behind it.
          if (key !== "ready1") expect(time).toBeGreaterThanOrEqual(spread.earliest - RELIST_SECONDS - 0.06);
        }
      }),
      { seed: 6, numRuns: 15 },
    );
  });

  it("have every seeded phase between them", () => {
    fc.assert(
      fc.property(faults, seeds, ({ probe, fault, deed }, seed) => {
        const input: PodInput = {
          podSpec: { containers: [{ name: "app", livenessProbe: probe }] },
          apps: {
            app: {
              runs: [
                {
                  default: [
                    { at: 0, do: "ok" },
                    { at: fault, do: deed },
                  ],
                },
              ],
              shutdownSeconds: 2,
            },
          },
          duration: 200,
        };
        const spread = podRange(input).get("kill1");
        const kill = simulatePod(input, seededPhase(seed, 10)).kills[0]?.[0];
        if (kill === undefined || spread === undefined) return;
        expect(kill).toBeGreaterThanOrEqual(spread.earliest - 0.06);
        expect(kill).toBeLessThanOrEqual(spread.latest + 0.06);
      }),
      { seed: 6, numRuns: 15 },
    );
  });
});

describe("absurd numbers", () => {
  const huge = 2_147_483_647;
  const absurd: readonly object[] = [
    { periodSeconds: huge },
    { periodSeconds: 1, failureThreshold: 1e9 },
    { initialDelaySeconds: huge, timeoutSeconds: huge, successThreshold: huge, failureThreshold: huge },
    { periodSeconds: -1, timeoutSeconds: Number.NaN, failureThreshold: 1.5 },
  ];

  it.each(absurd)("are simulated within bounds: %o", numbers => {
    const probe = { exec, ...numbers };
    const input: PodInput = {
      podSpec: {
        terminationGracePeriodSeconds: huge,
        containers: [
          { name: "app", livenessProbe: probe, readinessProbe: { ...probe, periodSeconds: 1 }, startupProbe: probe },
        ],
      },
      apps: { app: { runs: [{ default: [{ at: 0, do: "fail" }] }], shutdownSeconds: 1e12 } },
      duration: 1e9,
      maxEvents: 20_000,
    };
    const timeline = simulatePod(input, PHASE);
    expect(["bounded", "until", "idle"]).toContain(timeline.end);
    expect(timeline.attempts.length).toBeLessThanOrEqual(20_000);
    expect(podRange(input).size).toBeGreaterThan(0);
    expect(simulatePod(input, IDEAL).starts.app?.[0]).toBe(0);
  });

  it("of nothing at all do no harm", () => {
    for (const podSpec of [undefined, null, {}, { containers: [] }, { containers: [null, 3] }, "text"]) {
      expect(simulatePod({ podSpec, duration: 10 }, PHASE).kills).toEqual([]);
      expect(podRange({ podSpec, duration: 10 }, "normal").get("kill1")).toBeUndefined();
    }
  });
});
