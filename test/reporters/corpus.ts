// Manifests in every format, each held to its grammar. `npx tsx test/reporters/corpus.ts DIRECTORY` prints what is wrong with any.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { main } from "../../src/main.ts";
import { REPORTERS } from "../../src/reporters/index.ts";
import { GRAMMARS } from "./grammar.ts";

export interface Outcome {
  readonly format: string;
  readonly bytes: number;
  readonly diagnostics: number;
  readonly problems: readonly string[];
}

/** Lints paths of a directory with every rule, and judges what is written in every format. */
export async function outcomes(directory: string, paths: readonly string[]): Promise<Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), "kprobe-lint-"));
  const formats = Object.keys(REPORTERS);
  const stream = { write: () => {}, isTTY: false, columns: 80 };
  try {
    await main({
      argv: ["--preset=all", ...formats.map(name => `--format=${name}=${join(folder, name)}`), "--", ...paths],
      cwd: directory,
      env: {},
      stdout: stream,
      stderr: { ...stream, write: text => void process.stderr.write(text) },
      stdin: () => "",
      now: () => 0,
    });
    const report = JSON.parse(readFileSync(join(folder, "json"), "utf8"));
    return formats.map(format => {
      const text = readFileSync(join(folder, format), "utf8");
      const problems = GRAMMARS[format]?.(text, report) ?? [];
      return { format, bytes: Buffer.byteLength(text), diagnostics: report.diagnostics.length, problems };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const { format, bytes, diagnostics, problems } of await outcomes(process.argv[2] ?? ".", ["."])) {
    const grammar = GRAMMARS[format] === undefined ? "no grammar" : `${problems.length} problems`;
    console.log(`${format.padEnd(11)}${String(bytes).padStart(10)} bytes, ${diagnostics} diagnostics, ${grammar}`);
    for (const problem of problems) console.log(`  ${problem.slice(0, 300)}`);
    if (problems.length > 0) process.exitCode = 1;
  }
}
