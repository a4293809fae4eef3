import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderHtml, renderHtmlSection } from "../../src/rollout/render-html.ts";
import { renderMermaid } from "../../src/rollout/render-mermaid.ts";
import { renderChart, renderSvg } from "../../src/rollout/render-svg.ts";
import { renderText } from "../../src/rollout/render-text.ts";
import type { Mode, SimulationResult } from "../../src/rollout/result.ts";
import { readScenario } from "../../src/rollout/scenario.ts";
import { type SimulateOptions, simulate } from "../../src/rollout/simulate.ts";

const READINESS = { httpGet: { path: "/ready", port: 8080 }, initialDelaySeconds: 5, periodSeconds: 10 };
const SERVICE = {
  kind: "Service",
  metadata: { name: "web", namespace: "shop" },
  spec: { selector: { app: "web" }, ports: [{ port: 80, targetPort: 8080 }] },
};

function podSpec(container: object = {}, spec: object = {}): object {
  const web = { name: "web", ports: [{ containerPort: 8080 }], readinessProbe: READINESS, ...container };
  return { containers: [web], ...spec };
}

function deployment(spec: object = {}, pod: object = podSpec()): object {
  const template = { metadata: { labels: { app: "web" } }, spec: pod };
  return { kind: "Deployment", metadata: { name: "web", namespace: "shop" }, spec: { replicas: 3, template, ...spec } };
}

function scenario(raw: object): SimulateOptions {
  return { scenario: readScenario(raw).scenario };
}

function run(manifest: object, options: SimulateOptions = {}): SimulationResult {
  return simulate(manifest, { services: [SERVICE], mode: "ideal", ...options });
}

