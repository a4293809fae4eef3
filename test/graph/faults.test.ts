// Faults made one at a time in applications that are right: each is found at its line, names what was meant, and stays the only one.

import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostic.ts";
import type { LintResult } from "../../src/lint.ts";
import { type Application, corpusApplications, keyOf, linkRules, lintLinks, ownApplications } from "./applications.ts";
import { type Fault, faultsIn, random } from "./fault-injection.ts";

interface Outcome {
  readonly fault: Fault;
  readonly application: string;
  readonly found: boolean;
  readonly named: boolean;
  /** Findings that were not there before, and are not about this link. */
  readonly others: readonly string[];
}

const ids = new Set(linkRules.map(({ id }) => id));

async function tried(application: Application, fault: Fault, before: LintResult): Promise<Outcome> {
  const known = new Set(before.report.diagnostics.map(keyOf));
  const { report } = await lintLinks({ ...application.files, [fault.file]: fault.text });
  const fresh = report.diagnostics.filter(each => ids.has(each.ruleId) && !known.has(keyOf(each)));
  const hits = fresh.filter(each => isAbout(each, fault));
  const found = hits.length > 0;
  const named = hits.some(hit => saysOriginal(hit, fault));
  // The same finding in other words (it lists reasons, one of which is gone) is no new one.
  const places = new Set(before.report.diagnostics.map(placeOf));
  const others = fresh
    .filter(each => !hits.includes(each) && !places.has(placeOf(each)) && !isConsequence(each, fault))
    .map(keyOf);
  return { fault, application: application.name, found, named, others };
}

function placeOf({ ruleId, resource }: Diagnostic): string {
  return `${ruleId} ${resource?.kind} ${resource?.name}`;
}

function isAbout({ ruleId, file, range }: Diagnostic, { file: where, line, rules }: Fault): boolean {
  return rules.test(ruleId) && file === where && range.start.line === line;
}

function saysOriginal({ message }: Diagnostic, { original }: Fault): boolean {
  return message.includes(`"${original}"`) || message.includes(` ${original}`) || message.includes(`"${original}:`);
}

/** A Service that moves to another namespace leaves behind those that go by its name. */
function isConsequence({ ruleId }: Diagnostic, { kind }: Fault): boolean {
  return kind === "namespace" && /^(ingress-backend-missing|statefulset-service-missing)$/.test(ruleId);
}

/** Up to `limit` faults of each application, spread over the kinds. */
async function outcomesOf(applications: readonly Application[], limit: number, seed: number): Promise<Outcome[]> {
  const next = random(seed);
  const outcomes: Outcome[] = [];
  for (const application of applications) {
    const before = await lintLinks(application.files);
    // Of an object defined twice, a fault in one of the two breaks nothing for sure.
    if (before.report.diagnostics.some(({ ruleId }) => ruleId === "duplicate-object")) continue;
    const faults = faultsIn(before, next);
    while (faults.length > limit) faults.splice(next(faults.length), 1);
    for (const fault of faults) outcomes.push(await tried(application, fault, before));
  }
  return outcomes;
}

function shown(outcomes: readonly Outcome[]): string[] {
  return outcomes.map(
    ({ application, fault: { kind, file, line, original, written }, others }) =>
      `${application} ${file}:${line} ${kind} ${original} -> ${written.trim()} ${others.join(" | ")}`,
  );
}

describe("a fault in an application that is right", () => {
  it("is found, says what was meant, and is the only one: the project's own", async () => {
    const outcomes = await outcomesOf(ownApplications(), 1000, 20240611);
    expect(new Set(outcomes.map(({ fault }) => fault.kind)).size).toBe(6);
    expect(outcomes.length).toBeGreaterThan(25);
    expect(shown(outcomes.filter(({ found, others }) => !found || others.length > 0))).toEqual([]);
    expect(shown(outcomes.filter(({ named }) => !named))).toEqual([]);
  });

  const applications = corpusApplications();
  const title = "is found, says what was meant, and is the only one: known-good applications";
  if (applications.length === 0) it.skip(`${title} (../shared is not there)`, () => {});
  else
    it(title, async () => {
      const outcomes = await outcomesOf(applications, 8, 77);
      const share = (part: readonly Outcome[]) => part.length / outcomes.length;
      expect(outcomes.length).toBeGreaterThanOrEqual(500);
      const missed = outcomes.filter(({ found }) => !found);
      const unnamed = outcomes.filter(({ named, found }) => found && !named);
      const disturbed = outcomes.filter(({ others }) => others.length > 0);
      const detail = ["missed", ...shown(missed), "unnamed", ...shown(unnamed), "others", ...shown(disturbed)].join(
        "\n",
      );
      expect(share(outcomes.filter(({ found }) => found)), detail).toBeGreaterThanOrEqual(0.98);
      expect(share(outcomes.filter(({ named }) => named)), detail).toBeGreaterThanOrEqual(0.95);
      expect(shown(disturbed)).toEqual([]);
    }, 60_000);
});
