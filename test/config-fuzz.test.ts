// Any text as a configuration, a baseline or an ignore comment gets an answer.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rules as allRules } from "../rules/index.ts";
import { readBaseline } from "../src/baseline.ts";
import { readConfig } from "../src/config-read.ts";
import { configSchema } from "../src/config-schema.ts";
import { fixSources } from "../src/fix-run.ts";
import { lint } from "../src/lint.ts";
import { DEFAULT_SETTINGS } from "../src/settings.ts";
import { readSource } from "../src/yaml/documents.ts";

const schema = configSchema(allRules);
const piece = fc.constantFrom(
  ...[
    "rules",
    "extends",
    "overrides",
    "off",
    "error",
    "critical",
    ":",
    ": ",
    "- ",
    "\n",
    "\n  ",
    "\n    ",
    "{",
    "}",
    "[",
    "]",
  ],
  ...[
    ",",
    "&a ",
    "*a",
    "<<: *a",
    "!!str ",
    "|",
    "#",
    "# x\n",
    '"',
    "'",
    "\t",
    "\u0000",
    "\ufeff",
    "---\n",
    "1.30",
    "null",
    "~",
  ],
  ...[
    "__proto__",
    "severity",
    "probe-zero-defaulted",
    "files",
    "customWorkloads",
    "podTemplate",
    "version",
    "entries",
    "count",
  ],
);
const anything = fc.array(piece, { maxLength: 30 }).map(pieces => pieces.join(""));

describe("any text", () => {
  it("as a configuration is read or complained about, with a place", async () => {
    await fc.assert(
      fc.asyncProperty(anything, async text => {
        const file = await readConfig(text, { schema, rules: allRules });
        for (const { at, sentence } of file?.complaints ?? []) {
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThanOrEqual(text.length);
          expect(sentence).not.toContain("undefined");
        }
      }),
      { seed: 21, numRuns: 1500 },
    );
  });

  it("as a baseline is read or complained about", async () => {
    await fc.assert(
      fc.asyncProperty(anything, async text => {
        const read = await readBaseline(text);
        expect(Array.isArray(read) ? read.length : read.version).toBeGreaterThan(0);
      }),
      { seed: 22, numRuns: 500 },
    );
  });
});

const word = fc.constantFrom(
  ...[
    "kprobe-lint-ignore",
    "kprobe-lint-ignore-file",
    "kprobe-lint-ignor",
    "probe-zero-defaulted",
    "probe-named-port-unresolved",
  ],
  ...["ignore-unused", "nobody", ",", " ", "--", " -- ", "-", ":", "#", "\t", "é", "\u202e"],
);
const noise = fc.array(word, { maxLength: 8 }).map(words => `#${words.join("")}`);
const named = fc.subarray(["probe-zero-defaulted", "probe-named-port-unresolved", "nobody"], { minLength: 1 });
const written = fc
  .tuple(fc.constantFrom("kprobe-lint-ignore", "kprobe-lint-ignore", "kprobe-lint-ignore-file"), named, fc.boolean())
  .map(([directive, ids, hasReason]) => `# ${directive} ${ids.join(", ")}${hasReason ? " -- so" : ""}`);
const comment = fc.oneof({ weight: 3, arbitrary: written }, { weight: 1, arbitrary: noise });
const LINES = [
  "apiVersion: v1",
  "kind: Pod",
  "metadata:",
  "  name: web",
  "spec:",
  "  containers:",
  "    - name: web",
  "      image: a:1",
  "      readinessProbe:",
  "        httpGet: { path: /, port: htpp }",
  "        periodSeconds: 0",
  "      args: [",
  "        a, b",
  "      ]",
];
/** The manifest with comments between its lines and behind them. */
const manifest = fc
  .array(fc.option(fc.tuple(fc.boolean(), comment, fc.nat(8)), { freq: 3 }), {
    minLength: LINES.length,
    maxLength: LINES.length,
  })
  .map(comments =>
    LINES.map((line, index) => {
      const found = comments[index];
      if (found === null || found === undefined) return `${line}\n`;
      const [isBehind, words, indent] = found;
      return isBehind ? `${line} ${words}\n` : `${" ".repeat(indent)}${words}\n${line}\n`;
    }).join(""),
  );

describe("any ignore comments", () => {
  const rules = allRules.filter(({ id }) =>
    ["probe-zero-defaulted", "probe-named-port-unresolved", "ignore-unused", "ignore-unexplained"].includes(id),
  );
  const settings = { ...DEFAULT_SETTINGS, preset: "strict" as const, includeSuppressed: true };
  const lintText = (text: string, more = {}) =>
    lint({ sources: [{ path: "a.yaml", text }], context: [], rules, settings: { ...settings, ...more } });

  it("hide no more than they name, and what they hide is counted", async () => {
    let suppressed = 0;
    await fc.assert(
      fc.asyncProperty(manifest, async text => {
        const all = (await lintText(text, { inlineIgnore: false })).report;
        const { report } = await lintText(text);
        const found = report.diagnostics.filter(({ ruleId }) => !ruleId.startsWith("ignore-"));
        expect(found.map(({ message }) => message)).toEqual(all.diagnostics.map(({ message }) => message));
        const hidden = report.diagnostics.filter(({ suppressed }) => suppressed !== undefined);
        expect(report.summary.suppressed).toBe(hidden.length);
        suppressed += hidden.length;
        for (const { ruleId } of hidden) expect(text).toMatch(new RegExp(`kprobe-lint-ignore.*${ruleId}`));
      }),
      { seed: 23, numRuns: 300 },
    );
    expect(suppressed).toBeGreaterThan(20);
  });

  it("are mended by fixes that change no value, and a second run changes nothing", async () => {
    const lintSources = (sources: readonly { path: string; text: string }[]) =>
      lint({ sources, context: [], rules: rules.filter(({ id }) => !id.startsWith("probe-zero")), settings });
    let fixes = 0;
    await fc.assert(
      fc.asyncProperty(manifest, async text => {
        const sources = [{ path: "a.yaml", text }];
        const first = await fixSources({ sources, lint: lintSources, unsafe: false });
        expect([...first.left]).toEqual([]);
        fixes += first.count;
        const [before, after] = [await readSource(text), await readSource(first.sources[0]?.text ?? "")];
        expect(valuesOf(after)).toEqual(valuesOf(before));
        const second = await fixSources({ sources: first.sources, lint: lintSources, unsafe: false });
        expect(second.count).toBe(0);
      }),
      { seed: 24, numRuns: 150 },
    );
    expect(fixes).toBeGreaterThan(20);
  });
});

function valuesOf(documents: Awaited<ReturnType<typeof readSource>>): string {
  return JSON.stringify(
    documents.map(({ root }) => root),
    (key, value) => (key === "start" || key === "end" ? undefined : value),
  );
}
