// Every find of the fuzzer stays mended, and every target holds for a few inputs. `npm run fuzz -- --minutes N` tries many more.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { TARGETS } from "./fuzz/index.ts";
import { failureOf } from "./fuzz/shrink.ts";
import { hold, type Target } from "./fuzz/target.ts";
import { random } from "./yaml/generate.ts";

const FINDS = fileURLToPath(new URL("../fixtures/fuzz/", import.meta.url));
const RUNS = 20;

function finds({ name, encoding }: Target): [string, string][] {
  const folder = join(FINDS, name);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map(file => [file, readFileSync(join(folder, file), encoding)]);
}

describe.each(TARGETS.map(target => [target.name, target] as const))("%s", (_, target) => {
  it(`holds for ${RUNS} inputs`, async () => {
    let distinct = new Set<string>();
    for (let seed = 1; seed <= RUNS; seed++) {
      const input = target.make(random(seed));
      distinct = distinct.add(input);
      expect(await failureOf(target, input), input).toBeUndefined();
    }
    expect(distinct.size).toBeGreaterThan(RUNS * 0.7);
  });

  it.each(finds(target))("holds for the find %s", async (_, input) => {
    expect(await failureOf(target, input)).toBeUndefined();
  });
});

describe("the fuzzer", () => {
  it("sees a mistake, and makes its input small", async () => {
    const { shrunk } = await import("./fuzz/shrink.ts");
    const target: Target = {
      name: "sample",
      encoding: "utf8",
      make: () => "",
      check: input => hold(!/x.*y/.test(input), "x before y"),
    };
    const failure = await failureOf(target, "aaaaxbbbbbbbbbyccc");
    expect(failure?.message).toContain("x before y");
    expect(await shrunk(target, "aaaaxbbbbbbbbbyccc", failure?.kind ?? "")).toBe("xy");
  });

  it("takes an input for slow that is slow three times, and keeps the slowest", async () => {
    const { Slowest, timeOf } = await import("./fuzz/slow.ts");
    let now = 0;
    const taking = (...milliseconds: number[]) => {
      const left = [...milliseconds];
      const work = async () => {
        now += left.shift() ?? Number.NaN;
      };
      return timeOf({ milliseconds: 200, work }, "", () => now);
    };
    expect(await taking(200)).toBe(200);
    expect(await taking(900, 150)).toBe(150);
    expect(await taking(900, 201, 300)).toBe(201);
    const slowest = new Slowest();
    for (const milliseconds of [3, 9, 1, 7, 5, 2, 8]) slowest.add({ seed: 1, milliseconds, characters: 1 });
    expect(slowest.all.map(({ milliseconds }) => milliseconds)).toEqual([9, 8, 7, 5, 3]);
    expect(slowest.text("a", { milliseconds: 200, work: async () => {} })).toContain("slowest of 7 documents");
  });

  it("times the documents that every rule is shown", () => {
    expect(TARGETS.filter(({ timed }) => timed?.milliseconds === 200).map(({ name }) => name)).toEqual(["manifests"]);
  });

  it("keeps its finds under the name of a target", () => {
    const folders = existsSync(FINDS) ? readdirSync(FINDS).filter(name => !name.endsWith(".md")) : [];
    expect(folders.filter(name => !TARGETS.some(target => target.name === name))).toEqual([]);
  });
});
