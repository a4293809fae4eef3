// The benchmark as an instrument: what it computes, and that it runs. How fast anything is belongs to no test.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rules } from "../rules/index.ts";
import { loadTypes } from "../src/schema/tables.ts";
import { type Cell, comparison, exponent, figuresOf, growthExponent, leastOfPeers, median } from "./bench/figures.ts";
import { writeObjects } from "./bench/growth.ts";
import { Corpus, documentsOf, repository, spread, stream } from "./bench/inputs.ts";
import { kindSchema, schemaName } from "./bench/json-schemas.ts";
import { measure, parsePeak, parseTimes } from "./bench/measure.ts";
import { objects } from "./bench/objects.ts";
import { aimsOf } from "./bench/rows.ts";
import { parseStages, stageTable } from "./bench/stages.ts";
import { deployment, Repository, service } from "./support/repository.ts";
import { lintFiles } from "./support/run.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

const cell = (program: string, isPeer: boolean, walls: readonly number[], row = "row"): Cell => ({
  row,
  program,
  isPeer,
  foreign: 0,
  samples: walls.map(wall => ({ wall, user: wall / 2, system: wall / 4, peak: wall * 100 })),
  ...(walls.length === 0 ? { refused: "gives up (exit 1): bad | worse" } : {}),
});

describe("figures", () => {
  it("takes the middle, or the mean of the two in the middle", () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([10, 2, 9, 1])).toBe(5.5);
    expect(median([10, 9, 100])).toBe(10);
    expect(median([])).toBeNaN();
  });

  it("adds user and system time run by run", () => {
    const samples = [
      { wall: 1, user: 1, system: 9, peak: 1 },
      { wall: 2, user: 5, system: 1, peak: undefined },
      { wall: 9, user: 9, system: 2, peak: 3 },
    ];
    expect(figuresOf(samples)).toEqual({ wall: 2, cpu: 10, peak: 2 });
  });

  it("compares with the fastest median of a peer that ran", () => {
    const cells = [
      cell("mine", false, [0.1]),
      cell("a", true, [1, 2, 9]),
      cell("b", true, [3, 3, 0.5]),
      cell("c", true, []),
    ];
    expect(leastOfPeers(cells, "wall")).toBe(2);
    expect(leastOfPeers(cells, "cpu")).toBe(1.5);
    expect(leastOfPeers([cell("c", true, [])], "wall")).toBeUndefined();
  });

  it("prints ratios of medians, and why a program has none", () => {
    const table = comparison([cell("mine", false, [0.5, 1, 30]), cell("a", true, [2, 1, 4]), cell("b", true, [])]);
    expect(table.split("\n").slice(2)).toEqual([
      "| row | **mine** | 1.00 | 0.750 | 100 | 0.50 | 0.50 |",
      "|  | a | 2.00 | 1.50 | 200 | 1.00 | 1.00 |",
      "|  | b | gives up (exit 1): bad \\| worse | | | | |",
    ]);
  });

  it("marks the rows that were disturbed", () => {
    expect(comparison([{ ...cell("mine", false, [1]), foreign: 0.5 }])).toContain("| 1.00\\* |");
  });

  it("fits the exponent of a power", () => {
    const points = [10, 100, 1000].map(size => ({ size, value: 3 * size ** 1.5 }));
    expect(exponent(points)).toBeCloseTo(1.5, 10);
    expect(exponent(points.slice(0, 1))).toBeNaN();
  });

  it("sees growth behind the time of starting up", () => {
    const of = (power: number) =>
      [10, 1000, 10_000, 100_000].map(size => ({ size, value: 0.2 + 1e-6 * (size - 10) ** power }));
    expect(growthExponent(of(1), 1000)).toBeCloseTo(1, 6);
    expect(growthExponent(of(2), 1000)).toBeCloseTo(2, 6);
  });
});

