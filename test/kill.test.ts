// A process that is killed while it replaces a file leaves the old or the new text, never a part. KILLS=200 for more of them.

import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deployment } from "./support/repository.ts";

const SIZE = 300_000;
const COPIES = 60;
let folder = "";
let script = "";
let program = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "kprobe-lint-"));
  script = join(folder, "replace.mjs");
  const write = fileURLToPath(new URL("../src/write.ts", import.meta.url));
  await build({
    stdin: {
      contents: `import { replaceFile } from ${JSON.stringify(write)};
        process.stdout.write("go");
        for (let letter = 0; ; letter = 1 - letter) replaceFile(process.argv[2], Buffer.alloc(${SIZE}, "ab"[letter]));`,
      resolveDir: folder,
    },
    bundle: true,
    platform: "node",
    format: "esm",
    outfile: script,
    logLevel: "error",
  });
  program = join(folder, "program.cjs");
  const cli = fileURLToPath(new URL("../src/cli.ts", import.meta.url));
  await build({
    entryPoints: [cli],
    bundle: true,
    platform: "node",
    format: "cjs",
    outfile: program,
    logLevel: "error",
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Ends when the first output came, and so many writes of the event loop later. */
async function killed(child: ChildProcess, delay: number): Promise<void> {
  await new Promise(resolve => child.stdout?.once("data", resolve));
  await new Promise(resolve => setTimeout(resolve, delay));
  const ended = new Promise(resolve => child.once("close", resolve));
  child.kill("SIGKILL");
  await ended;
}

describe("killed in the middle", () => {
  it("no file is half-written", { timeout: 900_000 }, async () => {
    const path = join(folder, "target.yaml");
    writeFileSync(path, "a".repeat(SIZE));
    const seen = new Set<string>();
    const kills = Number(process.env.KILLS ?? 25);
    for (let round = 0; round < kills; round++) {
      await killed(spawn(process.execPath, [script, path], { stdio: ["ignore", "pipe", "inherit"] }), (round * 7) % 23);
      const text = readFileSync(path, "utf8");
      expect(text.length).toBe(SIZE);
      expect(new Set(text).size).toBe(1);
      seen.add(text.charAt(0));
    }
    expect(seen.size).toBeGreaterThan(0);
  });

  it("a run of --fix that writes a report leaves every file as it was or as it is to be", async () => {
    const before = deployment("web").replace("port: http }", "port: http }, periodSeconds: 0");
    const after = before.replace("periodSeconds: 0", "periodSeconds: 10");
    const project = join(folder, "project");
    const names = Array.from({ length: COPIES }, (_, at) => join(project, `${at}.yaml`));
    const report = join(folder, "report.json");
    const args = [program, "--no-config", "--select=probe-zero-defaulted", "--fix", `--format=json=${report}`, project];
    const ends = new Set<string>();
    const kills = Number(process.env.KILLS ?? 6);
    // A busy machine may let the run end first; then the next one is interrupted.
    for (let round = 0; round < kills || (!ends.has("before the end") && round < kills + 30); round++) {
      rmSync(project, { recursive: true, force: true });
      rmSync(report, { force: true });
      mkdirSync(project);
      for (const name of names) writeFileSync(name, before);
      await interrupted(spawn(process.execPath, args, { stdio: "ignore" }), project, (round % kills) * 9);
      const texts = names.map(name => readFileSync(name, "utf8"));
      expect(texts.filter(text => text !== before && text !== after)).toEqual([]);
      if (existsSync(report)) expect(JSON.parse(readFileSync(report, "utf8")).version).toBe(1);
      ends.add(texts.includes(before) ? "before the end" : "at the end");
    }
    expect(ends).toContain("before the end");
  });
});

/** Ctrl-C as soon as so many files have been replaced, or when all is done. */
async function interrupted(child: ChildProcess, project: string, wanted: number): Promise<void> {
  const ended = new Promise(resolve => child.once("close", resolve));
  const first = statSync(project).mtimeMs;
  let replaced = 0;
  for (
    let seen = first;
    child.exitCode === null && replaced <= wanted;
    await new Promise(resolve => setTimeout(resolve, 1))
  ) {
    const now = statSync(project).mtimeMs;
    if (now !== seen) replaced++;
    seen = now;
  }
  child.kill("SIGINT");
  await ended;
}
