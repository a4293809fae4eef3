// Every rule against its own examples and fixtures, alone.

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rules } from "../rules/index.ts";
import type { Diagnostic } from "../src/diagnostic.ts";
import { applyEdits } from "../src/fix.ts";
import type { AnyRule } from "../src/rule.ts";
import type { Settings } from "../src/settings.ts";
import { answer, isSamePlace } from "./support/answers.ts";
import { annotate, isCaretLine, strip } from "./support/carets.ts";
import { lintFiles, lintWith } from "./support/run.ts";

const fixtures = new URL("../fixtures/rules/", import.meta.url);
const message = (diagnostic: Diagnostic) => diagnostic.message;

/** `# kubernetes: 1.28` in the first line of a fixture sets the version. */
function settingsOf(text: string): Partial<Settings> {
  const version = /^# kubernetes: 1\.(\d+)/.exec(text);
  return version === null ? {} : { minor: Number(version[1]) };
}

/** Everything but the rules: what the reader and the validator say. Rules of theirs are looked at alone. */
async function problemsOf(text: string, settings: Partial<Settings>): Promise<string[]> {
  const { report } = await lintFiles({ "manifest.yaml": text }, { rules: [], settings });
  return report.diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

for (const rule of rules) {
  const alone = (text: string, settings: Partial<Settings>) => lintWith(rule, text, settings);

  describe(rule.id, () => {
    rule.examples.forEach((example, index) => {
      const settings = example.minor === undefined ? {} : { minor: example.minor };
      const bad = strip(example.bad);

      it(`example ${index + 1}: what is bad is found, and nothing else`, async () => {
        expect(example.bad.split("\n").some(isCaretLine)).toBe(true);
        const { report } = await alone(bad, settings);
        expect(annotate(bad, report.diagnostics, message)).toBe(example.bad);
      });

      it(`example ${index + 1}: what is good is looked at, and passes`, async () => {
        const { report, offered } = await alone(example.good, settings);
        expect(report.diagnostics.map(message)).toEqual([]);
        expect(await problemsOf(example.good, settings)).toEqual([]);
        if (rule.target !== "none") expect(offered.get(rule.id) ?? 0).toBeGreaterThan(0);
      });

      it(`example ${index + 1}: a fix, if there is one, makes good of bad`, () =>
        checkFix(rule, bad, example.good, settings));
    });

    it("offers in its examples the fix that it declares", async () => {
      const offered = new Set<string>();
      for (const { bad, minor } of rule.examples) {
        const { report } = await alone(strip(bad), minor === undefined ? {} : { minor });
        for (const { fixes } of report.diagnostics) for (const { safety } of fixes) offered.add(safety);
      }
      expect(rule.fix).toBe(offered.has("safe") ? "safe" : offered.has("unsafe") ? "unsafe" : undefined);
    });

    const folder = new URL(`${rule.id}/`, fixtures);
    const names = existsSync(folder)
      ? readdirSync(folder)
          .filter(name => name.endsWith(".yaml"))
          .sort()
      : [];
    for (const name of names) {
      it(`fixture ${name}`, async () => {
        const text = readFileSync(new URL(name, folder), "utf8");
        const manifest = strip(text);
        const { report, offered } = await alone(manifest, settingsOf(text));
        const actual = annotate(manifest, report.diagnostics, message);
        if (process.env.UPDATE === "1") writeFileSync(new URL(name, folder), actual);
        else expect(actual).toBe(text);
        if (rule.target !== "none") expect(offered.get(rule.id) ?? 0).toBeGreaterThan(0);
      });
    }

    if (names.length === 0) return;
    it("says of all of these what answers.txt says", async () => {
      const examples = rule.examples.map(
        ({ bad, minor }, index) => [`example ${index + 1}`, strip(bad), minor === undefined ? {} : { minor }] as const,
      );
      const texts = names.map(name => [name, readFileSync(new URL(name, folder), "utf8")] as const);
      const files = texts.map(([name, text]) => [name, strip(text), settingsOf(text)] as const);
      const parts: string[] = [];
      for (const [name, text, settings] of [...examples, ...files]) {
        const answers = await answersOf(rule, text, settings);
        if (answers !== "") parts.push(`${name}\n${answers}`);
      }
      const path = new URL("answers.txt", folder);
      if (process.env.UPDATE === "1") writeFileSync(path, parts.join("\n"));
      else expect(parts.join("\n")).toBe(readFileSync(path, "utf8"));
    });
  });
}

async function answersOf(rule: AnyRule, text: string, settings: Partial<Settings>): Promise<string> {
  const { report } = await lintWith(rule, text, settings);
  const usual = await lintWith(rule, text, { ...settings, select: [], preset: "recommended" });
  const isStrict = (diagnostic: Diagnostic) =>
    rule.presets.includes("recommended") && !usual.report.diagnostics.some(other => isSamePlace(other, diagnostic));
  return report.diagnostics.map(diagnostic => answer(diagnostic, text, isStrict(diagnostic))).join("");
}

async function checkFix(rule: AnyRule, bad: string, good: string, settings: Partial<Settings>): Promise<void> {
  const { report } = await lintWith(rule, bad, settings);
  const edits = report.diagnostics.flatMap(({ fixes }) => fixes[0]?.edits ?? []);
  if (edits.length === 0) return;
  const fixed = applyEdits(bad, edits);
  expect(fixed).toBe(good);
  const again = await lintWith(rule, fixed, settings);
  expect(again.report.diagnostics.map(message)).toEqual([]);
}
