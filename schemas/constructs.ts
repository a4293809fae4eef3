// Which fields a version has for which there is no client: the interfaces of cdk8s-plus, without descriptions.

import { join } from "node:path";
import { readText } from "./packages.ts";

/** Field names by type: `PodSpec`, `MetricSpecV2`. */
export type FieldNames = ReadonlyMap<string, ReadonlySet<string>>;

export function readConstructs(dir: string): FieldNames {
  const result = new Map<string, Set<string>>();
  let current: Set<string> | undefined;
  for (const line of readText(join(dir, "lib/imports/k8s.d.ts")).split("\n")) {
    const name = /^export interface (\w+) /.exec(line)?.[1];
    if (name !== undefined) {
      current = new Set();
      result.set(name, current);
    }
    const field = /^ {4}readonly "?([\w$-]+)"?\??: /.exec(line)?.[1];
    // The constructs spell `hostIPC` as `hostIpc`.
    if (field !== undefined) current?.add(field.toLowerCase());
  }
  return result;
}

/** Whether a version's constructs have a field; undefined where they do not tell. */
export function hasField(constructs: FieldNames, type: string, field: string): boolean | undefined {
  const match = /^([A-Z][a-z]+)?V(\d+(?:(?:alpha|beta)\d+)?)([A-Z]\w*)$/.exec(type);
  if (match === null) return undefined;
  const [, , version = "", name = ""] = match;
  const suffix =
    version === "1" ? "" : `V${version.replace(/(alpha|beta)/, part => part[0]?.toUpperCase() + part.slice(1))}`;
  return constructs.get(`${name}${suffix}`)?.has(field.toLowerCase());
}
