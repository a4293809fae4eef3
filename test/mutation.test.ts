// The mutation runner itself: what it changes, and that it notices. All mutants: `npm run mutate`.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Result, runTasks } from "./mutation/bench.ts";
import { ROOT } from "./mutation/modules.ts";
import { applied, mutate } from "./mutation/mutators.ts";
import { failuresOf, keyOf, REASONS, type Reason, readReasons, survivorOf } from "./mutation/report.ts";
import { sampled } from "./mutation/sample.ts";

const changes = (source: string) => mutate("a.ts", source).mutants.map(mutant => applied(source, mutant));

describe("mutants", () => {
  it.each([
    ["x = a < b", ["x = (a) <= (b)", "x = (a) >= (b)"]],
    ["x = a !== b", ["x = (a) === (b)"]],
    ["x = a && b", ["x = ((a) || (b))"]],
    ["x = a ?? b", ["x = (a)", "x = (b)"]],
    ["x = a?.b", ["x = a.b"]],
    ["x = !(a || b)", ["x = (a || b)", "x = !(((a) && (b)))"]],
    ["x = a + 2", ["x = ((a) - (2))", "x = a + (3)", "x = a + (1)"]],
    ["x = `${a}` + b", []],
    ["x = a.some(f)", ["x = a.every(f)"]],
    ["x = a.filter(f)", ["x = (a)"]],
    ['x = a === "b"', ['x = (a) !== ("b")', 'x = a === "b~"']],
    ['x = "b"', []],
    ['const x = new Set(["b"])', ['const x = new Set(["b~"])']],
    ["function f() { g(); }", ["function f() { ; }"]],
    [
      "function f() { if (a()) return; }",
      ["function f() { if (false) return; }", "function f() { if (!(a())) return; }"],
    ],
    ["let x: 1 | 2 = y as 3", []],
  ])("of %s", (source, expected) => {
    expect(changes(source).sort()).toEqual([...expected].sort());
  });

  it("leave the prose of a rule alone, and take the defaults of its options", () => {
    const rule = `export default defineRule({ id: "a", absence: true, options: { n: { minimum: 1, default: 5 } }, *check() { yield 7; } })`;
    expect(mutate("a.ts", rule).mutants.map(({ start }) => rule[start])).toEqual(["5", "5", "y", "7", "7"]);
  });

  it("know the function they stand in", () => {
    const source = "const a = 1; const f = () => 2; function g() { return [3].map(x => x + 4); }";
    const { mutants, instrumented } = mutate("a.ts", source);
    expect([...new Set(mutants.map(({ within }) => within))]).toEqual([-1, 0, 1, 2]);
    expect(instrumented).toBe(
      "const a = 1; const f = () => (__hit(0), 2); function g() {__hit(1); return [3].map(x => (__hit(2), x + 4)); }",
    );
  });
});

it("a sample is the same for the same seed", () => {
  const items = Array.from({ length: 100 }, (_, index) => index);
  expect(sampled(items, 5, 7)).toEqual(sampled(items, 5, 7));
  expect(sampled(items, 5, 7)).not.toEqual(sampled(items, 5, 8));
  expect(sampled(items, 200, 1)).toEqual(items);
});

it("a few mutants of a rule are tried, and most are noticed", async () => {
  const file = "rules/liveness-too-slow.ts";
  const source = readFileSync(`${ROOT}${file}`, "utf8");
  const { mutants } = mutate(file, source);
  const indexes = sampled([...mutants.keys()], 6, 2);
  const results: Result[] = [];
  await runTasks([{ file, source, indexes }], result => results.push(result));
  expect(results.map(({ index }) => index)).toEqual(indexes);
  const killed = results.filter(({ outcome }) => outcome === "killed");
  expect(killed.length).toBeGreaterThan(3);
  expect(killed.map(({ by }) => by)).toContainEqual(expect.stringContaining("liveness-too-slow > "));
});

describe("reasons.json", () => {
  const reasons = readReasons();

  it("explains each mutant once, in words that are known", () => {
    for (const { file, code, change, reason } of reasons) {
      expect(file).toMatch(/^(rules|src\/kubernetes)\/[\w-]+\.ts$/);
      expect(change, file).toContain(" → ");
      expect(code, file).toBe(code.trim());
      expect(Object.keys(REASONS), change).toContain(reason);
    }
    expect(new Set(reasons.map(keyOf)).size).toBe(reasons.length);
  });

  it("fails a run with an entry that does not survive", () => {
    const [mutant] = mutate("rules/a.ts", "x = a === b").mutants;
    if (mutant === undefined) throw new Error("no mutant");
    const survivor = survivorOf(mutant, "x = a === b");
    const entry: Reason = { file: survivor.file, code: survivor.code, change: survivor.change, reason: "same" };
    const tried = { looked: new Set([survivor.key]), whole: new Set<string>() };
    const survived: Result = { file: "rules/a.ts", index: 0, outcome: "survived" };
    const killed: Result = { file: "rules/a.ts", index: 0, outcome: "killed" };
    expect(failuresOf([killed], [], [entry], tried)).toEqual([
      "reasons.json explains what does not survive: rules/a.ts: a === b → (a) !== (b)",
    ]);
    expect(failuresOf([survived], [survivor], [entry], tried)).toEqual(["rules: a score of 0.0 %, below 85 %"]);
  });
});
