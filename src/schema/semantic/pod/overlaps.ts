// Files of a volume that lie on or below each other (warningsForOverlappingVirtualPaths).

import type { Field } from "../../../field.ts";
import type { Problems } from "../../problems.ts";
import { rawTextOf } from "../read.ts";

interface FilePath {
  readonly path: string;
  readonly field: Field;
  /** What the server calls the source, in projected volumes. */
  readonly source?: string;
}

export function warnOverlappingPaths(spec: Field, problems: Problems): void {
  for (const volume of spec.get("volumes").items()) {
    const name = rawTextOf(volume.get("name")) ?? "";
    for (const [kind, title] of [
      ["configMap", `ConfigMap "${rawTextOf(volume.get("configMap", "name"))}"`],
      ["secret", `Secret "${rawTextOf(volume.get("secret", "secretName"))}"`],
      ["downwardAPI", "DownwardAPI"],
    ] as const)
      warnOverlaps(
        pathsOf(volume.get(kind, "items")),
        `volume "${name}" (${title}): overlapping paths`,
        volume,
        problems,
      );
    if (volume.get("projected").exists) warnProjected(volume, name, problems);
  }
}

function pathsOf(items: Field, source?: string): FilePath[] {
  return items.items().flatMap(item => {
    const path = rawTextOf(item.get("path"));
    return path === undefined
      ? []
      : [{ path: path.replace(/\/+$/, ""), field: item.get("path"), ...(source === undefined ? {} : { source }) }];
  });
}

function warnProjected(volume: Field, name: string, problems: Problems): void {
  const all: FilePath[] = [];
  for (const source of volume.get("projected", "sources").items()) {
    const kept = source
      .entries()
      .filter(entry => entry.exists && entry.key !== "clusterTrustBundle" && entry.key !== "podCertificate");
    if (kept.length === 0)
      problems.warns(source, `volume "${name}" (Projected) has no sources provided`, {
        serverField: `volume "${name}" (Projected)`,
      });
    for (const entry of kept) {
      if (entry.key === "configMap")
        all.push(...pathsOf(entry.get("items"), `ConfigMap "${rawTextOf(entry.get("name"))}"`));
      if (entry.key === "secret") all.push(...pathsOf(entry.get("items"), `Secret "${rawTextOf(entry.get("name"))}"`));
      if (entry.key === "downwardAPI") all.push(...pathsOf(entry.get("items"), "DownwardAPI"));
      const token = entry.key === "serviceAccountToken" ? rawTextOf(entry.get("path")) : undefined;
      if (token !== undefined)
        all.push({ path: token.replace(/\/+$/, ""), field: entry.get("path"), source: "ServiceAccountToken" });
    }
  }
  warnOverlaps(all, `volume "${name}" (Projected): overlapping paths`, volume, problems);
}

/** Each path is compared with the paths before it and with the directories above it, through a set: no list is gone through twice. */
function warnOverlaps(files: readonly FilePath[], title: string, volume: Field, problems: Problems): void {
  const known = new Map<string, FilePath>();
  const below = new Map<string, FilePath>();
  for (const file of files) {
    if (file.path === "") continue;
    const other = known.get(file.path) ?? below.get(file.path) ?? aboveOf(file.path, known);
    if (other !== undefined)
      problems.warns(file.field, `${title}: ${shown(file)} with ${shown(other)}`, {
        serverField: `volume "${rawTextOf(volume.get("name"))}"`,
        related: [{ field: other.field, message: "the other path" }],
      });
    if (!known.has(file.path)) known.set(file.path, file);
    for (const directory of directoriesOf(file.path)) if (!below.has(directory)) below.set(directory, file);
  }
}

function shown(file: FilePath): string {
  return file.source === undefined ? `"${file.path}"` : `"${file.path}" (${file.source})`;
}

function aboveOf(path: string, known: ReadonlyMap<string, FilePath>): FilePath | undefined {
  for (const directory of directoriesOf(path)) {
    const file = known.get(directory);
    if (file !== undefined) return file;
  }
  return undefined;
}

/** The directories that hold a path; no more than a path can sensibly have. */
function directoriesOf(path: string): string[] {
  const parts = path.split("/").slice(0, 64);
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("/"));
}
