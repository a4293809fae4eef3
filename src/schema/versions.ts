// Which kinds each version of Kubernetes serves without being told to.

import { kinds } from "../../schemas/kubernetes/kinds.ts";
import { RETIRED } from "./retired.ts";
import { MinorRange } from "./tables.ts";

export interface Kind {
  readonly apiVersion: string;
  readonly group: string;
  readonly kind: string;
  /** The name of its type in the schemas. */
  readonly type: string;
  readonly namespaced: boolean;
  /** An alpha or beta version that a cluster must be told to serve. */
  readonly offByDefault: boolean;
  readonly minors: MinorRange | undefined;
}

/** The minor versions of Kubernetes that are known. */
export const OLDEST_MINOR = 24;
export const NEWEST_MINOR = 36;

const byVersion = new Map<string, ReadonlyMap<string, Kind>>();

function parseKind(apiVersion: string, text: string): Kind {
  const [names = "", minors] = text.split("@");
  const [marked = "", type] = names.split(":");
  const kind = marked.replace(/[*?]/g, "");
  return {
    apiVersion,
    group: groupOf(apiVersion),
    kind,
    type: type ?? kind,
    namespaced: !marked.includes("*"),
    offByDefault: marked.includes("?"),
    minors: minors === undefined ? undefined : new MinorRange(minors),
  };
}

/** "apps" of "apps/v1", "" of "v1". */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf("/");
  return slash < 0 ? "" : apiVersion.slice(0, slash);
}

/** The kinds of a group and version, whichever version of Kubernetes had them. */
export function kindsIn(apiVersion: string): ReadonlyMap<string, Kind> {
  const known = byVersion.get(apiVersion);
  if (known !== undefined) return known;
  const text = Object.hasOwn(kinds, apiVersion) ? (kinds[apiVersion] ?? "") : "";
  const parsed = text === "" ? [] : text.split(" ").map(part => parseKind(apiVersion, part));
  const table = new Map(parsed.map(kind => [kind.kind, kind]));
  if (text !== "") byVersion.set(apiVersion, table);
  return table;
}

export function isServed(kind: Kind, minor: number): boolean {
  return !kind.offByDefault && (kind.minors?.has(minor) ?? true);
}

/** The kind that a server of this version serves. */
export function servedKind(apiVersion: string, kind: string, minor: number): Kind | undefined {
  const found = kindsIn(apiVersion).get(kind);
  return found !== undefined && isServed(found, minor) ? found : undefined;
}

let everyKind: readonly Kind[] | undefined;

export function allKinds(): readonly Kind[] {
  everyKind ??= Object.keys(kinds).flatMap(apiVersion => [...kindsIn(apiVersion).values()]);
  return everyKind;
}

let builtIn: ReadonlySet<string> | undefined;

/** A group that Kubernetes keeps to itself: no custom resource definition can serve it. */
export function isBuiltInGroup(group: string): boolean {
  builtIn ??= new Set([...Object.keys(kinds), ...[...RETIRED.keys()].map(key => key.split(" ")[0] ?? "")].map(groupOf));
  return builtIn.has(group);
}

/** Kinds that the server knows and nobody creates from a file. */
const NEVER_CREATED = new Set([
  "List",
  "Status",
  "ComponentStatus",
  "Scale",
  "Eviction",
  "TokenRequest",
  "DeleteOptions",
]);

export function isOtherKind(kind: string): boolean {
  return NEVER_CREATED.has(kind) || kind.endsWith("List");
}
