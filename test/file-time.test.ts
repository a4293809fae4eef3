// The bound on the time for one file. Time passes here only where a test says so.

import { describe, expect, it } from "vitest";
import { rules } from "../rules/index.ts";
import type { Diagnostic } from "../src/diagnostic.ts";
import { FileTime } from "../src/file-time.ts";
import { type LintInput, lint } from "../src/lint.ts";
import type { AnyRule } from "../src/rule.ts";
import { DEFAULT_SETTINGS } from "../src/settings.ts";

const POD =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: "web:1", x: 1}]}\n';
const LINES = 5;

function input(files: Readonly<Record<string, string>>, more: Partial<LintInput> = {}, seconds = 30): LintInput {
  return {
    sources: Object.entries(files).map(([path, text]) => ({ path, text })),
    context: [],
    settings: { ...DEFAULT_SETTINGS, limits: { ...DEFAULT_SETTINGS.limits, time: seconds } },
    rules,
    ...more,
  };
}

const told = ({ file, range, ruleId, message }: Diagnostic) => `${file}:${range.start.line} ${ruleId}: ${message}`;
const limits = (all: readonly Diagnostic[]) => all.filter(({ ruleId }) => ruleId === "input-limit").map(told);
const of = (file: string, all: readonly Diagnostic[]) => all.filter(diagnostic => diagnostic.file === file);

/** Every look at the clock takes so many seconds. */
function ticking(seconds: number): () => number {
  let now = 0;
  return () => {
    now += seconds * 1000;
    return now;
  };
}

describe("the time of a file", () => {
  it("is what passes while it is at hand, and no other file's", () => {
    let now = 0;
    const time = new FileTime(10, () => now);
    const spend = (file: string, seconds: number) => {
      time.on(file);
      now += seconds * 1000;
      return time.isUp();
    };
    expect([spend("a", 6), spend("b", 9), spend("a", 3)]).toEqual([false, false, false]);
    time.off();
    now += 100_000;
    expect([spend("b", 0), spend("a", 1), spend("b", 0), spend("a", 0)]).toEqual([false, true, false, true]);
    expect([time.isToBeTold(), time.isToBeTold()]).toEqual([true, false]);
  });

  it("does not pass without a clock", () => {
    const time = new FileTime(1);
    time.on("a");
    expect(time.isUp()).toBe(false);
  });
});

describe("a file that takes too long", () => {
  const many = (count: number) => Array.from({ length: count }, () => POD).join("---\n");

  it("while it is read: the rest is not read, nothing in it is checked, and it says where", async () => {
    const { report } = await lint(input({ "slow.yaml": many(100), "b.yaml": POD }, { now: ticking(1), rules: [] }));
    expect(limits(report.diagnostics)).toEqual([
      // The clock is read when the file is taken up, and before each document.
      `slow.yaml:${29 * LINES + 1} input-limit: the file takes longer than 30 s: reading it was given up here, and nothing in it was checked`,
    ]);
    expect(report.diagnostics.find(({ ruleId }) => ruleId === "input-limit")?.help).toContain("--max-file-time");
    expect(report.summary.errors).toBeGreaterThan(0);
    expect(report.summary.documents).toBe(29 + 1 + 1);
    expect(of("slow.yaml", report.diagnostics)).toHaveLength(1);
  });

  it("while it is validated: what was found up to there is told", async () => {
    const { report } = await lint(input({ "slow.yaml": many(20), "b.yaml": POD }, { now: ticking(1), rules: [] }));
    const [first, ...others] = limits(report.diagnostics);
    expect(first).toMatch(
      /^slow\.yaml:\d+ input-limit: .* its objects were validated up to here only, and the rules were not applied to them$/,
    );
    expect(others).toEqual([]);
    const unknown = of("slow.yaml", report.diagnostics).filter(({ ruleId }) => ruleId === "unknown-field");
    const line = Number(/:(\d+)/.exec(first ?? "")?.[1]);
    expect(unknown.length).toBeGreaterThan(0);
    expect(unknown).toHaveLength(Math.floor(line / LINES));
    expect(of("slow.yaml", report.diagnostics)).toHaveLength(unknown.length + 1);
  });

  it("while rules are applied: of the object at hand what was found, of those behind it nothing", async () => {
    let now = 0;
    const slow: AnyRule = {
      ...(rules.find(({ id }) => id === "image-not-pinned") ?? (rules[0] as AnyRule)),
      id: "slow",
      target: "resource",
      absence: false,
      *check(resource: { file: string; root: never }) {
        if (resource.file === "slow.yaml") now += 20_000;
        yield { at: resource.root, message: "seen" };
      },
    } as AnyRule;
    const files = { "slow.yaml": many(4), "b.yaml": POD };
    const settings = { ...DEFAULT_SETTINGS, select: ["slow"] };
    const run = async (clock: () => number) =>
      (await lint({ ...input(files), rules: [slow], settings, now: clock })).report.diagnostics;
    const bounded = await run(() => now);
    expect(limits(bounded)).toEqual([
      `slow.yaml:${2 * LINES + 2} input-limit: the file takes longer than 30 s: from this object on the rules were not applied to all its objects`,
    ]);
    expect(of("slow.yaml", bounded).filter(({ ruleId }) => ruleId === "slow")).toHaveLength(2);
    const unbounded = await run(() => 0);
    expect(of("slow.yaml", unbounded)).toHaveLength(4);
    expect(of("b.yaml", bounded)).toEqual(of("b.yaml", unbounded));
    expect(of("b.yaml", bounded)).toHaveLength(1);
  });

  it("leaves every other file judged as before", async () => {
    const files = { "slow.yaml": many(1000), "b.yaml": POD, "c.yaml": many(3) };
    const bounded = (await lint(input(files, { now: ticking(1) }, 900))).report.diagnostics;
    const unbounded = (await lint(input(files))).report.diagnostics;
    expect(limits(bounded)).toHaveLength(1);
    for (const file of ["b.yaml", "c.yaml"]) {
      expect(of(file, bounded)).toEqual(of(file, unbounded));
      expect(of(file, bounded).length).toBeGreaterThan(0);
    }
  });

  it("makes nothing seem to be missing that stands in what was not read", async () => {
    const pod = POD.replace("x: 1", "envFrom: [{configMapRef: {name: settings}}]");
    const user = `${pod}---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: setings}\n`;
    const missing = async (files: Record<string, string>, now?: () => number) => {
      const { report } = await lint(input(files, now === undefined ? {} : { now }, 900));
      return of("user.yaml", report.diagnostics).filter(({ ruleId }) => ruleId === "configmap-missing");
    };
    expect(await missing({ "user.yaml": user })).toHaveLength(1);
    const configMap = "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\n";
    const files = { "user.yaml": user, "slow.yaml": many(1000) + configMap };
    expect(await missing({ ...files, "slow.yaml": many(1) + configMap })).toEqual([]);
    expect(await missing(files, ticking(1))).toEqual([]);
    expect(await missing({ ...files, "slow.yaml": many(1) })).toHaveLength(1);
  });
});
