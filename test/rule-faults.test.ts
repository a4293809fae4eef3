// A fault in one rule costs its own findings on that object only, is told, and makes the run fail. Each rule in turn is broken.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../rules/index.ts";
import { lintCommand } from "../src/command-lint.ts";
import type { Diagnostic } from "../src/diagnostic.ts";
import { parse } from "../src/options.ts";
import type { AnyRule } from "../src/rule.ts";
import { strip } from "./support/carets.ts";
import { lintFiles } from "./support/run.ts";

const withCheck = rules.filter(({ check }) => check !== undefined);

/** A few examples of other rules, so that there is something to lose. */
function filesFor(rule: AnyRule): Record<string, string> {
  const at = rules.indexOf(rule);
  const near = [rule, ...Array.from({ length: 4 }, (_, step) => rules[(at + 1 + step * 7) % rules.length] ?? rule)];
  return Object.fromEntries(near.map(({ examples }, index) => [`${index}.yaml`, strip(examples[0]?.bad ?? "")]));
}

type Break = (check: NonNullable<AnyRule["check"]>) => NonNullable<AnyRule["check"]>;

const throwsAt =
  (nth: number): Break =>
  check => {
    let count = 0;
    return (target, context) => {
      if (++count === nth) throw new Error("broken on purpose");
      return check(target, context);
    };
  };

const BREAKS: Readonly<Record<string, Break>> = {
  "throws at its first object": throwsAt(1),
  "throws at its third object": throwsAt(3),
  "throws what is no error": () => () => {
    throw "broken on purpose";
  },
  "throws behind its findings": check =>
    function* (target, context) {
      yield* check(target, context);
      throw new Error("broken on purpose");
    },
  "answers with a number": () => () => 7 as never,
  "answers with nothing in it": () => () => [undefined] as never,
  "answers with findings that are none": () => () => [{ at: "spec.replicas", message: 5 }] as never,
};

const keyOf = ({ ruleId, file, range, message }: Diagnostic) => `${ruleId} ${file}:${range.start.offset} ${message}`;

/** Rules of the engine that look at what the others found. */
const DEPENDENT = new Set(["ignore-unused", "internal-error"]);

describe.each(withCheck.map(rule => [rule.id, rule] as const))("%s", (_, rule) => {
  const files = filesFor(rule);

  it.each(Object.entries(BREAKS))("%s", async (_, breakIt) => {
    const settings = { preset: "all" as const };
    const sound = await lintFiles(files, { settings });
    const broken = { ...rule, check: breakIt(rule.check ?? (() => [])) } as AnyRule;
    const result = await lintFiles(files, { settings, rules: rules.map(each => (each === rule ? broken : each)) });
    const others = ({ report }: typeof result) =>
      report.diagnostics.filter(({ ruleId }) => ruleId !== rule.id && !DEPENDENT.has(ruleId)).map(keyOf);
    expect(others(result)).toEqual(others(sound));
    expect(others(sound).length).toBeGreaterThan(0);

    const offered = sound.offered.get(rule.id) ?? 0;
    const told = result.report.diagnostics.filter(({ ruleId }) => ruleId === "internal-error");
    expect(result.faults > 0).toBe(told.length > 0);
    expect(told.length > 0).toBe(breakIt === BREAKS["throws at its third object"] ? offered >= 3 : offered >= 1);
    for (const { message, file, severity } of told) {
      expect(message).toContain(`rule ${rule.id} failed here`);
      expect(Object.keys(files)).toContain(file);
      expect(severity).toBe("error");
    }
    // Of what it found on other objects nothing is lost.
    const own = ({ report }: typeof result) => report.diagnostics.filter(({ ruleId }) => ruleId === rule.id).map(keyOf);
    expect(own(sound)).toEqual(expect.arrayContaining(own(result)));
    if (breakIt === BREAKS["throws behind its findings"]) expect(own(result)).toEqual(own(sound));
  });
});

describe("the command", () => {
  it("ends with 2 and names rule and object, whatever else it found", async () => {
    const directory = mkdtempSync(join(tmpdir(), "kprobe-lint-"));
    try {
      const [rule] = withCheck.filter(({ target }) => target === "container");
      if (rule === undefined) throw new Error("no rule is about containers");
      const broken: AnyRule = {
        ...rule,
        check: () => {
          throw new Error("broken on purpose");
        },
      };
      writeFileSync(join(directory, "a.yaml"), strip(rule.examples[0]?.bad ?? ""));
      let text = "";
      const stream = {
        write: (part: string) => {
          text += part;
        },
        isTTY: false,
        columns: 80,
      };
      const environment = {
        argv: [],
        cwd: directory,
        env: {},
        stdout: stream,
        stderr: stream,
        stdin: () => "",
        now: () => 0,
      };
      const all = rules.map(each => (each === rule ? broken : each));
      const status = await lintCommand(parse(["--fail-on=never", "--preset=all", "."]), environment, all);
      expect(status).toBe(2);
      expect(text).toContain(`error[internal-error] rule ${rule.id} failed here (broken on purpose)`);
      expect(text).toMatch(/--> a\.yaml:\d+:\d+ {2}\(/);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });
});
