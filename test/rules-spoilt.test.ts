// Every rule over its own bad examples with one entry gone or of the wrong shape: it does not fail, and no sentence has a hole in it.

import { describe, expect, it } from "vitest";
import { rules } from "../rules/index.ts";
import type { Settings } from "../src/settings.ts";
import { strip } from "./support/carets.ts";
import { documentsOf, pathsIn, textOf, valueAt, without, withValue } from "./support/mutate.ts";
import { lintWith } from "./support/run.ts";

/** What a value that is not there looks like in a sentence. */
const HOLE = /\bundefined\b|\bNaN\b|\bnull\b|\[object/;

type Change = (document: unknown, path: readonly (string | number)[]) => unknown;

const CHANGES: readonly (readonly [string, Change])[] = [
  ["without it", without],
  [
    "of another shape",
    (document, path) => {
      const isList = Array.isArray(valueAt(document, path));
      return withValue(document, path, isList ? { a: "b" } : ["a"]);
    },
  ],
];

describe.each(rules.filter(({ target }) => target !== "none").map(rule => [rule.id, rule] as const))(
  "%s",
  (_, rule) => {
    const examples = rule.examples.map(({ bad, minor }) => {
      const settings: Partial<Settings> = minor === undefined ? {} : { minor };
      return { documents: documentsOf(strip(bad)), settings };
    });

    it.each(CHANGES)("an entry %s: nothing fails, nothing is left open", async (_name, change) => {
      for (const { documents, settings } of examples)
        for (const [index, document] of documents.entries())
          for (const path of pathsIn(document)) {
            const spoilt = documents.map((other, at) => (at === index ? change(document, path) : other));
            const { report, faults } = await lintWith(rule, textOf(spoilt), settings);
            expect(faults, path.join(".")).toBe(0);
            const texts = report.diagnostics
              .filter(({ ruleId }) => ruleId === rule.id)
              .flatMap(({ message, help = "", related }) => [
                message,
                help,
                ...related.map(({ message: text }) => text),
              ]);
            expect(
              texts.filter(text => HOLE.test(text)),
              path.join("."),
            ).toEqual([]);
          }
    });
  },
);
