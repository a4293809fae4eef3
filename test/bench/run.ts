// `npm run bench`: this program and its peers, on the same inputs in one run. See README.md beside this file.

import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { NEWEST_MINOR } from "../../src/schema/versions.ts";
import { aimTable, BUSY, type Cell, comparison } from "./figures.ts";
import { exponentsOf, type Growth, grow, growthTable, SIZES } from "./growth.ts";
import { Corpus } from "./inputs.ts";
import { writeJsonSchemas } from "./json-schemas.ts";
import { abandon } from "./measure.ts";
import { bareNode, findPeers, ours, type Program, versionOf } from "./programs.ts";
import { compare, type Rounds } from "./rounds.ts";
import { aimsOf, type Row, rowsOf } from "./rows.ts";
import { medianStages, type Stages, stageTable } from "./stages.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

const USAGE = `Usage: npm run bench -- [flags]

  --only ROWS      rows to run, by comma: version, file, 150, 1000, 4712, all, stream, hook
  --runs N         runs of each program on each row; default 5
  --growth         time against size, instead of the comparison
  --sizes LIST     with --growth: how many objects, by comma
  --cli PATH       the program to measure; repeatable, to compare builds; default dist/cli.js
  --corpus DIR     manifests and lists of files; default ../shared/corpus
  --patience S     a program that has run for S seconds on a row is not run again; default 120
  --no-peers       this program alone
  --json PATH      every sample, as JSON
`;

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    runs: { type: "string", default: "5" },
    growth: { type: "boolean", default: false },
    sizes: { type: "string" },
    cli: { type: "string", multiple: true, default: [join(root, "dist/cli.js")] },
    corpus: { type: "string", default: resolve(root, "../shared/corpus") },
    patience: { type: "string", default: "120" },
    "no-peers": { type: "boolean", default: false },
    json: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

const log = (text: string) => process.stderr.write(`${text}\n`);
const print = (text: string) => process.stdout.write(`${text}\n\n`);

function stop(message: string): never {
  log(`bench: ${message}`);
  process.exit(2);
}

function clis(): Program[] {
  const paths = values.cli.map(path => resolve(path));
  for (const path of paths) if (!existsSync(path)) stop(`there is no ${path}; "npm run bundle" makes dist/cli.js`);
  return paths.map(path => ours(path, paths.length === 1 ? "kprobe-lint" : `kprobe-lint ${path}`));
}

function wholeNumber(text: string, name: string): number {
  if (!/^[1-9]\d*$/.test(text)) stop(`${name} takes whole numbers above zero, not "${text}"`);
  return Number(text);
}

function chosen(rows: readonly Row[]): Row[] {
  if (values.only === undefined) return [...rows];
  const ids = values.only.split(",").map(id => id.trim());
  const unknown = ids.find(id => !rows.some(row => row.id === id));
  if (unknown !== undefined) stop(`no row is called "${unknown}"; there are ${rows.map(({ id }) => id).join(", ")}`);
  return rows.filter(({ id }) => ids.includes(id));
}

const load = () =>
  loadavg()
    .map(value => value.toFixed(2))
    .join(" ");

function machine(programs: readonly Program[]): string {
  const names = programs.map(program => {
    const version = program.isPeer ? versionOf(program) : undefined;
    return version === undefined ? program.name : `${program.name} ${version}`;
  });
  const built = values.cli.map(path => {
    const main = join(dirname(resolve(path)), "main.js");
    return statSync(existsSync(main) ? main : path)
      .mtime.toISOString()
      .slice(0, 16);
  });
  return [
    `${new Date().toISOString().slice(0, 16)}Z, ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? "unknown"}), Node ${process.version}.`,
    `Programs: ${names.join(", ")}; bundle of ${built.join(" and ")}Z. Medians of ${values.runs} runs, in turns, after one that does not count.`,
  ].join("\n");
}

interface Comparison {
  readonly cells: ReadonlyMap<string, readonly Cell[]>;
  readonly stages: Stages | undefined;
}

