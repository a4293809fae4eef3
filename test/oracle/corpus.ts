// Real manifests from many repositories, and what the API server 1.35 says of each object in them.

import { compareVerdict, ORACLE_MINOR, Tally } from "./cases.ts";
import type { Family } from "./family.ts";
import { sentObjects } from "./reading.ts";
import { isRejection, type Judged, judge, type Verdict } from "./verdict.ts";

interface Row {
  readonly file: string;
  readonly placeholders?: boolean;
  readonly accept?: readonly (string | number)[];
  readonly unknown?: readonly (string | number)[];
  readonly empty?: readonly (string | number)[];
  readonly documents?: readonly (Verdict & { readonly doc: number; readonly item?: number | string })[];
}

export const corpus: Family = {
  file: "corpus",
  async run(rows, { read }) {
    const tally = new Tally();
    const documents = { name: "verdict, without placeholders", agree: 0, total: 0, floor: 0.9995 };
    const falsely = { name: "no false rejection", agree: 0, total: 0, floor: 1 };
    // kubectl stops at a separator that is none (`---apiVersion: …`); we read on.
    const missing = { name: "objects found where the server found them", agree: 0, total: 0, floor: 0.9995 };
    for (const row of rows as readonly Row[]) {
      const text = read(`manifests/${row.file}`);
      if (text === undefined) continue;
      const expected = expectations(row);
      for (const sent of await sentObjects(text)) {
        const id = `${row.file}#${sent.id}`;
        const verdict = expected.get(sent.id);
        missing.total++;
        if (verdict === undefined) {
          tally.differences.push({ id, what: "the server saw no such object" });
          continue;
        }
        missing.agree++;
        const judged = await judge(sent, ORACLE_MINOR);
        if (!isRejection(verdict.verdict)) {
          falsely.total++;
          if (!refusesFalsely(judged)) falsely.agree++;
        }
        if (row.placeholders === true) continue;
        const before = tally.counts.get("verdict")?.agree ?? 0;
        compareVerdict(id, verdict, judged, tally);
        documents.total++;
        documents.agree += (tally.counts.get("verdict")?.agree ?? 0) - before;
      }
    }
    const others = tally.figures().filter(({ name }) => name !== "verdict");
    return { figures: [documents, falsely, missing, ...others], differences: tally.differences };
  },
};

/** kubectl drops duplicate keys before the server sees them; the reader reports them without `server`. */
function refusesFalsely({ refusals }: Judged): boolean {
  return refusals.some(({ problem }) => problem.ruleId !== "yaml-duplicate-key");
}

/** Verdicts by document, `"3.1"` for the items of a List. */
function expectations({ accept = [], unknown = [], empty = [], documents = [] }: Row): Map<string, Verdict> {
  const result = new Map<string, Verdict>();
  for (const id of accept) result.set(String(id), { verdict: "accept" });
  for (const id of unknown) result.set(String(id), { verdict: "unknown" });
  for (const id of empty) result.set(String(id), { verdict: "empty" });
  for (const document of documents) {
    const { doc, item } = document;
    result.set(item === undefined ? String(doc) : `${doc}.${item}`, document);
  }
  return result;
}