describe("aims", () => {
  const rows = new Map([
    ["file", [cell("node -e 0", false, [0.05]), cell("mine", false, [0.06]), cell("a", true, [0.01])]],
    ["1000", [cell("mine", false, [0.8]), cell("a", true, [1]), cell("b", true, [2])]],
    ["stream", [cell("mine", false, [1]), cell("kubeconform", true, [4])]],
  ]);

  it("are judged by the medians, where there is something to judge", () => {
    const aims = aimsOf(rows).map(({ text, measured, most }) => [text, Number(measured.toFixed(3)), measured <= most]);
    expect(aims).toEqual([
      ["one file: wall beyond bare Node", 10, true],
      ["1,000 files: wall ÷ fastest peer", 0.8, false],
      ["one stream: wall ÷ fastest peer", 0.25, true],
      ["one stream: CPU ÷ kubeconform's", 0.25, true],
    ]);
  });
});

describe("measuring", () => {
  it("reads what bash says, after whatever it says of a signal", () => {
    const text = 'bench: line 1: 12 Killed  "$@"\n1.250 2.500 0.125\nstatus 137\n';
    expect(parseTimes(text)).toEqual({ wall: 1.25, user: 2.5, system: 0.125, status: 137 });
    expect(() => parseTimes("bash: no")).toThrow("did not tell the time");
  });

  it("reads what GNU time says, after whatever it says of an exit", () => {
    expect(parsePeak("Command exited with non-zero status 1\n2048\n")).toBe(2);
    expect(parsePeak("")).toBeUndefined();
  });

  it("runs a program to its end and passes on what it said", async () => {
    const repository = new Repository();
    const program = "console.log('out'); console.error('err'); process.exitCode = 3";
    const ran = await measure({ argv: [process.execPath, "-e", program], cwd: repository.path }, repository.path);
    repository.remove();
    expect(ran).toMatchObject({ status: 3, stdout: "out\n", stderr: "err\n" });
    expect(ran.sample.wall).toBeGreaterThan(0);
    expect(ran.sample.user + ran.sample.system).toBeGreaterThan(0);
    if (ran.sample.peak !== undefined) expect(ran.sample.peak).toBeGreaterThan(1);
  });

  it("reads the stages", () => {
    const stages = parseStages("parse        123.4 ms\nrules     7.0 ms\nnot a stage\ntotal       140.0 ms\n");
    expect([...stages]).toEqual([
      ["parse", 123.4],
      ["rules", 7],
    ]);
    expect(stageTable({ title: "t", milliseconds: Object.fromEntries(stages), wall: 200 })).toContain(
      "| the rest | 70 | 35 % |",
    );
  });
});