async function compareAll(programs: readonly Program[], directory: string, rounds: Rounds): Promise<Comparison> {
  const corpus = new Corpus(values.corpus);
  if (!corpus.exists) log(`bench: SKIPPED every row made of ${corpus.directory}/manifests: it is not there`);
  const cells = new Map<string, Cell[]>();
  let stages: Stages | undefined;
  for (const row of chosen(rowsOf(corpus))) {
    const input = row.input(directory);
    if (input === undefined) {
      log(`bench: SKIPPED row "${row.id}": its files or their list are not in ${corpus.directory}`);
      continue;
    }
    const running = row.startUp === true ? [bareNode, ...programs] : programs;
    const measured = await compare(input, running, row.versionOnly === true ? "version" : "lint", rounds);
    cells.set(row.id, measured);
    // Whoever interrupts a long run keeps the rows that are done.
    log(`${comparison(measured)}\n`);
    const [first] = programs;
    if (row.id === "all" && first !== undefined) stages = await medianStages(first, input, rounds);
    rmSync(input.directory, { recursive: true });
  }
  return { cells, stages };
}

async function main(directory: string): Promise<void> {
  const scratch = join(directory, "scratch");
  mkdirSync(scratch);
  const runs = wholeNumber(values.runs, "--runs");
  const rounds: Rounds = { runs, patience: wholeNumber(values.patience, "--patience"), scratch, log };
  const own = clis();
  const before = load();
  let growth: Growth[] | undefined;
  let compared: Comparison | undefined;
  if (values.growth) {
    const sizes = values.sizes?.split(",").map(size => wholeNumber(size.trim(), "--sizes")) ?? SIZES;
    print(machine(own.slice(0, 1)));
    growth = own[0] === undefined ? [] : await grow(own[0], directory, sizes, rounds);
    print(growthTable(growth));
  } else {
    const programs = [...own, ...(values["no-peers"] ? [] : await preparedPeers())];
    print(machine(programs));
    compared = await compareAll(programs, directory, rounds);
    print(comparison([...compared.cells.values()].flat()));
    print(`\`*\`: others kept more than ${BUSY} of a core busy meanwhile; trust the CPU more than the wall.`);
    const aims = aimsOf(compared.cells);
    if (aims.length > 0) print(aimTable(aims));
    if (compared.stages !== undefined) print(stageTable(compared.stages));
  }
  print(`Load averages before: ${before}; after: ${load()}.`);
  if (values.json !== undefined) writeJson(values.json, growth, compared);
}

/** The peers on the PATH, with the schemas that one of them needs. */
async function preparedPeers(): Promise<Program[]> {
  const schemas = join(root, `.cache/bench/kubeconform-1.${NEWEST_MINOR}`);
  const { present, absent } = findPeers({
    kubeconformSchemas: `${schemas}/{{.ResourceKind}}{{.KindSuffix}}.json`,
    cores: availableParallelism(),
  });
  if (absent.length > 0) log(`bench: not on the PATH, so not compared: ${absent.join(", ")}`);
  if (!present.some(({ name }) => name === "kubeconform")) return present;
  const count = await writeJsonSchemas(schemas, NEWEST_MINOR);
  print(
    `kubeconform reads ${count} JSON Schemas of Kubernetes 1.${NEWEST_MINOR} from the disk, made of this project's own.`,
  );
  return present;
}

function writeJson(path: string, growth: readonly Growth[] | undefined, compared: Comparison | undefined): void {
  const report = {
    date: new Date().toISOString(),
    node: process.version,
    cores: availableParallelism(),
    runs: Number(values.runs),
    ...(compared && { rows: [...compared.cells].map(([id, cells]) => ({ id, cells })), stages: compared.stages }),
    ...(growth && { growth: growth.map(each => ({ ...each, exponents: exponentsOf(each) })) }),
  };
  writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`);
}

if (values.help) process.stdout.write(USAGE);
else {
  const directory = mkdtempSync(join(tmpdir(), "kprobe-lint-bench-"));
  const clean = () => rmSync(directory, { recursive: true, force: true });
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => {
      abandon();
      clean();
      stop(`interrupted by ${signal}`);
    });
  try {
    await main(directory);
  } finally {
    clean();
  }
}
