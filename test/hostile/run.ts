// npm run hostile: every row in full size, each in a process of its own, with its time and its peak memory. `--small` takes the sizes of the
// tests, `--only WORD` the rows whose input has the word. Exit code 1 where a row does not hold, takes more than 5 s or 1.5 GB.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { TABLE } from "./index.ts";
import { fault, type Row, setUp } from "./row.ts";

const MOST_SECONDS = 5;
const MOST_MEGABYTES = 1_500;

const { values } = parseArgs({
  options: { small: { type: "boolean", default: false }, only: { type: "string", default: "" } },
});

interface Measured {
  readonly wrong: string | undefined;
  readonly seconds: number;
  readonly megabytes: number;
  readonly happened: string;
}

const folder = mkdtempSync(join(tmpdir(), "kprobe-lint-"));
const program = join(folder, "cli.mjs");
/**
 * At the head of the program. Processor time: what else the machine does is not the program's doing. (A module of its own, loaded by
 * `--require`, would make Node itself stumble over a broken package.json where the row runs.)
 */
const HEAD = `import { createRequire } from "node:module";
import { writeFileSync as writeMeasured } from "node:fs";
const require = createRequire(import.meta.url);
process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeMeasured(process.env.MEASURED, JSON.stringify({ maxRSS, time: userCPUTime + systemCPUTime }));
});`;

async function bundle(): Promise<void> {
  const entry = fileURLToPath(new URL("../../src/cli.ts", import.meta.url));
  await build({
    ...{ entryPoints: [entry], bundle: true, platform: "node", format: "esm", outfile: program, logLevel: "error" },
    banner: { js: HEAD },
  });
}

function measure(row: Row): Measured {
  const directory = mkdtempSync(join(tmpdir(), "kprobe-lint-"));
  const measured = join(folder, "measured.json");
  try {
    rmSync(measured, { force: true });
    setUp(row, directory, row.sizes?.[values.small ? 0 : 1] ?? 0);
    const { status, signal, stdout, stderr } = spawnSync(process.execPath, [program, ...(row.argv ?? [])], {
      cwd: join(directory, row.cwd ?? ""),
      env: { PATH: process.env.PATH, HOME: folder, MEASURED: measured, ...row.env },
      input: row.stdin ?? "",
      maxBuffer: 1 << 30,
      timeout: 120_000,
    });
    const text = `${stdout}${stderr}`;
    const happened = { status: status ?? -1, text };
    // A process that was ended, or ended itself hard, leaves no measurement.
    const { maxRSS, time } = existsSync(measured)
      ? JSON.parse(readFileSync(measured, "utf8"))
      : { maxRSS: 0, time: 1.2e8 };
    const seconds = time / 1e6;
    const megabytes = maxRSS / 1024;
    const wrong =
      signal === null
        ? (fault(row, happened) ??
          (seconds > MOST_SECONDS ? "too slow" : megabytes > MOST_MEGABYTES ? "too much memory" : undefined))
        : `ended by ${signal}`;
    return { wrong, seconds, megabytes, happened: `exit ${status}: ${sentence(row, text)}` };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** What is said of it, in short: what the row looks for, else the first line. */
function sentence({ says }: Row, text: string): string {
  const found = says?.exec(text)?.[0].replace(/\n/g, " ") ?? text.split("\n")[0] ?? "";
  return found.length <= 70 ? found : `${found.slice(0, 67)}...`;
}

await bundle();
const cell = (text: string) => text.replace(/\|/g, "\\|");
const found: string[] = [];
let count = 0;
console.log("| input | bound | what happened | MB | s |\n| --- | --- | --- | --: | --: |");
for (const [group, rows] of Object.entries(TABLE))
  for (const row of rows) {
    if (!row.input.includes(values.only) || row.meanwhile !== undefined) continue;
    const reason = row.impossible?.();
    if (reason !== undefined) {
      console.log(`| ${cell(row.input)} | ${cell(row.bound)} | not tried: ${reason} | | |`);
      continue;
    }
    count++;
    const { wrong, seconds, megabytes, happened } = measure(row);
    console.log(
      `| ${cell(row.input)} | ${cell(row.bound)} | ${cell(happened)} | ${megabytes.toFixed(0)} | ${seconds.toFixed(2)} |`,
    );
    if (wrong !== undefined) found.push(`${group}, ${row.input}: ${wrong}`);
  }
rmSync(folder, { recursive: true, force: true });
console.log(`\n${count} rows, ${found.length} of them not as they have to be`);
for (const line of found) console.log(line);
process.exitCode = found.length === 0 ? 0 : 1;
