// A process that is killed while it replaces a file leaves the old or the new text, never a part. KILLS=200 for more of them.

import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const SIZE = 300_000;
let folder = "";
let script = "";

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
  it("no file is half-written", async () => {
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
});
