// Output that cannot be written, readers that go away, and signals: a run says so by its exit code, and leaves nothing half-written.

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const POD = 'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: "web:1"}]}\n';
let folder = "";
let program = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "kprobe-lint-"));
  program = join(folder, "cli.mjs");
  await build({
    ...{ bundle: true, platform: "node", format: "esm", outfile: program, logLevel: "error" },
    entryPoints: [fileURLToPath(new URL("../src/cli.ts", import.meta.url))],
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  });
  writeFileSync(join(folder, "sound.yaml"), POD);
  writeFileSync(join(folder, "bad.yaml"), `${POD}extra: 1\n`);
  writeFileSync(
    join(folder, "many.yaml"),
    Array.from({ length: 3_000 }, (_, at) => `${POD.replace("name: web}", `name: web${at}}`)}extra: 1\n`).join("---\n"),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The exit code of the program itself within a pipeline of a shell. */
function shell(command: string) {
  const line = `"${process.execPath}" "${program}" --no-config --no-context ${command}`;
  const { status, stdout, stderr } = spawnSync("bash", ["-c", line.replace(/ \| .*/, "$& ; exit ${PIPESTATUS[0]}")], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

const full = existsSync("/dev/full");
if (!full) console.warn("a full disk is not tried: there is no /dev/full");

describe("output that cannot be written", () => {
  it.runIf(full)("a full disk below standard output is exit 2", () => {
    expect(shell("sound.yaml > /dev/full").status).toBe(2);
    expect(shell("--format=json many.yaml > /dev/full").status).toBe(2);
  });

  it.runIf(full)("a full disk below a report is said, and is exit 2", () => {
    const { status, stderr } = shell("--format=json=/dev/full sound.yaml");
    expect(stderr).toContain("cannot write /dev/full: ENOSPC");
    expect(status).toBe(2);
  });

  it("a directory in place of a report, or none to hold it, is said, and the report is not lost", () => {
    for (const path of [".", "nowhere/r.json", "sound.yaml/r.json"]) {
      const { status, stdout, stderr } = shell(`--format=json=${path} bad.yaml`);
      expect(stderr).toContain(`cannot write ${path}: `);
      expect(JSON.parse(stdout).summary.errors).toBe(1);
      expect(status).toBe(2);
    }
    expect(readFileSync(join(folder, "sound.yaml"), "utf8")).toBe(POD);
  });

  it("a reader that has seen enough is no failure, and no success: the findings make the exit code", () => {
    for (const format of ["pretty", "concise", "json", "html"]) {
      // More than a pipe holds, so that it is closed before all is written.
      const { status, stderr } = shell(`--format=${format} many.yaml | head -c 10`);
      expect(stderr).toBe("");
      expect(status).toBe(1);
    }
    expect(shell("--fail-on=never --format=concise many.yaml | head -c 10").status).toBe(0);
  });

  /** The program with a pipe that nobody reads any more before it begins. */
  const unread = (command: string, redirection: string) => {
    const line = `exec 3> >(exec true); wait $!; "${process.execPath}" "${program}" --no-config --no-context ${command} ${redirection}`;
    return spawnSync("bash", ["-c", line], { cwd: folder, encoding: "utf8" });
  };

  it("a reader that is gone takes neither the other reports nor the exit code with it", () => {
    const { status, stderr } = unread("--format=concise --format=json=besides.json bad.yaml", ">&3");
    expect(stderr).toBe("");
    expect(status).toBe(1);
    expect(JSON.parse(readFileSync(join(folder, "besides.json"), "utf8")).summary.errors).toBe(1);
    expect(unread("sound.yaml", ">&3").status).toBe(0);
    expect(unread("nowhere.yaml", ">&3 2>&3").status).toBe(2);
  });

  it("nobody has to read standard error", () => {
    const { status, stdout } = unread("--format=concise --timing --statistics bad.yaml", "2>&3");
    expect(stdout).toContain("unknown-field");
    expect(status).toBe(1);
  });

  it("a reader at a socket may go, too", async () => {
    const child = spawn(process.execPath, [program, "--no-config", "--no-context", "many.yaml"], { cwd: folder });
    child.stdout.destroy();
    let stderr = "";
    child.stderr.on("data", text => {
      stderr += text;
    });
    expect(await ended(child)).toEqual({ code: 1, signal: null });
    expect(stderr).toBe("");
  });

  it("standard error that is closed changes nothing", () => {
    const { status, stdout } = shell("--format=concise bad.yaml 2>&-");
    expect(stdout).toContain("unknown-field");
    expect(status).toBe(1);
  });
});

function ended(child: ChildProcess): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
  return new Promise(resolve => child.once("close", (code, signal) => resolve({ code, signal })));
}

describe("signals", () => {
  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s in a long run ends it, and never with 0", async signal => {
    const report = join(folder, `${signal}.json`);
    const args = [program, "--no-config", "--no-context", `--format=json=${report}`, "many.yaml"];
    const child = spawn(process.execPath, args, { cwd: folder, stdio: "ignore" });
    const end = ended(child);
    await new Promise(resolve => setTimeout(resolve, 150));
    child.kill(signal);
    const { code, signal: by } = await end;
    // On a very fast machine it may be done already; then it found errors.
    expect(by === signal || code === 1 || (code ?? 0) > 128).toBe(true);
    if (existsSync(report)) expect(JSON.parse(readFileSync(report, "utf8")).summary.errors).toBeGreaterThan(0);
    expect(readdirSync(folder).filter(name => name.includes(".tmp"))).toEqual([]);
  });
});
