// Joins the field sets of all versions into one set, each field with the versions that have it.

import type { RawField, RawKind, Release } from "./client-node.ts";
import { type FieldNames, hasField } from "./constructs.ts";

export const FIRST = 24;
export const LAST = 36;

export interface MergedField {
  readonly name: string;
  /** As the newest version states it, names of types made canonical. */
  readonly type: string;
  readonly format: string;
  readonly required: boolean;
  readonly minors: ReadonlySet<number>;
}

export interface MergedType {
  readonly name: string;
  readonly minors: ReadonlySet<number>;
  readonly fields: readonly MergedField[];
}

export interface MergedKind extends RawKind {
  readonly minors: ReadonlySet<number>;
}

interface Draft {
  readonly names: Map<number, string>;
}

/** What a version without a package has of something that some of the others have. */
export type Guess = (minor: number, present: ReadonlySet<number>, type?: string, field?: string) => boolean;

export function mergeKinds(releases: ReadonlyMap<number, Release>, guess: Guess): MergedKind[] {
  const kinds = new Map<string, { kind: RawKind; minors: Set<number> }>();
  for (const [minor, { kinds: raw }] of releases)
    for (const kind of raw) {
      const key = `${kind.group}/${kind.version} ${kind.kind}`;
      const minors = kinds.get(key)?.minors ?? new Set();
      kinds.set(key, { kind, minors: minors.add(minor) });
    }
  return [...kinds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { kind, minors }]) => ({ ...kind, minors: fill(minors, releases, guess) }));
}

function fill(
  minors: ReadonlySet<number>,
  releases: ReadonlyMap<number, Release>,
  guess: Guess,
  type?: string,
  field?: string,
) {
  const filled = new Set(minors);
  for (let minor = FIRST; minor <= LAST; minor++)
    if (!releases.has(minor) && guess(minor, minors, type, field)) filled.add(minor);
  return filled;
}

const VERSIONED = /\b[A-Z]\w*\b/g;
const KNOWN = new Set(["Array", "Date", "IntOrString", "V1MicroTime"]);

function typesIn(type: string): string[] {
  return (type.match(VERSIONED) ?? []).filter(name => !KNOWN.has(name));
}

/** The types that the given kinds reach, by canonical name: the one in the newest version. A type may change its name between versions. */
export function mergeTypes(
  kinds: readonly MergedKind[],
  releases: ReadonlyMap<number, Release>,
  guess: Guess,
): Map<string, MergedType> {
  const drafts = new Map<string, Draft>();
  const canonical = new Map<string, string>();
  const queue: { minor: number; name: string; as: string }[] = [];
  const meet = (names: ReadonlyMap<number, string>) => {
    const newest = Math.max(...names.keys());
    const name = names.get(newest) ?? "";
    const as = canonical.get(`${newest} ${name}`) ?? name;
    for (const [minor, older] of names) queue.push({ minor, name: older, as });
  };
  const drain = () => {
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const { minor, name, as } = next;
      const draft = drafts.get(as) ?? { names: new Map() };
      drafts.set(as, draft);
      if (draft.names.get(minor) === name) continue;
      draft.names.set(minor, name);
      // One old type may have become two; which of them it is called by itself does not matter then.
      if (!canonical.has(`${minor} ${name}`)) canonical.set(`${minor} ${name}`, as);
      for (const names of childrenOf(draft, releases)) meet(names);
    }
  };
  for (const kind of [...kinds].sort((a, b) => b.minors.size - a.minors.size)) {
    meet(namesOfKind(kind, releases));
    drain();
  }
  const result = new Map<string, MergedType>();
  for (const [name, draft] of drafts) result.set(name, finish(name, draft, releases, canonical, guess));
  return result;
}

function namesOfKind(
  { group, version, kind }: MergedKind,
  releases: ReadonlyMap<number, Release>,
): Map<number, string> {
  const names = new Map<number, string>();
  for (const [minor, release] of releases) {
    const raw = release.kinds.find(k => k.group === group && k.version === version && k.kind === kind);
    if (raw !== undefined) names.set(minor, raw.type);
  }
  return names;
}

/** For each field that holds another type: what that type is called in each version. */
function childrenOf({ names }: Draft, releases: ReadonlyMap<number, Release>): Map<number, string>[] {
  const children = new Map<string, Map<number, string>>();
  for (const [minor, type] of names) {
    for (const [field, { type: fieldType }] of releases.get(minor)?.types.get(type) ?? []) {
      const child = typesIn(fieldType)[0];
      if (child === undefined) continue;
      const byMinor = children.get(field) ?? new Map<number, string>();
      children.set(field, byMinor.set(minor, child));
    }
  }
  return [...children.values()];
}

function finish(
  name: string,
  { names }: Draft,
  releases: ReadonlyMap<number, Release>,
  canonical: ReadonlyMap<string, string>,
  guess: Guess,
): MergedType {
  const fields = new Map<string, { raw: RawField; newest: number; minors: Set<number> }>();
  for (const [minor, type] of [...names].sort(([a], [b]) => a - b)) {
    for (const [field, raw] of releases.get(minor)?.types.get(type) ?? []) {
      const minors = fields.get(field)?.minors ?? new Set();
      fields.set(field, { raw, newest: minor, minors: minors.add(minor) });
    }
  }
  const merged = [...fields].map(([field, { raw, newest, minors }]) => ({
    name: field,
    type: raw.type.replace(VERSIONED, word => canonical.get(`${newest} ${word}`) ?? word),
    format: raw.format,
    required: raw.required,
    minors: fill(minors, releases, guess, names.get(newest), field),
  }));
  return {
    name,
    minors: fill(new Set(names.keys()), releases, guess, name),
    fields: merged.sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/** Between two versions that agree lies a third that agrees; elsewhere the constructs tell, and where they cannot, the field is allowed. */
export function guesser(constructs: ReadonlyMap<number, FieldNames>): Guess {
  return (minor, present, type, field) => {
    const before = present.has(minor - 1);
    const after = present.has(minor + 1);
    if (before === after) return before;
    const names = constructs.get(minor);
    if (names === undefined || type === undefined || field === undefined) return true;
    return hasField(names, type, field) ?? true;
  };
}
