// `tsx schemas/generate.ts`: makes schemas/kubernetes from npm packages and the corrections in schemas/patches.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type Release, readClient } from "./client-node.ts";
import { readConstructs } from "./constructs.ts";
import { type Guess, guesser, type MergedKind, type MergedType, mergeKinds, mergeTypes } from "./merge.ts";
import { CLIENTS, CONSTRUCTS, MODELS, packageDir } from "./packages.ts";
import { printFields, printKinds, printModule, shortName, type TypeNotes } from "./print.ts";
import { readQuantities } from "./quantities.ts";

/** A correction to what the packages say, with its reason. */
interface Patch {
  readonly reason: string;
  /** `Type.field` -> type in the notation of schemas/README.md. */
  readonly types?: Readonly<Record<string, string>>;
  /** `Type.field` or `group/version Kind` -> the minor versions, `24-30`. */
  readonly versions?: Readonly<Record<string, string>>;
  /** Further fields: `Type.field` -> type. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Types that exist for the tables alone: name -> fields. */
  readonly additional?: Readonly<Record<string, string>>;
  /** Alpha and beta versions that servers serve without being told to. */
  readonly served?: readonly string[];
}

const HERE = new URL("./", import.meta.url);

function readPatches(): Patch[] {
  const dir = new URL("patches/", HERE);
  return readdirSync(dir)
    .filter(name => name.endsWith(".json"))
    .sort()
    .map(name => JSON.parse(readFileSync(new URL(name, dir), "utf8")) as Patch);
}

function merged<T>(
  patches: readonly Patch[],
  part: (patch: Patch) => Readonly<Record<string, T>> | undefined,
): Map<string, T> {
  return new Map(patches.flatMap(patch => Object.entries(part(patch) ?? {})));
}

export function readReleases(fetchIt: boolean): Map<number, Release> | undefined {
  const releases = new Map<number, Release>();
  for (const [minor, spec] of Object.entries(CLIENTS)) {
    const dir = packageDir(spec, fetchIt);
    if (dir === undefined) return undefined;
    releases.set(Number(minor), readClient(dir));
  }
  return releases;
}

function readGuess(versions: ReadonlyMap<string, string>): Guess {
  const constructs = new Map(
    Object.entries(CONSTRUCTS).map(([minor, spec]) => [Number(minor), readConstructs(packageDir(spec, true) ?? "")]),
  );
  const guess = guesser(constructs);
  return (minor, present, type, field) => {
    const stated = type === undefined || field === undefined ? undefined : versions.get(`${shortName(type)}.${field}`);
    return stated === undefined ? guess(minor, present, type, field) : parseRange(stated).has(minor);
  };
}

function parseRange(text: string): Set<number> {
  const [from = 0, to = from] = text.split("-").map(Number);
  return new Set(Array.from({ length: to - from + 1 }, (_, index) => from + index));
}

/** Where all types that have a number of this name agree on its format. */
function numberFormats(types: Iterable<MergedType>): Map<string, string> {
  const formats = new Map<string, string>();
  for (const { fields } of types)
    for (const { name, type, format } of fields) {
      if (!type.includes("number") || format === "") continue;
      const before = formats.get(name);
      formats.set(name, before === undefined || before === format ? format : "int64");
    }
  return formats;
}

/** The group that alone reaches a type, or `shared`. */
function assignGroups(kinds: readonly MergedKind[], types: ReadonlyMap<string, MergedType>): Map<string, string> {
  const groups = new Map<string, string>();
  const reach = (name: string, group: string, seen: Set<string>): void => {
    const type = types.get(name);
    if (type === undefined || seen.has(name)) return;
    seen.add(name);
    const before = groups.get(name);
    groups.set(name, before === undefined || before === group ? group : "shared");
    for (const field of type.fields)
      for (const word of field.type.match(/\b[A-Z]\w*\b/g) ?? []) reach(word, group, seen);
  };
  const byGroup = new Map<string, Set<string>>();
  for (const { group, type } of kinds) {
    const name = group === "" ? "core" : group;
    const seen = byGroup.get(name) ?? new Set();
    byGroup.set(name, seen);
    reach(type, name, seen);
  }
  return groups;
}

function main(): void {
  const releases = readReleases(true) ?? new Map<number, Release>();
  const patches = readPatches();
  const guess = readGuess(merged(patches, patch => patch.versions));
  const offByDefault = ({ group, version, kind }: MergedKind) =>
    version !== "v1" &&
    version !== "v2" &&
    !patches.some(patch =>
      patch.served?.some(served => served === `${group}/${version}` || served === `${group}/${version} ${kind}`),
    );
  const versions = merged(patches, patch => patch.versions);
  const kinds = mergeKinds(releases, guess).map(kind => {
    const stated = versions.get(`${kind.group}/${kind.version} ${kind.kind}`);
    return stated === undefined ? kind : { ...kind, minors: parseRange(stated) };
  });
  const served = kinds.filter(kind => !offByDefault(kind));
  const types = mergeTypes(served, releases, guess);
  const notes: TypeNotes = {
    quantities: readQuantities(packageDir(MODELS, true) ?? ""),
    types: merged(patches, patch => patch.types),
    numbers: numberFormats(types.values()),
  };
  const groups = assignGroups(served, types);
  const modules = new Map<string, Map<string, string>>();
  const put = (group: string, name: string, fields: string) =>
    modules.set(group, (modules.get(group) ?? new Map()).set(name, fields));
  for (const [name, type] of types) put(groups.get(name) ?? "shared", shortName(name), printFields(type, notes));
  for (const [place, type] of merged(patches, patch => patch.fields)) {
    const [owner = "", field = ""] = place.split(".");
    for (const module of modules.values())
      if (module.has(owner)) module.set(owner, `${module.get(owner)} ${field}:${type}`.trim());
  }
  for (const [name, fields] of merged(patches, patch => patch.additional)) put("shared", name, fields);
  writeModules(
    modules,
    printKinds(kinds, kind => !offByDefault(kind)),
  );
}

function writeModules(modules: ReadonlyMap<string, ReadonlyMap<string, string>>, kinds: string): void {
  const dir = new URL("kubernetes/", HERE);
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir);
  writeFileSync(new URL("kinds.ts", dir), kinds);
  for (const [group, types] of modules) writeFileSync(new URL(`${group}.ts`, dir), printModule(types));
}

if (process.argv[1]?.endsWith("generate.ts") === true) main();
