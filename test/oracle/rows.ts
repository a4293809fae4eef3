// The files of facts: JSON lines, gzipped in fixtures/oracle.

import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";

export function hasRows(dir: string, name: string): boolean {
  return existsSync(join(dir, `${name}.jsonl`)) || existsSync(join(dir, `${name}.jsonl.gz`));
}

export function readRows(dir: string, name: string): unknown[] {
  const plain = join(dir, `${name}.jsonl`);
  const text = existsSync(plain)
    ? readFileSync(plain, "utf8")
    : gunzipSync(readFileSync(`${plain}.gz`)).toString("utf8");
  return text
    .split("\n")
    .filter(line => line !== "")
    .map(line => JSON.parse(line) as unknown);
}

/** Where the real manifests lie that some facts are about: beside the facts, or beside the repository. */
export function corpusRoot(dir: string): string | undefined {
  return [join(dir, "../corpus"), resolve("../shared/corpus")].find(path => existsSync(path));
}