describe("answers", () => {
  it("says how long, how many, and what is refused", () => {
    expect(run(deployment()).answers[0]).toBe(
      "Deployment shop/web: a rollout of 3 pods takes 15 s; never fewer than 3 ready; 4 s of refused connections per pod, because preStop is missing",
    );
  });

  it("gives a range where phases make one, and single runs lie within it", () => {
    const { rollout, answers } = run(deployment(), { mode: "range" });
    const { earliest, latest } = rollout?.seconds ?? {};
    expect(earliest).toBeLessThan(latest ?? 0);
    expect(answers[0]).toMatch(/takes \d+–\d+ s;/);
    for (const mode of ["best", "worst", "kubelet"] as const) {
      const seconds = run(deployment(), { mode, seed: 7 }).rollout?.seconds.latest ?? 0;
      expect(seconds).toBeGreaterThanOrEqual((earliest ?? 0) - 0.01);
      expect(seconds).toBeLessThanOrEqual((latest ?? 0) + 0.01);
    }
  });

  it("tells the share that is left, the overlap of versions, and a history that is not kept", () => {
    const one = run(
      deployment({ strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } }, revisionHistoryLimit: 0 }),
    );
    expect(one.answers[0]).toContain("never fewer than 2 of 3 (67 %) ready");
    expect(one.answers.join("\n")).toContain("kubectl rollout undo is not possible");
    const kept = run(deployment());
    expect(kept.rollout?.overlap).toEqual({ from: 5, until: 15 });
    expect(kept.answers).toContain("both versions serve side by side from 5 s to 15 s");
    expect(kept.answers.join("\n")).not.toContain("undo");
  });

  it("draws the same cluster for the same seed", () => {
    const draw = (seed: number) => run(deployment(), { mode: "kubelet", seed }).rollout?.seconds.earliest;
    expect(draw(3)).toBe(draw(3));
    expect(new Set([1, 2, 3, 4, 5].map(draw)).size).toBeGreaterThan(1);
  });

  it.each([
    [{ lifecycle: { preStop: { sleep: { seconds: 5 } } } }, {}, undefined],
    [
      { lifecycle: { preStop: { sleep: { seconds: 2 } } } },
      {},
      "2 s of refused connections per pod, because preStop waits only 2 s",
    ],
    [
      { lifecycle: { preStop: { sleep: { seconds: 9 } } } },
      { terminationGracePeriodSeconds: 0 },
      "terminationGracePeriodSeconds is 0",
    ],
  ])("blames the right thing for refused connections (%#)", (container, spec, reason) => {
    const answer = run(deployment({}, podSpec(container, spec))).answers[0] ?? "";
    if (reason === undefined) expect(answer).not.toContain("refused");
    else expect(answer).toContain(reason);
  });

  it("tells a Recreate's outage: no endpoint from the deletion to the new readiness", () => {
    const slow = scenario({ containers: { web: { boot: "20s", sigterm: "ignore" } } });
    const result = run(deployment({ strategy: { type: "Recreate" } }), slow);
    expect(result.endpoints).toMatchObject({ zeroEndpointSeconds: 55, firstZeroAt: 0 });
    expect(result.rollout?.zeroReadySeconds).toEqual({ earliest: 55, latest: 55 });
  });

  it("counts the requests that a booting pod without readiness probe fails", () => {
    const unguarded = deployment({}, podSpec({ readinessProbe: undefined }));
    const boot = scenario({ containers: { web: { boot: 20 } } });
    const with0 = run(unguarded, { ...boot, mode: "ideal" });
    expect(with0.answers.join("\n")).toContain(
      "without a readiness probe a new pod gets requests 20 s before it can answer them",
    );
    expect(with0.endpoints?.outageEquivalentSeconds).toBeGreaterThan(15);
    const annotated = {
      ...unguarded,
      metadata: { name: "web", namespace: "shop", annotations: { "kprobe-lint.dev/startup-seconds": "20" } },
    };
    expect(run(annotated).endpoints?.outageEquivalentSeconds).toBe(with0.endpoints?.outageEquivalentSeconds);
    const guarded = run(deployment({}, podSpec({ lifecycle: { preStop: { sleep: { seconds: 5 } } } })), boot);
    expect(guarded.endpoints?.outageEquivalentSeconds).toBe(0);
  });

  it("explains a rollout that does not begin or does not end", () => {
    expect(run(deployment({ paused: true })).answers[0]).toContain("does not begin, because spec.paused is true");
    const broken = scenario({ newVersion: { containers: { web: { fail: 0 } } } });
    const result = run(deployment({ progressDeadlineSeconds: 60 }), broken);
    expect(result.answers[0]).toContain("never ends, because the new pods do not get ready; never fewer than 3 ready");
    expect(result.rollout?.progressDeadlineExceededAt).toBe(61);
  });

  it("reproduces the file that turns up late, and the codes that turn bad", () => {
    const probe = {
      exec: { command: ["cat", "/var/ready.txt"] },
      initialDelaySeconds: 5,
      periodSeconds: 10,
      successThreshold: 3,
    };
    const ready = podSpec({ readinessProbe: probe });
    const readyAt = (raw: object) =>
      run({ kind: "Pod", metadata: { name: "p" }, spec: ready }, scenario(raw)).pod?.ready.earliest;
    expect(readyAt({})).toBe(25);
    expect(readyAt({ containers: { web: { files: { path: "/var/ready.txt", from: 20 } } } })).toBe(45);
    const live = podSpec({
      readinessProbe: undefined,
      livenessProbe: { ...READINESS, httpGet: { path: "/health", port: 80 } },
    });
    const codes = scenario({ containers: { web: { http: { path: "/health", status: 500, from: 20 } } } });
    expect(run({ kind: "Pod", metadata: { name: "p" }, spec: live }, codes).pod?.kill).toEqual({
      earliest: 45,
      latest: 45,
    });
  });

  it("follows events: a new image, a scale, a switched selector, a drained node", () => {
    const late = run(deployment(), scenario({ events: [{ at: 90, do: "image" }] }));
    expect(late.rollout).toMatchObject({ seconds: { earliest: 15, latest: 15 }, aggregates: { rolloutDoneAt: 105 } });
    const switched = run(
      deployment(),
      scenario({ events: [{ at: 10, do: "selector", service: "web", selector: { app: "green" } }] }),
    );
    expect(switched.endpoints).toMatchObject({ firstZeroAt: 10 });
    const budget = {
      metadata: { name: "web", namespace: "shop" },
      spec: { minAvailable: 3, selector: { matchLabels: { app: "web" } } },
    };
    const drained = run(deployment(), {
      ...scenario({ events: [{ at: 5, do: "drain", pods: 1 }] }),
      budgets: [budget],
    });
    expect(drained.answers).toContain(
      'draining a node with 1 pod never ends: PodDisruptionBudget "web" allows no eviction',
    );
  });

  it("knows when a Job is done only from a scenario", () => {
    const job = {
      ...deployment({ completions: 2, backoffLimit: 1 }, podSpec({ readinessProbe: undefined })),
      kind: "Job",
    };
    expect(run(job).answers[0]).toContain("runs 2 pods; how long is not known without a scenario");
    const ends = (exit: object) => run(job, scenario({ containers: { web: { exit } } })).answers[0];
    expect(ends({ at: "30s", code: 0 })).toContain("completes after 60 s with 2 pods");
    expect(ends({ at: "30s", code: 1 })).toContain("fails after 70 s with 2 pods: BackoffLimitExceeded");
    expect(run(deployment({ replicas: 0 })).answers[0]).toContain(
      "spec.replicas is 0, so there is nothing to roll out",
    );
  });

  it("says that no Service selects the pods, and nothing when it does not know", () => {
    expect(run(deployment(), { services: [] }).answers).toContain("no Service selects these pods");
    const elsewhere = { ...SERVICE, metadata: { name: "web", namespace: "other" } };
    expect(run(deployment(), { services: [elsewhere] }).endpoints).toBeNull();
    expect(simulate(deployment(), { mode: "ideal" }).endpoints).not.toBeNull();
  });
});

