// Paths in reports, from wherever the command runs: as one would write them there.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { discover } from "../src/discover.ts";
import { main } from "../src/main.ts";
import { shownPath } from "../src/reporters/reporter.ts";

const BAD = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\ndta: {}\n";
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kprobe-lint-"));
  mkdirSync(join(folder, "project", ".git"), { recursive: true });
  for (const path of ["top.yaml", "shop/web.yaml", "shop/base/web.yaml", "shopping/web.yaml"]) {
    mkdirSync(dirname(join(folder, "project", path)), { recursive: true });
    writeFileSync(join(folder, "project", path), BAD);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Standard output of a run in a directory. */
async function printed(cwd: string, argv: readonly string[], input = ""): Promise<string> {
  const parts: string[] = [];
  const stdout = { write: (part: string) => void parts.push(part), isTTY: false, columns: 80 };
  const stderr = { write: () => {}, isTTY: false, columns: 80 };
  await main({ argv, cwd: join(folder, cwd), env: {}, stdout, stderr, stdin: () => input, now: () => 0 });
  return parts.join("");
}

describe("paths", () => {
  const pathsIn = async (cwd: string, ...argv: string[]) =>
    (await printed(cwd, ["--format", "concise", ...argv])).split("\n").flatMap(line => line.split(":")[0] || []);

  it.each([
    ["project", ["."], ["shop/base/web.yaml", "shop/web.yaml", "shopping/web.yaml", "top.yaml"]],
    ["project/shop", ["."], ["base/web.yaml", "web.yaml"]],
    ["project/shop/base", [], ["web.yaml"]],
    ["project/shop/base", [".."], ["web.yaml", "../web.yaml"]],
    ["project/shop", ["../shopping", "../top.yaml"], ["../shopping/web.yaml", "../top.yaml"]],
    [".", ["project/shop"], ["project/shop/base/web.yaml", "project/shop/web.yaml"]],
  ])("in %s, of %j", async (cwd, paths, expected) => {
    expect(await pathsIn(cwd, ...paths)).toEqual(expected);
    const shown = (await printed(cwd, ["--show-files", ...paths])).trimEnd().split("\n");
    expect(shown).toEqual(expected);
  });

  it("name standard input as it was named", async () => {
    const named = (...argv: string[]) => printed("project/shop/base", ["-", "--format", "concise", ...argv], BAD);
    expect(await named()).toMatch(/^<stdin>:4:1: /);
    expect(await named("--stdin-filename", "new.yaml")).toMatch(/^new.yaml:4:1: /);
    expect(await named("--stdin-filename", "../new.yaml")).toMatch(/^\.\.\/new.yaml:4:1: /);
  });

  it("standard input stands for the file that it is named after", async () => {
    const seen = async (context: string) => {
      const request = { stdin: () => BAD, stdinFilename: "web.yaml", exclude: [], maxFileSize: 1e6, context };
      return discover({ cwd: join(folder, "project", "shop"), paths: ["-"], ...request });
    };
    expect((await seen(".")).sources.map(({ path }) => path)).toEqual(["shop/web.yaml"]);
    expect((await seen(".")).context).toEqual([]);
    expect((await seen("base")).context?.map(({ path }) => path)).toEqual(["shop/base/web.yaml"]);
  });

  it("are looked for in the --context that is given, in a repository or not", async () => {
    const request = { stdin: () => "", exclude: [], maxFileSize: 1e6, context: "../shopping" };
    const { context } = await discover({ cwd: join(folder, "project", "shop"), paths: ["base"], ...request });
    expect(context?.map(({ path }) => path)).toEqual(["shopping/web.yaml"]);
  });

  it("stay relative to the root for programs", async () => {
    const { diagnostics } = JSON.parse(await printed("project/shop/base", ["--format", "json"]));
    expect(diagnostics[0].file).toBe("shop/base/web.yaml");
    expect(await printed("project/shop/base", ["--format", "gitlab"])).toContain('"path": "shop/base/web.yaml"');
  });

  it("lead to the file from every directory", () => {
    const folders = ["", "a/", "a/b/", "a/b/c/", "ab/", "b/"];
    for (const here of folders)
      for (const folder of folders) {
        const file = `${folder}web.yaml`;
        const prefix = "../".repeat(here.split("/").length - 1);
        expect(shownPath({ prefix, here }, file)).toBe(posix.relative(`/${here}`, `/${file}`));
      }
  });
});
