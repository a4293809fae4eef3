// Good manifests with one thing changed, and what the API server 1.35 says of them.
// `npm run oracle -- DIR --family cases --list [--category probe] [--base deployment]` shows the differences.

import type { Difference, Family, Figure } from "./family.ts";
import { sentObjects } from "./reading.ts";
import {
  compareWarnings,
  distinct,
  expectedFields,
  expectedUnknown,
  foundFields,
  foundUnknown,
  type Judged,
  judge,
  sameSet,
  sameVerdict,
  type Verdict,
} from "./verdict.ts";

interface Row {
  readonly id: string;
  readonly base: string;
  readonly category: string;
  readonly mutation: string;
  readonly field: string;
  readonly yaml: string;
  readonly verdict: Verdict;
}

/** The version whose API server gave the verdicts. */
export const ORACLE_MINOR = 35;

const FLOORS = {
  verdict: 0.99,
  "field paths": 0.97,
  "unknown fields": 0.97,
  "place of decode errors": 0.97,
  warnings: 0.9,
  dropped: 0.9,
} as const;
type Name = keyof typeof FLOORS;

/** Counts of agreement by figure, and the differences behind them. */
export class Tally {
  readonly counts = new Map<Name, { agree: number; total: number }>();
  readonly differences: Difference[] = [];

  add(name: Name, id: string, agree: boolean, what: () => string, weight = 1): void {
    const count = this.counts.get(name) ?? { agree: 0, total: 0 };
    this.counts.set(name, count);
    count.total += weight;
    if (agree) count.agree += weight;
    else this.differences.push({ id, what: `${name}: ${what()}` });
  }

  figures(): Figure[] {
    return [...this.counts].map(([name, { agree, total }]) => ({ name, agree, total, floor: FLOORS[name] }));
  }
}

export const cases: Family = {
  file: "cases",
  async run(rows) {
    const tally = new Tally();
    for (const row of rows as readonly Row[]) compare(row, await judgeRow(row), tally);
    return { figures: tally.figures(), differences: tally.differences };
  },
};

/** A case is judged by its first document that fails, as the server meets them. */
async function judgeRow({ yaml }: Row): Promise<Judged | undefined> {
  const judged: Judged[] = [];
  for (const sent of await sentObjects(yaml)) judged.push(await judge(sent, ORACLE_MINOR));
  return judged.find(({ rejected }) => rejected) ?? judged[0];
}

function compare(row: Row, judged: Judged | undefined, tally: Tally): void {
  const name = `${row.id} ${row.category}/${row.base}: ${row.mutation}`;
  if (judged === undefined) {
    tally.add(
      "verdict",
      name,
      row.verdict.verdict === "empty",
      () => `no document; the server: ${row.verdict.verdict}`,
    );
    return;
  }
  compareVerdict(name, row.verdict, judged, tally);
  const { decodeError } = row.verdict;
  if (decodeError !== undefined && row.verdict.verdict !== "unserved" && !decodeError.startsWith("yaml: ")) {
    const places = judged.refusals.flatMap(({ fields }) => fields).map(plain);
    const changed = plain(row.field);
    tally.add(
      "place of decode errors",
      name,
      places.some(place => place === changed || place.startsWith(`${changed}.`)),
      () => `found ${places.join() || "nothing"}; ${decodeError.slice(-160)}`,
    );
  }
}

/** Paths of different spellings: `data[key]`, `data.key`. */
function plain(path: string): string {
  return path.replace(/\[([^\]]*)\]/g, ".$1");
}

/** Everything but the places of decode errors, which the server does not name. */
export function compareVerdict(id: string, expected: Verdict, judged: Judged, tally: Tally): void {
  const said = () => judged.problems.map(({ ruleId, message }) => `${ruleId} ${message}`).join(" | ") || "nothing";
  tally.add(
    "verdict",
    id,
    sameVerdict(expected, judged.rejected),
    () => `the server: ${describe(expected)}; we: ${said()}`,
  );
  if (expected.verdict === "unserved" || expected.kubectl !== undefined) return;
  if (expected.decodeError === undefined) {
    compareFields("field paths", id, expectedFields(expected), foundFields(judged), said, tally);
    compareFields("unknown fields", id, expectedUnknown(expected), foundUnknown(judged), said, tally);
    compareDropped(id, distinct(expected.dropped ?? []), distinct(judged.dropped), foundUnknown(judged), tally);
  }
  const { missed, extra } = compareWarnings(expected.warnings ?? [], judged.warned);
  const good = (expected.warnings ?? []).length - missed.length;
  if (good > 0) tally.add("warnings", id, true, said, good);
  for (const warning of missed) tally.add("warnings", id, false, () => `missed: ${warning}`);
  // The server validates first: a refused object has no warnings to compare with.
  if (!judged.rejected)
    for (const warning of extra) tally.add("warnings", id, false, () => `not said by the server: ${warning}`);
}

function describe({ verdict, decodeError, strictErrors = [], errors = [] }: Verdict): string {
  const texts = [decodeError ?? "", ...strictErrors, ...errors.map(({ field, detail }) => `${field}: ${detail ?? ""}`)];
  return `${verdict} ${texts.join("; ").slice(-300)}`;
}

function compareFields(
  name: "field paths" | "unknown fields",
  id: string,
  expected: readonly string[],
  found: readonly string[],
  said: () => string,
  tally: Tally,
): void {
  if (expected.length === 0 && found.length === 0) return;
  tally.add(name, id, sameSet(expected, found), () => `expected ${expected.join()}; found ${found.join()} (${said()})`);
}

/** A path that we call unknown we do not call dropped, though a lenient server drops it. */
function compareDropped(
  id: string,
  expected: readonly string[],
  found: readonly string[],
  unknown: readonly string[],
  tally: Tally,
): void {
  for (const path of expected)
    tally.add("dropped", id, found.includes(path) || unknown.includes(path), () => `missed ${path}`);
  for (const path of found)
    if (!expected.includes(path)) tally.add("dropped", id, false, () => `not dropped by the server: ${path}`);
}
