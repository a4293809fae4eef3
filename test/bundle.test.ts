// The bundle: the same bytes each time, nothing of others without its licence.

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bundle } from "./support/bundle.ts";
import { bundled, licences } from "./support/licences.ts";

function contents(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const files = names.filter(name => statSync(join(folder, name)).isFile());
  return new Map(files.map(name => [name, readFileSync(join(folder, name), "latin1")]));
}

describe("the bundle", () => {
  it("built twice has equal bytes", async () => {
    const folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), "kprobe-lint-")));
    try {
      for (const folder of folders) await bundle(`${folder}/dist/`);
      const [one, other] = folders.map(folder => contents(join(folder, "dist")));
      expect([...(one?.keys() ?? [])]).toContain("main.js");
      expect([...(one?.keys() ?? [])]).toEqual([...(other?.keys() ?? [])]);
      for (const [name, bytes] of one ?? []) expect(other?.get(name) === bytes, name).toBe(true);
      // No path of the machine it was built on.
      for (const [name, bytes] of one ?? []) expect(bytes.includes(process.cwd()), name).toBe(false);
    } finally {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    }
  });

  it("holds packages with licences that allow it, each with its text", async () => {
    const packages = await bundled();
    expect(packages.map(({ name }) => name)).toContain("picocolors");
    for (const { name, licence, text } of packages) {
      expect(licence, name).toMatch(/^(MIT|ISC|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|0BSD|CC0-1\.0|Unlicense)$/);
      expect(text.length, name).toBeGreaterThan(200);
    }
    const text = await licences();
    for (const { name, version } of packages) expect(text).toContain(`${name} ${version}, `);
    expect(await licences()).toBe(text);
  });

  it("needs nothing at run time that is not in it", () => {
    const { dependencies, optionalDependencies, peerDependencies, scripts } = JSON.parse(
      readFileSync(new URL("../package.json", import.meta.url), "utf8"),
    );
    expect([dependencies, optionalDependencies, peerDependencies]).toEqual([undefined, undefined, undefined]);
    for (const name of ["preinstall", "install", "postinstall", "prepare", "prepack", "build"])
      expect(scripts[name]).toBeUndefined();
  });
});
