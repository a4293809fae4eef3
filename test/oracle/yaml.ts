// What Kubernetes' YAML reader makes of tokens, documents and streams: values, errors and the order of the documents.

import { isDeepStrictEqual } from "node:util";
import type { Document } from "../../src/yaml/document.ts";
import { isRefused, readDocumentsWith } from "../../src/yaml/documents.ts";
import { toJson } from "../../src/yaml/json.ts";
import { SERVER_LIMITS } from "../../src/yaml/limits.ts";
import { parseDocument, parsePart } from "../../src/yaml/parse.ts";
import type { Difference, Family, Outcome } from "./family.ts";

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly yaml: string;
  readonly json?: unknown;
  readonly jsonLength?: number;
  readonly error?: string;
  readonly lenient?: unknown;
  readonly stream?: boolean;
  readonly docs?: readonly unknown[];
}

const DUPLICATE = /already set in map/;

function jsonOf({ root }: Document): string {
  return root === undefined ? "null" : toJson(root);
}

function compareOne(row: Row): string | undefined {
  const document = parseDocument(row.yaml, SERVER_LIMITS);
  const isRefusedHere = isRefused(document);
  const isDuplicate = row.error !== undefined && DUPLICATE.test(row.error) && row.lenient !== undefined;
  if (row.error !== undefined && !isDuplicate) return isRefusedHere ? undefined : `${jsonOf(document)} is no error`;
  if (isRefusedHere) return `error: ${document.problems[0]?.message}`;
  const json = jsonOf(document);
  if (row.jsonLength !== undefined) return json.length === row.jsonLength ? undefined : `length ${json.length}`;
  const expected = isDuplicate ? row.lenient : row.json;
  if (!isDeepStrictEqual(JSON.parse(json), expected)) return `${json}, should be ${JSON.stringify(expected)}`;
  const isReported = document.problems.some(({ ruleId }) => ruleId === "yaml-duplicate-key");
  // Only the strict reader takes an override of a merged key for a duplicate.
  if (isDuplicate && !isReported && !row.yaml.includes("<<")) return "the duplicate key is not reported";
  return undefined;
}

function compareStream(row: Row): string | undefined {
  const documents = readDocumentsWith(parsePart, row.yaml, SERVER_LIMITS);
  const stop = documents.findIndex(isRefused);
  const hasStopped = stop !== -1;
  if (hasStopped !== (row.error !== undefined)) {
    return hasStopped ? `error: ${documents[stop]?.problems[0]?.message}` : "no error";
  }
  const values = (hasStopped ? documents.slice(0, stop) : documents).map(
    document => JSON.parse(jsonOf(document)) as unknown,
  );
  const shown = values.filter(value => value !== null);
  return isDeepStrictEqual(shown, row.docs)
    ? undefined
    : `${JSON.stringify(shown)}, should be ${JSON.stringify(row.docs)}`;
}

function run(rows: readonly unknown[]): Outcome {
  const differences: Difference[] = [];
  const counts = { values: { agree: 0, total: 0 }, streams: { agree: 0, total: 0 } };
  for (const row of rows as readonly Row[]) {
    const what = row.stream === true ? compareStream(row) : compareOne(row);
    const count = row.stream === true ? counts.streams : counts.values;
    count.total++;
    if (what === undefined) count.agree++;
    else differences.push({ id: row.id, what });
  }
  return {
    figures: [
      { name: "values and errors", ...counts.values, floor: 1 },
      { name: "streams", ...counts.streams, floor: 1 },
    ],
    differences,
  };
}

export const families: Family[] = [{ file: "yaml", run }];
