// Every exported rule against the rule itself, on all its examples and fixtures.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import type { Field } from "../../src/field.ts";
import { load } from "../../src/load.ts";
import { exportedRule, exportsOf } from "../../src/policy/export/index.ts";
import { policyText } from "../../src/policy/export/write.ts";
import { loadPolicies } from "../../src/policy/findings.ts";
import type { AnyRule } from "../../src/rule.ts";
import { defaultOptions, NEWEST_MINOR } from "../../src/settings.ts";
import { strip } from "../support/carets.ts";
import { lintFiles, lintWith } from "../support/run.ts";

const states = exportsOf(rules);
const exportable = rules.filter(({ id }) => states.get(id) === "yes");
const fixtures = new URL("../../fixtures/rules/", import.meta.url);

interface Text {
  readonly name: string;
  readonly text: string;
  readonly minor: number;
}

const FIRST_WITH_POLICIES = 30;

function textsOf({ id, examples }: AnyRule): Text[] {
  const folder = new URL(`${id}/`, fixtures);
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  return [
    ...examples.flatMap(({ bad, good, minor = NEWEST_MINOR }, index) => [
      { name: `bad ${index + 1}`, text: strip(bad), minor },
      { name: `good ${index + 1}`, text: good, minor },
    ]),
    ...files.map(name => {
      const text = readFileSync(new URL(name, folder), "utf8");
      const version = /^# kubernetes: 1\.(\d+)/.exec(text)?.[1];
      return { name, text: strip(text), minor: version === undefined ? NEWEST_MINOR : Number(version) };
    }),
    // Clusters before have no policies (admissionregistration.k8s.io/v1).
  ].filter(({ minor }) => minor >= FIRST_WITH_POLICIES);
}

/** The policy of a rule; what its expressions cannot answer is told rather than let through. */
async function policyOf(rule: AnyRule, minor: number) {
  const exported = exportedRule(rule.id, defaultOptions(rule), minor);
  if (exported === undefined) return loadPolicies([], { minor });
  const text = policyText(rule, exported, "Warn").replace("failurePolicy: Ignore", "failurePolicy: Fail");
  const { documents } = await load({ path: "policy.yaml", text });
  return loadPolicies(
    documents.flatMap(({ resources }) => resources),
    { minor },
  );
}

/** What is still to be filled in never reaches a cluster as it is. */
function isTemplated(field: Field): boolean {
  return field.isUnknown || [...field.items(), ...field.entries()].some(isTemplated);
}

/** `kind namespace/name`, of each object that the server would take and asks its policies about. */
async function verdicts(rule: AnyRule, { text, minor }: Text) {
  const refused = await lintFiles({ "manifest.yaml": text }, { rules: [], settings: { minor } });
  const bad = new Set(refused.report.diagnostics.filter(({ server }) => server === "rejects").map(d => d.document));
  const { report } = await lintWith(rule, text, { minor });
  const policies = await policyOf(rule, minor);
  const { documents } = await load({ path: "manifest.yaml", text });
  const found: Record<string, readonly [boolean, boolean, string]> = {};
  for (const { document, resources } of documents)
    for (const resource of resources) {
      if (bad.has(document.index) || isTemplated(resource.root)) continue;
      const key = `${document.index} ${resource.kind} ${resource.name}`;
      const byRule = report.diagnostics.some(
        d => d.document === document.index && d.resource?.kind === resource.kind && d.resource.name === resource.name,
      );
      const byPolicy = policies.evaluate(resource);
      found[key] = [byRule, byPolicy.length > 0, byPolicy.map(({ message }) => message).join("; ")];
    }
  expect(policies.problems).toEqual([]);
  return found;
}

describe.each(exportable.map(rule => [rule.id, rule] as const))("%s", (_, rule) => {
  const texts = textsOf(rule);

  it.each(texts.map(text => [text.name, text] as const))("%s: the policy says what the rule says", async (_, text) => {
    const found = Object.entries(await verdicts(rule, text));
    expect(found.filter(([, [byRule, byPolicy]]) => byRule !== byPolicy)).toEqual([]);
    for (const [, [, byPolicy, message]] of found) if (byPolicy) expect(message).toContain(rule.summary);
  });

  it("is found by the policy somewhere, and somewhere not", async () => {
    const all = (await Promise.all(texts.map(text => verdicts(rule, text)))).flatMap(found => Object.values(found));
    expect(new Set(all.map(([, byPolicy]) => byPolicy))).toEqual(new Set([true, false]));
  });
});

it("every rule can be exported, or says why not", () => {
  expect(exportable.length).toBeGreaterThanOrEqual(34);
  for (const [, state] of states) if (state !== "yes") expect(state.not).toMatch(/^[a-z].{10,120}[^.]$/);
});
