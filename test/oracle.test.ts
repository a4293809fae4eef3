import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { families } from "./oracle/index.ts";
import { corpusRoot, hasRows, readRows } from "./oracle/rows.ts";

const DIR = new URL("../fixtures/oracle/", import.meta.url).pathname;
const root = corpusRoot(DIR);
const read = (path: string) => {
  const full = root === undefined ? undefined : join(root, path);
  return full !== undefined && existsSync(full) ? readFileSync(full, "utf8") : undefined;
};

/** Facts about files that are not in this repository. */
const NEEDS_CORPUS = new Set(["corpus", "kustomize-corpus", "custom-resources"]);

describe("agreement with Kubernetes' own code", () => {
  for (const family of families) {
    if (!hasRows(DIR, family.file)) continue;
    const runs = root !== undefined || !NEEDS_CORPUS.has(family.file);
    if (!runs) console.warn(`${family.file}: skipped, the real manifests are not there`);
    test.runIf(runs)(family.file, async () => {
      const { figures, differences } = await family.run(readRows(DIR, family.file), { read });
      const total = figures.reduce((sum, figure) => sum + figure.total, 0);
      expect(total, "facts compared").toBeGreaterThan(0);
      const below = figures.filter(
        ({ agree, total, floor }) => floor !== undefined && total > 0 && agree / total < floor,
      );
      const shown = differences.slice(0, 20).map(({ id, what }) => `${id}: ${what}`);
      expect(below, shown.join("\n")).toEqual([]);
    });
  }
});
