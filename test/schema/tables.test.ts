import type { Deployment } from "kubernetes-types/apps/v1.d.ts";
import type { CronJob } from "kubernetes-types/batch/v1.d.ts";
import type { Pod } from "kubernetes-types/core/v1.d.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { readReleases } from "../../schemas/generate.ts";
import { CLIENTS } from "../../schemas/packages.ts";
import { groupsWithTypes, loadTypes, structOf, type Type } from "../../src/schema/tables.ts";
import { allKinds, isServed, type Kind, servedKind } from "../../src/schema/versions.ts";

beforeAll(async () => {
  for (const group of groupsWithTypes()) await loadTypes(group);
});

function served(minor: number): Kind[] {
  return allKinds().filter(kind => isServed(kind, minor));
}

function structIn(type: Type): string | undefined {
  if (type.kind === "struct") return type.name;
  return type.kind === "scalar" ? undefined : structIn(type.of);
}

const releases = readReleases(false);
if (releases === undefined)
  console.warn("schemas: the packages are not in the cache (npm run generate fetches them); counts are not compared");

describe.runIf(releases !== undefined)("the tables hold what the packages hold", () => {
  test.each(Object.keys(CLIENTS).map(Number))("1.%i", minor => {
    const release = releases?.get(minor);
    const seen = new Set<string>();
    let count = 0;
    const compare = (ours: string, theirs: string, path: string): void => {
      const raw = release?.types.get(theirs);
      if (raw === undefined || seen.has(`${ours} ${theirs}`)) return;
      seen.add(`${ours} ${theirs}`);
      const fields = [...structOf(ours)].filter(([, field]) => field.minors?.has(minor) ?? true);
      expect([path, fields.map(([name]) => name).sort()]).toEqual([path, [...raw.keys()].sort()]);
      count += fields.length;
      for (const [name, { type }] of fields) {
        const below = structIn(type);
        const theirType = raw.get(name)?.type.match(/V\d\w*|[A-Z][a-z]+V\d\w*/)?.[0];
        if (below !== undefined && theirType !== undefined) compare(below, theirType, `${path}.${name}`);
      }
    };
    for (const { apiVersion, kind, type } of served(minor)) {
      const raw = release?.kinds.find(
        other =>
          other.kind === kind && apiVersion === [other.group, other.version].filter(part => part !== "").join("/"),
      );
      expect(raw, `${apiVersion} ${kind}`).toBeDefined();
      compare(type, raw?.type ?? "", kind);
    }
    expect(count).toBeGreaterThan(1500);
  });
});

test("every type that a field names has fields", () => {
  const missing = new Set<string>();
  const seen = new Set<string>();
  const visit = (name: string | undefined): void => {
    if (name === undefined || seen.has(name)) return;
    seen.add(name);
    const fields = structOf(name);
    if (fields.size === 0 && name !== "Empty") missing.add(name);
    for (const field of fields.values()) visit(structIn(field.type));
  };
  for (const kind of allKinds().filter(kind => !kind.offByDefault)) visit(kind.type);
  expect([...missing]).toEqual([]);
  expect(seen.size).toBeGreaterThan(400);
});

test("kinds are called as kubernetes-types calls them", () => {
  const literals: Pick<Required<Deployment | CronJob | Pod>, "apiVersion" | "kind">[] = [
    { apiVersion: "apps/v1", kind: "Deployment" },
    { apiVersion: "batch/v1", kind: "CronJob" },
    { apiVersion: "v1", kind: "Pod" },
  ];
  for (const { apiVersion, kind } of literals) expect(servedKind(apiVersion, kind, 36)?.kind).toBe(kind);
});
