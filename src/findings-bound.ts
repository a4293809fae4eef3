// No more diagnostics of one rule than the bound says, and a diagnostic that tells how many there are.

import { compareDiagnostics, compareSeverity, type Diagnostic } from "./diagnostic.ts";
import { urlOf } from "./locate.ts";

export function boundedFindings(all: Diagnostic[], bound: number): Diagnostic[] {
  if (all.length <= bound) return all;
  const byRule = new Map<string, Diagnostic[]>();
  for (const diagnostic of all) {
    const known = byRule.get(diagnostic.ruleId);
    if (known === undefined) byRule.set(diagnostic.ruleId, [diagnostic]);
    else known.push(diagnostic);
  }
  return [...byRule.values()].flatMap(ofRule => firstOf(ofRule, bound));
}

function firstOf(ofRule: Diagnostic[], bound: number): Diagnostic[] {
  const sorted = ofRule.length <= bound ? ofRule : ofRule.sort(compareDiagnostics);
  const [next, ...others] = sorted.slice(bound);
  return next === undefined ? ofRule : [...sorted.slice(0, bound), told(next, others, bound)];
}

/** Where the first one stands that is left out; as grave as the gravest of them. */
function told(next: Diagnostic, others: readonly Diagnostic[], bound: number): Diagnostic {
  const { file, range, document, ruleId } = next;
  const severity = others.reduce(
    (gravest, other) => (compareSeverity(other.severity, gravest) < 0 ? other.severity : gravest),
    next.severity,
  );
  const count = (number: number) => number.toLocaleString("en-US");
  return {
    ruleId: "input-limit",
    severity,
    message: `only the first ${count(bound)} of ${count(bound + 1 + others.length)} diagnostics of the rule "${ruleId}" are reported`,
    help: "raise the bound with --max-findings",
    url: urlOf("input-limit"),
    ...{ file, range, document, path: [], related: [], fixes: [] },
    fingerprint: `input-limit/${ruleId}`,
  };
}
