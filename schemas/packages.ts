// The npm packages that the schemas are made from, kept in a cache that git ignores.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

/** Kubernetes minor versions whose field sets a package states exactly. */
export const CLIENTS: Readonly<Record<number, string>> = {
  24: "@kubernetes/client-node@0.17.1",
  25: "@kubernetes/client-node@0.18.1",
  27: "@kubernetes/client-node@0.19.0",
  28: "@kubernetes/client-node@0.20.0",
  29: "@kubernetes/client-node@0.21.0",
  30: "@kubernetes/client-node@0.22.3",
  32: "@kubernetes/client-node@1.1.2",
  33: "@kubernetes/client-node@1.3.0",
  34: "@kubernetes/client-node@1.4.0",
  36: "@kubernetes/client-node@2.0.0",
};

/** Field sets of versions that no client was made for; without `status`. */
export const CONSTRUCTS: Readonly<Record<number, string>> = {
  26: "cdk8s-plus-26@2.4.17",
  31: "cdk8s-plus-31@2.6.43",
};

/** Which strings are quantities. */
export const MODELS = "kubernetes-models@5.1.0";

const CACHE = new URL("../.cache/schemas/", import.meta.url).pathname;

/** The directory of an unpacked package; undefined when it is not in the cache and must not be fetched. */
export function packageDir(spec: string, fetchIt: boolean): string | undefined {
  const name = spec.replace(/^@/, "").replace(/[/@]/g, "-");
  const dir = join(CACHE, name, "package");
  if (existsSync(dir)) return dir;
  if (!fetchIt) return undefined;
  mkdirSync(CACHE, { recursive: true });
  const partial = join(CACHE, `${name}.partial`);
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial);
  const tarball = execFileSync("npm", ["pack", "--silent", spec], { cwd: CACHE, encoding: "utf8" }).trim();
  execFileSync("tar", ["xzf", join(CACHE, tarball), "-C", partial]);
  renameSync(partial, join(CACHE, name));
  return dir;
}

export function readText(...parts: string[]): string {
  return readFileSync(join(...parts), "utf8");
}

/** The files of a directory that end in `.js`, sorted. */
export function scriptsIn(dir: string): string[] {
  return readdirSync(dir)
    .filter(name => name.endsWith(".js"))
    .sort();
}