describe("inputs", () => {
  it("spreads a choice over a list", () => {
    expect(spread([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 3)).toEqual([0, 4, 7]);
    expect(spread([1, 2], 5)).toEqual([1, 2]);
  });

  it("takes a text apart at its separators", () => {
    expect(documentsOf("---\nkind: A\n--- # b\nkind: B\ntext: |\n  ---\n---\n# nothing\n")).toEqual([
      "kind: A\n",
      "kind: B\ntext: |\n  ---\n",
    ]);
  });

  it("makes objects up that are valid, with the mistakes that are meant", async () => {
    const texts = [...objects(99)];
    expect(texts).toHaveLength(99);
    const { report } = await lintFiles({ "all.yaml": texts.join("---\n") });
    expect(report.summary.resources).toBe(99);
    const found = new Set(report.diagnostics.map(({ ruleId }) => ruleId));
    expect(found).toContain("readiness-probe-missing");
    expect(found).toContain("service-selects-nothing");
    expect(rules.filter(({ id, target }) => target === "none" && found.has(id))).toEqual([]);
  });

  it("lays objects out in one file or in many", () => {
    const repository = new Repository();
    expect(writeObjects(join(repository.path, "one"), 7, "one file")).toBe("all.yaml");
    expect(writeObjects(join(repository.path, "many"), 7, "many files")).toBe("manifests");
    const one = readFileSync(join(repository.path, "one/all.yaml"), "utf8");
    const many = readdirSync(join(repository.path, "many/manifests/part-0"));
    repository.remove();
    expect(one.match(/^kind: /gm)).toHaveLength(7);
    expect(many).toEqual(["app-0.yaml", "app-1.yaml", "app-2.yaml"]);
  });

  it("makes a stream of ordinary documents, over and over, and a repository of as many files", () => {
    const work = new Repository();
    work.write("manifests/a.yaml", deployment("a"));
    work.write("manifests/crd.yaml", "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n");
    const corpus = new Corpus(work.path);
    const length = deployment("a").length + "---\n".length;
    const made = stream(join(work.path, "stream"), corpus, corpus.all(), 3 * length);
    expect(readFileSync(join(made.directory, made.path), "utf8")).toBe(Array(3).fill(deployment("a")).join("---\n"));
    const checkout = repository(join(work.path, "hook"), corpus, corpus.all(), 9);
    const tracked = execFileSync("git", ["ls-files"], { cwd: checkout.directory, encoding: "utf8" });
    work.remove();
    expect(tracked.trim().split("\n")).toHaveLength(9);
    expect(tracked).toContain(checkout.path);
  });

  it("writes JSON Schemas that take and refuse what they should", async () => {
    await loadTypes("apps");
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(
      kindSchema("Deployment", "apps/v1", "Deployment", 36),
    );
    const container = { name: "a", image: "a", ports: [{ containerPort: 80 }] };
    const object = (spec: object, apiVersion = "apps/v1") => ({
      apiVersion,
      kind: "Deployment",
      metadata: { name: "a", labels: null },
      spec: { selector: {}, template: { spec: { containers: [container], ...spec } } },
    });
    expect(validate(object({}))).toBe(true);
    expect(validate(object({ volumes: [{ name: "v", emptyDir: { sizeLimit: 5 } }] }))).toBe(true);
    expect(validate(object({ hostNetwrk: true }))).toBe(false);
    expect(validate(object({ hostNetwork: "yes" }))).toBe(false);
    expect(validate(object({}, "apps/v1beta1"))).toBe(false);
  });

  it("names schemas as kubeconform looks for them", () => {
    expect(schemaName("v1", "Service")).toBe("service-v1.json");
    expect(schemaName("apps/v1", "Deployment")).toBe("deployment-apps-v1.json");
    expect(schemaName("networking.k8s.io/v1", "Ingress")).toBe("ingress-networking-v1.json");
  });
});

describe("the benchmark", () => {
  const work = new Repository();

  beforeAll(() => {
    work.write("manifests/a.yaml", deployment("a"));
    work.write("manifests/b/b.yaml", `${deployment("b")}---\n${service("b")}`);
    work.write("clean1000.txt", "a.yaml\nb/b.yaml\n");
    // Stands for the bundle, which tests do not make.
    work.write(
      "cli.mjs",
      "process.stdout.write('done\\n'); if (process.argv.includes('--timing')) console.error('parse   1.5 ms')",
    );
  });
  afterAll(() => work.remove());

  const bench = (...args: string[]) =>
    execFileSync(
      process.execPath,
      ["--import", "tsx", join(root, "test/bench/run.ts"), "--cli", join(work.path, "cli.mjs"), "--runs", "1", ...args],
      {
        cwd: root,
        encoding: "utf8",
        env: { ...process.env, TMPDIR: work.path },
        stdio: ["ignore", "pipe", "pipe"],
      },
    );

  it("runs its rows and writes what it saw", () => {
    const json = join(work.path, "out.json");
    const text = bench("--no-peers", "--only", "version,file,150,1000,4712,all", "--corpus", work.path, "--json", json);
    for (const title of ["start-up: `--version`", "one file", "2 files, 0.00 MB"])
      expect(text).toContain(`| ${title} |`);
    expect(text).toMatch(/\| parse \| 2 \|/);
    const report = JSON.parse(readFileSync(json, "utf8"));
    // There is no list for 4712: that row is skipped.
    expect(report.rows.map(({ id }: { id: string }) => id)).toEqual(["version", "file", "150", "1000", "all"]);
    expect(report.rows[3].cells).toMatchObject([{ program: "kprobe-lint", said: "done", samples: [{}] }]);
  });

  it("runs the growth", () => {
    const text = bench("--growth", "--sizes", "3,7");
    expect(text).toMatch(/\| one file \| 3 \| [\d.]+ \| [\d.]+ \| \d+ \| \d+ \| \d* ?\|/);
    expect(text).toContain("| **exponent** |");
  });

  it("says what it does not know", () => {
    expect(() => bench("--only", "1001")).toThrow('no row is called "1001"');
    expect(() => bench("--runs", "0")).toThrow("whole numbers above zero");
  });
});
