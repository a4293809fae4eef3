// Draws diagnostics from a report, to be judged one by one: the same report, seed and size give the same ones.
//
//   npm run draw -- REPORT.json --seed 7 --size 200
//
// Every rule that speaks is there with two diagnostics (or its only one); the rest is shared out in proportion to the square root of
// the counts, so that a rule heard 800 times does not hide one heard 20 times.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

export interface Drawable {
  readonly ruleId: string;
  readonly severity: string;
  readonly message: string;
  readonly file: string;
  readonly range: { readonly start: { readonly line: number; readonly column: number } };
}

const LEAST = 2;

/** How many of each rule to draw. Places are given one at a time to the rule that is furthest behind its share. */
export function sharesOf(counts: ReadonlyMap<string, number>, size: number): Map<string, number> {
  const shares = new Map([...counts].map(([id, count]) => [id, Math.min(count, LEAST)]));
  const left = () => size - [...shares.values()].reduce((sum, share) => sum + share, 0);
  while (left() > 0) {
    let next: string | undefined;
    let furthest = 0;
    for (const [id, count] of counts) {
      const share = shares.get(id) ?? 0;
      const behind = share < count ? Math.sqrt(count) / (share + 1) : 0;
      if (behind > furthest) [next, furthest] = [id, behind];
    }
    if (next === undefined) break;
    shares.set(next, (shares.get(next) ?? 0) + 1);
  }
  return shares;
}

/** The draw itself: within a rule, the order is that of a digest of the seed and the diagnostic, so other rules do not disturb it. */
export function draw(diagnostics: readonly Drawable[], seed: number, size: number): Drawable[] {
  const byRule = new Map<string, Drawable[]>();
  for (const diagnostic of diagnostics) {
    const known = byRule.get(diagnostic.ruleId);
    if (known === undefined) byRule.set(diagnostic.ruleId, [diagnostic]);
    else known.push(diagnostic);
  }
  const ids = [...byRule.keys()].sort();
  const shares = sharesOf(new Map(ids.map(id => [id, byRule.get(id)?.length ?? 0])), size);
  return ids.flatMap(id => {
    const shuffled = (byRule.get(id) ?? []).map(diagnostic => ({ diagnostic, key: keyOf(diagnostic, seed) }));
    shuffled.sort((a, b) => (a.key < b.key ? -1 : 1));
    return shuffled.slice(0, shares.get(id)).map(({ diagnostic }) => diagnostic);
  });
}

function keyOf({ ruleId, file, range, message }: Drawable, seed: number): string {
  const { line, column } = range.start;
  return createHash("sha256").update([seed, ruleId, file, line, column, message].join("\0")).digest("hex");
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: "string", default: "1" }, size: { type: "string", default: "200" } },
  });
  const [report] = positionals;
  const [seed, size] = [Number(values.seed), Number(values.size)];
  if (report === undefined || !Number.isInteger(seed) || !Number.isInteger(size)) {
    process.stderr.write("usage: npm run draw -- REPORT.json --seed N --size N\n");
    process.exitCode = 2;
    return;
  }
  const { diagnostics } = JSON.parse(readFileSync(report, "utf8")) as { diagnostics: Drawable[] };
  const lines = draw(diagnostics, seed, size).map(
    ({ ruleId, severity, message, file, range }, index) =>
      `${index + 1}. ${ruleId} (${severity})\n   ${file}:${range.start.line}:${range.start.column}\n   ${message}\n`,
  );
  process.stdout.write(lines.join(""));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) main();
