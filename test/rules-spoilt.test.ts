// Every rule over its own bad examples with one entry gone or of the wrong shape: it does not fail, and no sentence has a hole in it.

import { describe, expect, it } from "vitest";
import { rules } from "../rules/index.ts";
import type { Settings } from "../src/settings.ts";
import { strip } from "./support/carets.ts";
import { documentsOf, pathsIn, textOf, valueAt, without, withValue } from "./support/mutate.ts";
import { lintWith } from "./support/run.ts";

/** What a value that is not there looks like in a sentence. */
const HOLE = /\bundefined\b|\bNaN\b|\bnull\b|\[object/;

/** What these say holds for init containers, too; all else is about probes, hooks, traffic and rollouts. */
const OF_ANY_CONTAINER = /^(configmap|secret)(-key)?-missing$|^image-tag-mutable$|^init-waits-forever$|^sidecar-/;

const hasHole = (text: string) => HOLE.test(text);
const sentence = ({ message }: { readonly message: string }) => message;

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

for (const rule of rules.filter(({ target }) => target !== "none")) {
  const examples = rule.examples.map(({ bad, minor }) => {
    const settings: Partial<Settings> = minor === undefined ? {} : { minor };
    return { documents: documentsOf(strip(bad)), settings };
  });
  const lint = async (documents: readonly unknown[], settings: Partial<Settings>) => {
    const { report, faults } = await lintWith(rule, textOf(documents), settings);
    return { faults, found: report.diagnostics.filter(({ ruleId }) => ruleId === rule.id) };
  };

  describe(rule.id, () => {
    it.each(CHANGES)("an entry %s: nothing fails, nothing is left open", async (_name, change) => {
      for (const { documents, settings } of examples)
        for (const [index, document] of documents.entries())
          for (const path of pathsIn(document)) {
            const spoilt = documents.map((other, at) => (at === index ? change(document, path) : other));
            const { found, faults } = await lint(spoilt, settings);
            expect(faults, path.join(".")).toBe(0);
            const texts = found.flatMap(({ message, help = "", related }) => [message, help, ...related.map(sentence)]);
            expect(texts.filter(hasHole), path.join(".")).toEqual([]);
          }
    });

    it("objects of another kind are not looked at", async () => {
      for (const { documents, settings } of examples)
        for (const [index, document] of documents.entries()) {
          const kind = { apiVersion: "example.com/v1", kind: "Thing" };
          const spoilt = documents.map((other, at) => (at === index ? { ...(document as object), ...kind } : other));
          const { found } = await lint(spoilt, settings);
          expect(found.filter(diagnostic => diagnostic.document === index).map(sentence)).toEqual([]);
        }
    });

    if (OF_ANY_CONTAINER.test(rule.id)) return;
    it("init containers are not looked at", async () => {
      for (const { documents, settings } of examples) {
        const { found } = await lint(documents.map(inInitContainers), settings);
        expect(found.filter(({ path }) => path.includes("initContainers")).map(sentence)).toEqual([]);
      }
    });
  });
}

/** All containers moved to the init containers, and one that does nothing in their place. */
function inInitContainers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inInitContainers);
  if (typeof value !== "object" || value === null) return value;
  const map = Object.fromEntries(Object.entries(value).map(([key, child]) => [key, inInitContainers(child)]));
  if (!Array.isArray(map.containers)) return map;
  const initContainers = [...(Array.isArray(map.initContainers) ? map.initContainers : []), ...map.containers];
  return { ...map, initContainers, containers: [{ name: "bystander", image: "example.com/bystander:1.0.0" }] };
}
