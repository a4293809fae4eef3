// Real manifests in every format: what is written follows its grammar, whatever people have in their files. The whole corpus:
// `npx tsx test/reporters/corpus.ts ../shared/corpus/manifests`.

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { REPORTERS } from "../../src/reporters/index.ts";
import { type Outcome, outcomes } from "./corpus.ts";
import { GRAMMARS } from "./grammar.ts";

const corpus = fileURLToPath(new URL("../../../shared/corpus/", import.meta.url));
const isThere = existsSync(corpus);
if (!isThere) console.warn(`SKIPPED: ${corpus} is missing; the formats of real manifests are not checked`);

describe("grammars", () => {
  it("there is one for every format but those that are only read by people", () => {
    expect(Object.keys(REPORTERS).filter(name => GRAMMARS[name] === undefined)).toEqual(["pretty", "html"]);
  });
});

describe.skipIf(!isThere)("reports of 149 real files", () => {
  let found: Outcome[] = [];
  beforeAll(async () => {
    const names = readFileSync(`${corpus}small.txt`, "utf8").split("\n").filter(Boolean);
    found = await outcomes(`${corpus}manifests`, names);
  });

  it("has much to say", () => {
    expect(found[0]?.diagnostics ?? 0).toBeGreaterThan(100);
  });

  it.each(Object.keys(REPORTERS))("%s", name => {
    const outcome = found.find(({ format }) => format === name);
    expect(outcome?.problems).toEqual([]);
    expect(outcome?.bytes).toBeGreaterThan(0);
  });
});
