import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Baseline, baselineOf, baselineText, markKnown, pruned, readBaseline } from "../src/baseline.ts";
import type { Diagnostic } from "../src/diagnostic.ts";

function diagnostic(fingerprint: string, file = "a.yaml", ruleId = "rule"): Diagnostic {
  const nowhere = { line: 1, column: 1, offset: 0 };
  return {
    ruleId,
    severity: "warning",
    message: "m",
    url: "",
    file,
    range: { start: nowhere, end: nowhere },
    document: 0,
    path: [],
    resource: { apiVersion: "v1", kind: "Pod", namespace: "shop", name: "web" },
    related: [],
    fixes: [],
    fingerprint,
  };
}

const open = (diagnostics: readonly Diagnostic[]) => diagnostics.filter(({ suppressed }) => suppressed === undefined);

describe("a baseline", () => {
  it("is read as it was written, and knows exactly what it was made of", async () => {
    const fingerprints = fc.array(fc.constantFrom("a", "b", "c", "__proto__"), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fingerprints, fingerprints, async (before, after) => {
        const made = baselineOf(before.map(name => diagnostic(name)));
        const read = await readBaseline(baselineText(made));
        if (Array.isArray(read)) throw new Error(JSON.stringify(read));
        const known = markKnown(
          after.map(name => diagnostic(name)),
          read as Baseline,
        );
        for (const name of new Set([...before, ...after])) {
          const had = before.filter(other => other === name).length;
          const has = after.filter(other => other === name).length;
          expect(open(known.diagnostics).filter(({ fingerprint }) => fingerprint === name)).toHaveLength(
            Math.max(0, has - had),
          );
          const unmet = known.unmet.filter(({ fingerprint }) => fingerprint === name);
          expect(unmet.reduce((sum, { count = 1 }) => sum + count, 0)).toBe(Math.max(0, had - has));
        }
        const rest = markKnown(
          after.map(name => diagnostic(name)),
          pruned(read as Baseline, known.unmet),
        );
        expect(rest.unmet).toEqual([]);
        expect(open(rest.diagnostics)).toHaveLength(open(known.diagnostics).length);
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it("is sorted, one entry a line, and says what each is about", () => {
    const text = baselineText(baselineOf([diagnostic("z", "b.yaml"), diagnostic("y"), diagnostic("y")]));
    expect(text.split("\n").slice(3, 5)).toEqual([
      '    {"fingerprint":"y","rule":"rule","resource":"Pod shop/web","file":"a.yaml","count":2},',
      '    {"fingerprint":"z","rule":"rule","resource":"Pod shop/web","file":"b.yaml"}',
    ]);
    expect(JSON.parse(text).version).toBe(1);
    expect(baselineText(baselineOf([]))).toBe('{\n  "version": 1,\n  "entries": []\n}\n');
  });

  it("leaves alone what is ignored already, for a count is not to be used up by it", () => {
    const ignored = { ...diagnostic("a"), suppressed: { by: "comment" as const } };
    const known = markKnown([ignored, diagnostic("a")], baselineOf([diagnostic("a")]));
    expect(known.diagnostics.map(({ suppressed }) => suppressed?.by)).toEqual(["comment", "baseline"]);
    expect(known.unmet).toEqual([]);
  });

  it.each([
    ["", "a baseline is a map"],
    ["[]", "a baseline is a map"],
    ["3", "a baseline is a map"],
    ["{}", 'needs "version"'],
    ['{"version": 1, "entries": {}}', "is a list of maps, not a map"],
    ['{"version": 1, "entries": [{"fingerprint": "a", "rule": "b", "file": "c", "count": 0}]}', "is at least 1"],
    ['{"version": 9, "entries": []}', "of version 9"],
    ['{"version": 1, "entries": [], "__proto__": {}}', "unknown key"],
    ["\u0000", ""],
  ])("that lies is refused: %s", async (text, expected) => {
    const read = await readBaseline(text);
    if (!Array.isArray(read)) throw new Error("accepted");
    expect(read[0]?.sentence).toContain(expected);
    expect(read[0]?.at).toBeLessThanOrEqual(text.length);
  });
});
