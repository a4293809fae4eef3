import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { endpoints } from "../oracle/endpoints.ts";
import type { Family, Outcome } from "../oracle/family.ts";
import { kustomize, kustomizeCorpus } from "../oracle/kustomize.ts";
import { pdb } from "../oracle/pdb.ts";
import { corpusRoot, readRows } from "../oracle/rows.ts";

const FACTS = "fixtures/oracle";
const root = corpusRoot(FACTS);

async function outcomeOf(family: Family): Promise<Outcome> {
  const read = (path: string) => {
    const full = root === undefined ? "" : join(root, path);
    return existsSync(full) ? readFileSync(full, "utf8") : undefined;
  };
  return family.run(readRows(FACTS, family.file), { read });
}

function expectAgreement({ figures, differences }: Outcome): void {
  for (const { name, agree, total, floor } of figures) {
    expect(total, name).toBeGreaterThan(50);
    expect(
      agree / total,
      `${name}\n${differences.map(({ id, what }) => `${id}: ${what}`).join("\n")}`,
    ).toBeGreaterThanOrEqual(floor ?? 0);
  }
}

describe("agreement with Kubernetes' controllers and kustomize", () => {
  it("finds the workloads and ports behind every Service", async () => {
    expectAgreement(await outcomeOf(endpoints));
  });

  it("computes the status of every PodDisruptionBudget", async () => {
    expectAgreement(await outcomeOf(pdb));
  });

  it("builds generated kustomizations", async () => {
    expectAgreement(await outcomeOf(kustomize));
  });

  it.skipIf(root === undefined)("builds real kustomizations (needs the corpus beside the repository)", async () => {
    expectAgreement(await outcomeOf(kustomizeCorpus));
  });
});