const results: [string, SimulationResult][] = [
  ["a Deployment", run(deployment())],
  ["100 pods in a range", run(deployment({ replicas: 100 }), { mode: "range" })],
  [
    "1,000 pods one by one",
    run(deployment({ replicas: 1000, strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } })),
  ],
  ["a Pod", run({ kind: "Pod", metadata: { name: "p" }, spec: podSpec() })],
  ["a canary", run({ ...deployment({ strategy: { canary: { steps: [{ setWeight: 20 }] } } }), kind: "Rollout" })],
  ["a Job", run({ ...deployment({ completions: 2 }), kind: "Job" })],
  ["nothing", run({})],
];

describe("renderers", () => {
  it.each(results)("%s fits the terminal's width", (_, result) => {
    for (const width of [60, 80, 160])
      for (const line of renderText(result, { width }).split("\n"))
        expect(line.length, line).toBeLessThanOrEqual(width);
  });

  it("keeps to ASCII where it has to", () => {
    for (const [, result] of results) expect(renderText(result, { ascii: true })).toMatch(/^[\n\x20-\x7e]*$/);
  });

  it("paints only signs and words, never layout", () => {
    const result = run(deployment());
    const painted = renderText(result, { paint: (text, tone) => `<${tone}>${text}</>` });
    expect(painted).toContain("<old>");
    expect(painted.replace(/<[a-z/]*>/g, "")).toBe(renderText(result));
  });

  it("shows the numbers of the run in the bars", () => {
    const lines = renderText(run(deployment())).split("\n");
    expect(lines.find(line => line.startsWith(" 5 s"))).toMatch(/^ 5 s (█+)(▓+)(░+)(×+) +3 ready, 3 avail\.$/);
  });

  it.each(results)("%s is well-formed, self-contained SVG", (_, result) => {
    const svg = renderSvg(result);
    const open = [...svg.matchAll(/<([a-z]+)(?:\s[^>]*[^/])?>/g)].map(([, name]) => name).sort();
    const closed = [...svg.matchAll(/<\/([a-z]+)>/g)].map(([, name]) => name).sort();
    expect(open.filter(name => name !== undefined)).toEqual(closed);
    expect(svg).not.toMatch(/<script|\son[a-z]+=|href=|url\(|NaN|Infinity|undefined/);
    expect(svg).toMatch(/role="img" aria-labelledby="kl-t kl-d"><title id="kl-t">/);
    for (const row of result.numbers) expect(svg).toContain(`>${row.label}<`);
  });

  it("lets nothing from a manifest out of its text", () => {
    const name = `x"><script>alert(1)</script>&\u0000`;
    const result = run({
      kind: "Pod",
      metadata: { name },
      spec: { containers: [{ name, readinessProbe: READINESS }] },
    });
    for (const page of [renderSvg(result), renderHtml([result]), renderHtmlSection(result)])
      expect(page).not.toMatch(/<script|\u0000/);
    expect(renderMermaid({ ...result, workload: { ...result.workload, name: "a:b;c\nsection x" } })).not.toMatch(
      /title.*[:;]|\nsection/,
    );
  });

  it.each(results)("%s has a table of numbers for each drawing of the page", (_, result) => {
    const page = renderHtml([result, result]);
    expect(page.match(/<svg /g)?.length ?? 0).toBe(2 * result.charts.length);
    expect(page.match(/<table>/g)).toHaveLength(2 * (result.charts.length + 1));
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const chart of result.charts) expect(renderChart(chart)).toContain("<desc");
  });

  it.each(results)("%s is a Mermaid gantt chart", (_, result) => {
    const [head, , ...lines] = renderMermaid(result).trimEnd().split("\n");
    expect(head).toBe("gantt");
    for (const line of lines)
      expect(line).toMatch(
        /^ {2}(dateFormat x|axisFormat %[HM]:%[MS]|section [^:]*|[^:]+ :((done|active|crit), )?\d+, \d+|[^:]+ :milestone, \d+, 0ms)$/,
      );
  });

  it("is JSON without loss", () => {
    for (const [, result] of results) expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});

describe("properties", () => {
  const number = fc.oneof(fc.integer({ min: -5, max: 400 }), fc.constantFrom(2147483647, -1, 0, "3", null, "50%", {}));
  const manifest = fc.record({
    kind: fc.constantFrom("Deployment", "StatefulSet", "DaemonSet", "Job", "Rollout", "Pod", "CronJob", "Thing"),
    replicas: number,
    minReadySeconds: number,
    maxSurge: number,
    maxUnavailable: number,
    grace: number,
    delay: number,
    period: number,
    failures: number,
  });

  it("answers whatever the manifest says, in every mode and format", () => {
    fc.assert(
      fc.property(manifest, fc.constantFrom<Mode>("ideal", "kubelet"), (given, mode) => {
        const probe = {
          tcpSocket: { port: 1 },
          initialDelaySeconds: given.delay,
          periodSeconds: given.period,
          failureThreshold: given.failures,
        };
        const spec = {
          containers: [{ name: "c", readinessProbe: probe, livenessProbe: probe }],
          terminationGracePeriodSeconds: given.grace,
        };
        const strategy = { rollingUpdate: { maxSurge: given.maxSurge, maxUnavailable: given.maxUnavailable } };
        const { kind, replicas, minReadySeconds } = given;
        const outer = { replicas, minReadySeconds, strategy, updateStrategy: strategy, template: { spec }, ...spec };
        const result = simulate({ kind, metadata: { name: "x" }, spec: outer }, { mode });
        expect(result.answers[0]).toMatch(/^\w+ default\/x: ./);
        expect(renderText(result) + renderSvg(result) + renderMermaid(result)).not.toMatch(/NaN|undefined|Infinity/);
        for (const chart of result.charts) expect(Number.isFinite(chart.until)).toBe(true);
      }),
      { seed: 2024, numRuns: 40 },
    );
  });
});
