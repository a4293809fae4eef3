// What the API server says of a deprecated version (customresource_handler.go defaultDeprecationWarning).

import type { Definition, Version } from "./definition.ts";

export function deprecationWarning({ group, kind, versions }: Definition, version: Version): string | undefined {
  if (!version.deprecated) return undefined;
  if (version.deprecationWarning !== undefined) return version.deprecationWarning;
  const newer = versions
    .filter(({ served, deprecated, name }) => served && !deprecated && compareVersions(name, version.name) > 0)
    .map(({ name }) => name)
    .sort((a, b) => compareVersions(b, a));
  const advice = newer[0] === undefined ? "" : `; use ${group}/${newer[0]} ${kind}`;
  return `${group}/${version.name} ${kind} is deprecated${advice}`;
}

const LEVELS = ["alpha", "beta", ""];

/** CompareKubeAwareVersionStrings: v2, v1, v1beta2, v1beta1, v1alpha1, then all others backwards by letters. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)];
  if (left === undefined || right === undefined) {
    if (left !== undefined) return 1;
    if (right !== undefined) return -1;
    return a < b ? 1 : a > b ? -1 : 0;
  }
  for (let index = 0; index < 3; index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function parts(version: string): [level: number, major: number, minor: number] | undefined {
  const found = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(version);
  if (found === null) return undefined;
  return [LEVELS.indexOf(found[2] ?? ""), Number(found[1]), Number(found[3] ?? 0)];
}
