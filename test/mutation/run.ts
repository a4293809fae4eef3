// npm run mutate -- [--files GLOB] [--list] [--sample N --seed S] [--jobs N]
//
// Makes one small mistake at a time in the rules and in src/kubernetes and looks whether a test notices. A run over all
// of a part writes its page, survivors-*.md. Exit 1: a score is too low, or reasons.json explains what does not survive.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { pathMatcher } from "../../src/glob.ts";
import { type Result, runTasks } from "./bench.ts";
import { ROOT } from "./modules.ts";
import { type Mutant, mutate } from "./mutators.ts";
import {
  failuresOf,
  PARTS,
  type Part,
  page,
  pageOf,
  readReasons,
  type Survivor,
  summary,
  survivorOf,
} from "./report.ts";
import { sampled } from "./sample.ts";
import type { Task } from "./worker.ts";

const { values } = parseArgs({
  options: {
    files: { type: "string", default: "{rules,src/kubernetes}/*.ts" },
    list: { type: "boolean", default: false },
    sample: { type: "string" },
    seed: { type: "string", default: "1" },
    jobs: { type: "string", default: "1" },
  },
});

const isWanted = pathMatcher([values.files]);
const files = PARTS.flatMap(pathsIn).filter(isWanted);
const sources = new Map(files.map(file => [file, readFileSync(`${ROOT}${file}`, "utf8")]));
const mutants = new Map([...sources].map(([file, source]) => [file, mutate(file, source).mutants]));
const all = [...mutants.values()].flatMap(list => list.map((mutant, index) => ({ mutant, index })));
const chosen = values.sample === undefined ? all : sampled(all, Number(values.sample), Number(values.seed));

if (values.list) for (const { mutant } of chosen) console.log(inWords(mutant));
else await main();

async function main(): Promise<void> {
  const tasks = files.map((file): Task => {
    const indexes = chosen.filter(({ mutant }) => mutant.file === file).map(({ index }) => index);
    return { file, source: sources.get(file) ?? "", indexes };
  });
  const results: Result[] = [];
  const jobs = Math.max(1, Number(values.jobs));
  const parts = Array.from({ length: jobs }, (_, job) => tasks.filter((_, index) => index % jobs === job));
  await Promise.all(parts.map(part => runTasks(part, told)));

  function told(result: Result): void {
    results.push(result);
    const mutant = mutants.get(result.file)?.[result.index];
    if (mutant !== undefined && result.outcome !== "killed") console.log(`${result.outcome}: ${inWords(mutant)}`);
  }

  const survivors = results
    .filter(({ outcome }) => outcome === "survived" || outcome === "uncovered")
    .map(({ file, index }) => survivor(file, index));
  const reasons = readReasons();
  const looked = new Set(chosen.map(({ mutant: { file }, index }) => survivor(file, index).key));
  console.log(summary(PARTS, results, survivors, reasons));
  const whole = new Set(values.sample === undefined ? files : []);
  const failures = failuresOf(results, survivors, reasons, { looked, whole });
  for (const failure of failures) console.error(failure);
  for (const part of PARTS) {
    const isWhole = chosen.length === all.length && pathsIn(part).every(path => files.includes(path));
    if (isWhole) writeFileSync(pageOf(part), page(part, results, survivors, reasons));
  }
  if (failures.length > 0) process.exitCode = 1;
}

function pathsIn(part: Part): string[] {
  return readdirSync(`${ROOT}${part}`)
    .map(name => `${part}/${name}`)
    .filter(path => path.endsWith(".ts") && path !== "rules/index.ts");
}

function survivor(file: string, index: number): Survivor {
  const mutant = mutants.get(file)?.[index];
  const source = sources.get(file);
  if (mutant === undefined || source === undefined) throw new Error(`${file} has no mutant ${index}`);
  return survivorOf(mutant, source);
}

function inWords(mutant: Mutant): string {
  const { file, line, kind } = mutant;
  return `${file}:${line} ${kind}: ${survivorOf(mutant, sources.get(file) ?? "").change}`;
}
