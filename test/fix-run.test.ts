// Fixing as a whole, with rules made for the purpose.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Edit } from "../src/diagnostic.ts";
import { applySorted, inOrder } from "../src/fix.ts";
import { fixSources } from "../src/fix-run.ts";
import { unintended } from "../src/fix-verify.ts";
import type { Resource } from "../src/kubernetes/resource.ts";
import { lint } from "../src/lint.ts";
import { type AnyRule, defineRule, type RuleFix } from "../src/rule.ts";
import { DEFAULT_SETTINGS } from "../src/settings.ts";
import { readSource } from "../src/yaml/documents.ts";

const manifest = (data: string, name = "one") =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name} }\ndata:\n${data}`;

/** A rule on every object; `fix` gives the fix, or nothing where all is well. */
function rule(
  id: string,
  fix: (resource: Resource) => RuleFix | undefined,
  severity: "warning" | "error" = "warning",
): AnyRule {
  return defineRule({
    id,
    summary: "A rule for this test",
    why: "So.",
    severity,
    presets: ["recommended"],
    since: "0.1.0",
    references: [],
    examples: [],
    target: "resource",
    *check(resource) {
      const made = fix(resource);
      if (made !== undefined) yield { at: resource.root.get("data"), message: id, fixes: [made] };
    },
  });
}

const safe = (...changes: RuleFix["changes"]): RuleFix => ({ title: "do it", safety: "safe", changes });

async function fixed(files: Record<string, string>, rules: readonly AnyRule[], unsafe = false) {
  const sources = Object.entries(files).map(([path, text]) => ({ path, text }));
  const outcome = await fixSources({
    sources,
    unsafe,
    lint: given => lint({ sources: given, context: [], settings: DEFAULT_SETTINGS, rules }),
  });
  const texts = Object.fromEntries(outcome.sources.map(({ path, text }) => [path, text]));
  return { ...outcome, texts };
}

const setTo = (id: string, key: string, to: string, safety: "safe" | "unsafe" = "safe") =>
  rule(id, ({ root }) => {
    const field = root.get("data", key);
    return field.exists && field.scalar !== to ? { title: "set", safety, changes: [{ set: field, to }] } : undefined;
  });

describe("fixing", () => {
  it("applies safe fixes, and unsafe ones when asked", async () => {
    const rules = [setTo("first", "a", "x"), setTo("second", "b", "z", "unsafe")];
    const files = { "a.yaml": manifest("  a: 1x\n  b: 2x\n") };
    const careful = await fixed(files, rules);
    expect(careful.texts["a.yaml"]).toBe(manifest("  a: x\n  b: 2x\n"));
    expect(careful.count).toBe(1);
    expect(careful.after.report.diagnostics.map(({ ruleId }) => ruleId)).toEqual(["second"]);
    const all = await fixed(files, rules, true);
    expect(all.texts["a.yaml"]).toBe(manifest("  a: x\n  b: z\n"));
    expect(all.left.size).toBe(0);
  });

  it("lets fixes that collide wait for the next pass", async () => {
    const add = (key: string) =>
      rule(`add-${key}`, ({ root }) =>
        root.get("data", key).exists ? undefined : safe({ add: root.get("data"), key, yaml: "v" }),
      );
    const { texts, count } = await fixed({ "a.yaml": manifest("  a: x\n") }, [add("p"), add("q"), add("r")]);
    expect(texts["a.yaml"]).toBe(manifest("  a: x\n  p: v\n  q: v\n  r: v\n"));
    expect(count).toBe(3);
  });

  it("leaves a file as it was where fixes bring forth each other, and fixes the others", async () => {
    const swap = (from: string, to: string) =>
      rule(`write-${to}`, ({ root }) => {
        const field = root.get("data", "a");
        return field.scalar === from ? safe({ set: field, to }) : undefined;
      });
    const files = { "loop.yaml": manifest("  a: p\n"), "fine.yaml": manifest("  b: v\n", "two") };
    const outcome = await fixed(files, [swap("p", "q"), swap("q", "p"), setTo("b", "b", "w")]);
    expect(outcome.texts).toEqual({ "loop.yaml": files["loop.yaml"], "fine.yaml": manifest("  b: w\n", "two") });
    expect([...outcome.left]).toEqual([["loop.yaml", "its fixes bring forth each other"]]);
  });

  it("leaves a file as it was where a new error would appear", async () => {
    const grave = rule("grave", ({ root }) => (root.get("data", "a").scalar === "x" ? safe() : undefined), "error");
    const files = { "a.yaml": manifest("  a: v\n"), "b.yaml": manifest("  b: v\n", "two") };
    const outcome = await fixed(files, [grave, setTo("a", "a", "x"), setTo("b", "b", "w")]);
    expect(outcome.texts).toEqual({ "a.yaml": files["a.yaml"], "b.yaml": manifest("  b: w\n", "two") });
    expect(outcome.left.get("a.yaml")).toBe("a new error would appear: grave");
  });

  it("applies a fix over two files in both or in none", async () => {
    const both = (broken: boolean) =>
      defineRule({
        ...rule("both", () => undefined),
        target: "scope",
        *check(graph) {
          const fields = graph.resources.map(({ root }) => root.get("data", "a"));
          if (fields.length < 2 || fields.some(({ scalar }) => scalar !== "v")) return;
          const changes = fields.map((field, index) =>
            broken && index === 1 ? { add: field.parent ?? field, key: "a: b", yaml: "v" } : { set: field, to: "w" },
          );
          const at = fields[0];
          if (at !== undefined) yield { at, message: "both", fixes: [safe(...changes)] };
        },
      });
    const files = { "a.yaml": manifest("  a: v\n"), "b.yaml": manifest("  a: v\n", "two") };
    const good = await fixed(files, [both(false)]);
    expect(good.texts).toEqual({ "a.yaml": manifest("  a: w\n"), "b.yaml": manifest("  a: w\n", "two") });
    const bad = await fixed(files, [both(true)]);
    expect(bad.texts).toEqual(files);
    expect([...bad.left.keys()]).toEqual(["b.yaml"]);
  });

  it("touches nothing that is ignored", async () => {
    const text = manifest("  a: v\n").replace("\ndata:", "\n# kprobe-lint-ignore a -- wanted\ndata:");
    const outcome = await fixed({ "a.yaml": text }, [setTo("a", "a", "x")]);
    expect(outcome.changed).toEqual([]);
  });
});

describe("the proof", () => {
  async function verdict(text: string, edits: readonly Edit[]): Promise<string | undefined> {
    const now = applySorted(text, edits);
    return unintended(
      { text, documents: await readSource(text) },
      { text: now, documents: await readSource(now) },
      edits,
    );
  }
  const edit = (text: string, from: string, to: string): Edit => {
    const start = text.indexOf(from);
    return { start, end: start + from.length, text: to };
  };

  it.each([
    [
      "an entry that slips under another",
      "a:\n  b: 1\nc: 2\n",
      "c",
      "  c",
      "more than the intended values would change",
    ],
    ["a comment that swallows a value", "a: 1 # c\n", "1", "# 1", "a comment would change"],
    ["a quote that opens", "a: b\nc: d\n", "b", '"b', "a document would not parse any more"],
    ["a document more", "a: 1\nb: 2\n", "b", "---\nb", "the documents would not be the same any more"],
    ["text that flows on", "a: b\nc: d\n", "\nc:", "\n  c", "more than the intended values would change"],
    ["a value that was not meant", "a: &x 1\nb: *x\n", "*x", "*y", "a document would not parse any more"],
  ])("refuses %s", async (_, text, from, to, reason) => {
    expect(await verdict(text, [edit(text, from, to)])).toBe(reason);
  });

  it("refuses an entry added at the wrong depth, which takes its neighbours along", async () => {
    const text = "a:\n  b:\n    c: 1\n    d: 2\n";
    const at = text.indexOf("    d");
    expect(await verdict(text, [{ start: at, end: at, text: "  x:\n" }])).toBeDefined();
  });

  it("refuses what a block of text would swallow", async () => {
    const text = "a: |+\n  x\n\nb: 1\n";
    const at = text.indexOf("\nb") + 0;
    expect(await verdict(text, [{ start: at, end: at, text: "  y" }])).toBeDefined();
  });

  it("lets only the edited values differ, whatever is replaced", async () => {
    const value = fc.constantFrom(
      "1",
      "x",
      '"q"',
      "'s'",
      "true",
      "[1, 2]",
      "{ p: 1 }",
      "null",
      "a b",
      "- x",
      "x: y",
      "#",
      "",
      "|",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 5 }), value, fc.nat(), async (values, to, seed) => {
        const text = values.map((written, index) => `k${index}: ${written}\n`).join("");
        const documents = await readSource(text);
        const root = documents[0]?.root;
        if (root?.kind !== "map" || root.entries.length !== values.length) return;
        const chosen = root.entries[seed % root.entries.length];
        if (chosen === undefined) return;
        const edits = [{ start: chosen.value.start, end: chosen.value.end, text: to }];
        const now = applySorted(text, inOrder(edits));
        const after = await readSource(now);
        if (unintended({ text, documents }, { text: now, documents: after }, edits) !== undefined) return;
        const result = after[0]?.root;
        if (result?.kind !== "map") throw new Error("accepted, but no map");
        for (const [index, entry] of root.entries.entries()) {
          if (entry === chosen) continue;
          const { start, end } = entry.value;
          const other = result.entries[index]?.value;
          expect(now.slice(other?.start, other?.end)).toBe(text.slice(start, end));
        }
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});
