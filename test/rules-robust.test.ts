// Bad input to the rules: an absent, null, unknown or wrongly typed value is the schema's business. Every rule is run over its neighbours' examples
// with one value spoilt; nothing may fail, and nothing may be said of the spoilt value.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rules } from "../rules/index.ts";
import type { Diagnostic } from "../src/diagnostic.ts";
import { strip } from "./support/carets.ts";
import {
  documentsOf,
  pathsIn,
  SPOILINGS,
  type Spoiling,
  textOf,
  valueAt,
  without,
  withValue,
} from "./support/mutate.ts";
import { lintFiles } from "./support/run.ts";

type Path = readonly (string | number)[];

const EXAMPLES = rules
  .filter(({ target }) => target !== "none")
  .flatMap(({ examples }) => examples.flatMap(({ bad, good }) => [strip(bad), good]))
  .map(documentsOf)
  .filter(documents => documents.every(document => typeof document === "object" && document !== null));

async function linted(documents: readonly unknown[]) {
  const { report, faults } = await lintFiles({ "manifest.yaml": textOf(documents) }, { settings: { preset: "all" } });
  expect(report.diagnostics.filter(({ ruleId }) => ruleId === "internal-error")).toEqual([]);
  expect(faults).toBe(0);
  return report.diagnostics;
}

const startsWith = (path: Path, prefix: Path) => prefix.every((step, index) => path[index] === step);
/** The validator names the server's answer; rules have none. */
const isOfRule = ({ server }: Diagnostic) => server === undefined;

interface Case {
  readonly documents: readonly unknown[];
  readonly index: number;
  readonly path: Path;
}

const cases: fc.Arbitrary<Case> = fc
  .record({ example: fc.nat(), document: fc.nat(), place: fc.nat() })
  .map(({ example, document, place }) => {
    const documents = EXAMPLES[example % EXAMPLES.length] ?? [];
    const index = document % documents.length;
    const paths = pathsIn(documents[index]);
    return { documents, index, path: paths[place % paths.length] ?? [] };
  });

function changed({ documents, index }: Case, change: (document: unknown) => unknown): unknown[] {
  return documents.map((document, at) => (at === index ? change(document) : document));
}

/** The API server reads a null among labels as the empty string, so that it is a value like any other. */
function isLabel(path: Path): boolean {
  return ["labels", "matchLabels", "selector"].includes(String(path.at(-2)));
}

async function isLeftAlone(spoilt: Case, { name, spoil }: Spoiling): Promise<void> {
  const { documents, index, path } = spoilt;
  const value = spoil(valueAt(documents[index], path), path.at(-1) ?? "");
  if (value === undefined || (value === null && isLabel(path))) return;
  const found = await linted(changed(spoilt, document => withValue(document, path, value)));
  const isUnrendered = name.startsWith("a placeholder");
  // Of a wrong type the validator has to speak, of what is not rendered yet nobody.
  const there = found
    .filter(({ path: at, document }) => document === index && startsWith(at, path))
    .filter(diagnostic => isUnrendered || isOfRule(diagnostic));
  if (there.length === 0) return;
  // What is said of an absent value may be said of null, and where a name is only pointed at, of a placeholder.
  const absent =
    value === null || isUnrendered ? await linted(changed(spoilt, document => without(document, path))) : [];
  const saidAnyway = new Set(absent.map(({ message }) => message));
  const said = there.filter(({ message }) => !saidAnyway.has(message));
  expect(said.map(({ ruleId, message }) => `${ruleId} at ${path.join(".")}: ${message}`)).toEqual([]);
}

describe("spoilt manifests", () => {
  it("are made of every kind of rule", () => {
    expect(EXAMPLES.length).toBeGreaterThan(200);
  });

  it.each(SPOILINGS.map(spoiling => [spoiling.name, spoiling] as const))("%s: no rule speaks about it", (_, spoiling) =>
    fc.assert(
      fc.asyncProperty(cases, spoilt => isLeftAlone(spoilt, spoiling)),
      { seed: 20_240_917, numRuns: 80 },
    ),
  );

  it("without an entry: nothing fails", () =>
    fc.assert(
      fc.asyncProperty(cases, async spoilt => {
        await linted(changed(spoilt, document => without(document, spoilt.path)));
      }),
      { seed: 20_240_918, numRuns: 120 },
    ));
});
