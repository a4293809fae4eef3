// Any text through the whole program: nothing throws, nothing hangs, and no reporter lets a raw control character out.

import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { REPORTERS } from "../../src/reporters/index.ts";
import type { Reporter } from "../../src/reporters/reporter.ts";
import { lintFiles } from "../support/run.ts";
import { OPTIONS } from "./sample.ts";

const RAW =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e0fff}]|\p{Cs}/u;

const reporters: [string, Reporter][] = [];
beforeAll(async () => {
  for (const [name, load] of Object.entries(REPORTERS)) reporters.push([name, await load()]);
});

let found = 0;
afterAll(() => expect(found).toBeGreaterThan(300));

async function holds(path: string, text: string): Promise<void> {
  const { report, faults } = await lintFiles({ [path]: text }, { settings: { preset: "all" } });
  expect(faults).toBe(0);
  found += report.diagnostics.length;
  for (const [name, reporter] of reporters) {
    const options = { ...OPTIONS, prefix: "", textOf: (file: string) => (file === path ? text : undefined) };
    for (const wrap of [false, true]) expect(reporter(report, { ...options, wrap }), name).not.toMatch(RAW);
  }
}

const token = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      "\n",
      "\n  ",
      "\n    ",
      "\n      - ",
      "\n---\n",
      ": ",
      "- ",
      " ",
      "{ ",
      " }",
      "[",
      "]",
      ", ",
      "# ",
    ),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      "apiVersion: v1\nkind: Pod\n",
      "apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec:\n",
      "kind: Service\n",
      "metadata:",
      "spec:",
      "template:",
      "containers:",
      "name",
      "readinessProbe:",
      "readnessProbe:",
      "httpGet: { path: /, port: http }",
      "replicas: 3",
      "&a",
      "*a",
      "<<: *a",
      "!!str",
      "|",
      ">-",
      '"',
      "'",
      "{{ .Values.x }}",
      "${X}",
      "%YAML",
      "\t",
      "\r",
      "\u001b[31m",
      "##[error]",
      "::error::",
      "\u202e",
      "\ufeff",
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
  { weight: 2, arbitrary: fc.string({ maxLength: 8 }) },
);
const texts = fc.array(token, { maxLength: 60 }).map(parts => parts.join(""));

describe("any text", () => {
  it("is linted and reported", () =>
    fc.assert(
      fc.asyncProperty(texts, text => holds("manifest.yaml", text)),
      { seed: 11, numRuns: 250 },
    ));

  it("is linted and reported as the end of a manifest", () =>
    fc.assert(
      fc.asyncProperty(texts, fc.constantFrom("ConfigMap", "Pod", "Deployment", "Nothing"), (text, kind) =>
        holds("manifest.yaml", `apiVersion: ${kind === "Deployment" ? "apps/v1" : "v1"}\nkind: ${kind}\n${text}`),
      ),
      { seed: 12, numRuns: 200 },
    ));

  it("is linted and reported as a value and as a name", () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 40 }), value =>
        holds(
          "manifest.json",
          JSON.stringify({
            apiVersion: "v1",
            kind: "Pod",
            metadata: { name: value, namespace: value, labels: { [value]: value } },
            spec: {
              containers: [
                { name: value, image: value, [value]: 1, readinessProbe: { httpGet: { path: value, port: value } } },
              ],
            },
          }),
        ),
      ),
      { seed: 13, numRuns: 80 },
    ));

  it("is linted and reported as JSON", () =>
    fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), value => holds("manifest.json", JSON.stringify(value))),
      { seed: 14, numRuns: 150 },
    ));
});
