import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import schema from "../../schemas/scenario.schema.json" with { type: "json" };
import { durationSeconds, durationText, rangeText } from "../../src/rollout/duration.ts";
import { CLUSTER_DEFAULTS, readScenario } from "../../src/rollout/scenario.ts";
import { stepsOf } from "../../src/rollout/script.ts";

const example: unknown = parse(
  /```yaml\n([\s\S]*?)```/.exec(readFileSync(new URL("../../src/rollout/scenario.md", import.meta.url), "utf8"))?.[1] ??
    "",
);
const validate = new Ajv({ allErrors: true }).compile(schema);

function messages(raw: unknown): string[] {
  const subjects = { containers: ["web", "shop/web", "sidecar"], services: ["web"] };
  return readScenario(raw, subjects).problems.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

describe("durations", () => {
  it.each([
    [20, 20],
    ["20s", 20],
    ["500ms", 0.5],
    ["1h30m", 5400],
    ["1.5m", 90],
    [0, 0],
  ])("%j is %d s", (value, seconds) => {
    expect(durationSeconds(value)).toBe(seconds);
  });

  it.each([-1, "20", "-3s", "1d", "", "1e9h", Number.NaN, Number.POSITIVE_INFINITY, null, {}, "99999999h"])(
    "%j is none",
    value => {
      expect(durationSeconds(value)).toBeUndefined();
    },
  );

  it("are shown short, and ranges outwards", () => {
    expect([0, 0.25, 9.94, 31.1, 119, 300, 601, 7800].map(durationText)).toEqual([
      "0 s",
      "0.3 s",
      "9.9 s",
      "31 s",
      "119 s",
      "5 min",
      "10 min 1 s",
      "2 h 10 min",
    ]);
    expect(rangeText(31.1, 40.1)).toBe("31–41 s");
    expect(rangeText(15, 15)).toBe("15 s");
    expect(rangeText(121, 130.2)).toBe("2 min 1 s to 2 min 11 s");
    expect(rangeText(31, Number.POSITIVE_INFINITY)).toBe("31 s or never");
  });
});

describe("the schema", () => {
  it("takes the example of the documentation, and so does the reader", () => {
    expect(validate(example), JSON.stringify(validate.errors)).toBe(true);
    expect(messages(example)).toEqual([]);
  });

  it.each([
    [{ containers: { web: { bot: "1s" } } }],
    [{ containers: { web: { boot: -1 } } }],
    [{ cluster: { nodes: 0 } }],
    [{ events: [{ do: "scale" }] }],
    [{ events: [{ do: "explode" }] }],
    [{ events: [{ do: "selector", service: "web" }] }],
    [{ containers: { web: { http: { path: "/", status: 99 } } } }],
  ])("refuses %j", raw => {
    expect(validate(raw)).toBe(false);
  });
});

describe("readScenario", () => {
  it("names what does not exist, with the nearest that does", () => {
    const raw = {
      containers: { wbe: {}, web: { boott: 1, boot: -3, fail: { from: 9, until: 3 } } },
      clster: {},
      events: [{ do: "scael" }, { do: "scale", replicas: -1 }, { do: "selector", service: "wb" }],
    };
    expect(messages(raw)).toEqual([
      'clster: unknown key "clster"; did you mean "cluster"?',
      'containers.wbe: no container "wbe" is simulated; did you mean "web"?',
      'containers.web.boott: unknown key "boott"; did you mean "boot"?',
      'containers.web.boot: "-3" is no duration such as 20s, 500ms, 2m or a number of seconds',
      "containers.web.fail.0: ends at 3 s, which is not after its start at 9 s",
      'events.0.do: unknown event "scael"; did you mean "scale"?',
      "events.1.replicas: must be a whole number from 0",
      'events.2.service: there is no Service "wb"; did you mean "web"?',
    ]);
  });

  it("has defaults for everything", () => {
    expect(readScenario(undefined).scenario).toMatchObject({ cluster: CLUSTER_DEFAULTS, events: [] });
    expect(readScenario({ cluster: { propagation: "10s" } }).scenario.cluster).toEqual({
      ...CLUSTER_DEFAULTS,
      propagation: 10,
    });
  });

  it("reads any value without failing", () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true }),
        fc.constantFrom("containers", "cluster", "events", "newVersion"),
        (value, key) => {
          const { scenario } = readScenario({ [key]: value });
          expect(scenario.events.length).toBeLessThanOrEqual(200);
          expect(scenario.cluster.nodes).toBeGreaterThan(0);
        },
      ),
      { seed: 99, numRuns: 300 },
    );
  });
});

describe("stepsOf", () => {
  const script = (raw: object) => readScenario({ containers: { "*": raw } }).scenario.containers["*"];

  it("lets an exec probe see files, an HTTP probe see codes, both only their own", () => {
    const both = script({
      files: { path: "/tmp/healthy", until: 30 },
      http: { path: "/health", status: 500, from: 20 },
    });
    const deeds = (probe: object) => stepsOf(probe as never, both, 0).map(step => `${step.at} ${step.do}`);
    expect(deeds({ exec: { command: ["cat", "/tmp/healthy"] } })).toEqual(["0 ok", "20 ok", "30 fail"]);
    expect(deeds({ httpGet: { path: "/health?full=1", port: 80 } })).toEqual(["0 ok", "20 fail", "30 fail"]);
    expect(deeds({ httpGet: { path: "/other", port: 80 } })).toEqual(["0 ok", "20 ok", "30 ok"]);
    expect(deeds({ tcpSocket: { port: 80 } })).toEqual(["0 ok", "20 ok", "30 ok"]);
  });

  it("takes files and codes from events as well", () => {
    const events = [
      { at: 30, do: "file", path: "/tmp/healthy", exists: false },
      { at: 50, do: "file", path: "/tmp/healthy" },
      { at: 20, do: "http", path: "/health", status: 500 },
      { at: 25, do: "http", path: "/health", status: 200 },
      { at: 1, do: "pause" },
    ];
    const { scenario, problems } = readScenario({ events });
    expect(problems).toEqual([]);
    expect(scenario.events).toEqual([{ at: 1, do: "pause" }]);
    const deeds = (probe: object) =>
      stepsOf(probe as never, scenario.containers["*"], 0).map(step => `${step.at} ${step.do}`);
    expect(deeds({ exec: { command: ["cat", "/tmp/healthy"] } })).toEqual([
      "0 ok",
      "20 ok",
      "25 ok",
      "30 fail",
      "50 ok",
    ]);
    expect(deeds({ httpGet: { path: "/health" } })).toEqual(["0 ok", "20 fail", "25 ok", "30 ok", "50 ok"]);
  });

  it.each([
    [199, "fail"],
    [200, "ok"],
    [302, "ok"],
    [399, "ok"],
    [400, "fail"],
  ])("takes status %d as %s", (status, deed) => {
    expect(stepsOf({ httpGet: { path: "/" } }, script({ http: { path: "/", status } }), 0)[0]?.do).toBe(deed);
  });

  it("boots, hangs and is slow in turn", () => {
    const steps = stepsOf(
      { tcpSocket: {} },
      script({ boot: 10, hang: { from: 20, until: 30 }, latency: [{ from: 30, latency: "2s" }] }),
      0,
    );
    expect(steps).toEqual([
      { at: 0, do: "fail" },
      { at: 10, do: "ok" },
      { at: 20, do: "hang" },
      { at: 30, do: "slow", latency: 2 },
    ]);
    expect(stepsOf({ tcpSocket: {} }, undefined, 15)).toEqual([
      { at: 0, do: "fail" },
      { at: 15, do: "ok" },
    ]);
  });
});
