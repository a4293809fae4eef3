// Exported rules against the rules themselves, on manifests of real projects.

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import type { Field } from "../../src/field.ts";
import { lint } from "../../src/lint.ts";
import { load } from "../../src/load.ts";
import { exportedRule } from "../../src/policy/export/index.ts";
import { policyText } from "../../src/policy/export/write.ts";
import { loadPolicies } from "../../src/policy/findings.ts";
import { servedKind } from "../../src/schema/versions.ts";
import { DEFAULT_SETTINGS, defaultOptions, NEWEST_MINOR } from "../../src/settings.ts";

const CORPUS = fileURLToPath(new URL("../../../shared/corpus/manifests", import.meta.url));
/** Of this many files one is looked at. */
const STEP = 16;

const exported = rules.flatMap(rule => {
  const cel = exportedRule(rule.id, defaultOptions(rule), NEWEST_MINOR);
  return cel === undefined ? [] : [{ rule, text: policyText(rule, cel, "Warn") }];
});

async function policiesOf() {
  // What an expression cannot answer is told rather than let through.
  const text = exported.map(one => one.text.replace("failurePolicy: Ignore", "failurePolicy: Fail")).join("---\n");
  const { documents } = await load({ path: "policies.yaml", text });
  return loadPolicies(
    documents.flatMap(({ resources }) => resources),
    { minor: NEWEST_MINOR },
  );
}

function isTemplated(field: Field): boolean {
  return field.isUnknown || [...field.items(), ...field.entries()].some(isTemplated);
}

it.skipIf(!existsSync(CORPUS))(
  `policies and rules agree on every ${STEP}th manifest of the corpus`,
  async () => {
    const policies = await policiesOf();
    expect(policies.problems).toEqual([]);
    const files = readdirSync(CORPUS, { recursive: true, encoding: "utf8" })
      .filter(name => /\.ya?ml$/.test(name) && statSync(join(CORPUS, name)).isFile())
      .sort()
      .filter((_, index) => index % STEP === 0);
    const differences: string[] = [];
    let compared = 0;
    let found = 0;
    for (const path of files) {
      const { report, files: loaded } = await lint({
        sources: [{ path, text: readFileSync(join(CORPUS, path), "utf8") }],
        context: [],
        settings: { ...DEFAULT_SETTINGS, preset: "all", inlineIgnore: false },
        rules: exported.map(({ rule }) => rule),
      });
      // The server refuses these, or they are parts of objects.
      const refused = report.diagnostics.filter(({ server }) => server === "rejects").map(({ document }) => document);
      const left = new Set([...refused, ...report.skipped.map(({ document }) => document)]);
      for (const { document, resources } of loaded.flatMap(({ documents }) => documents))
        for (const resource of resources) {
          if (left.has(document.index) || resources.length > 1 || isTemplated(resource.root)) continue;
          if (servedKind(resource.apiVersion, resource.kind, NEWEST_MINOR) === undefined) continue;
          const here = report.diagnostics.filter(({ document: index }) => index === document.index);
          const byRule = new Set(here.map(({ ruleId }) => `kprobe-lint-${ruleId}`));
          const byPolicy = new Map(policies.evaluate(resource).map(({ policy, message }) => [policy, message]));
          for (const { rule } of exported) {
            const name = `kprobe-lint-${rule.id}`;
            compared++;
            if (byPolicy.has(name)) found++;
            if (byRule.has(name) !== byPolicy.has(name))
              differences.push(`${path} ${resource.kind} ${resource.name}: ${rule.id} ${byPolicy.get(name) ?? ""}`);
          }
        }
    }
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(5000);
    expect(found).toBeGreaterThan(50);
  },
  120_000,
);
