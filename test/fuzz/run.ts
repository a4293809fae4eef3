// npm run fuzz -- --minutes N [--target NAME] [--seed N]: every target in turn until the time is over. Each find is made as small as it
// gets and kept in fixtures/fuzz/<target>/, where test/fuzz.test.ts holds it from then on. Where a target bounds the time for one document, one
// that takes longer three times in a row is a find too, and the slowest ones are listed with their seeds: `--seed N --count 1` repeats one.

import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { random } from "../yaml/generate.ts";
import { TARGETS } from "./index.ts";
import { type Failure, failureOf, shrunk } from "./shrink.ts";
import { Slowest, timeOf } from "./slow.ts";
import type { Target } from "./target.ts";

const FINDS = fileURLToPath(new URL("../../fixtures/fuzz/", import.meta.url));
/** One target after the other, so long. */
const SLICE_SECONDS = 3;

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "1" },
    target: { type: "string" },
    seed: { type: "string", default: String(Date.now() % 1_000_000_000) },
    finds: { type: "string", default: FINDS },
    count: { type: "string", default: "Infinity" },
  },
});

interface Tally {
  runs: number;
  seconds: number;
  slowest: number;
  readonly slow: Slowest;
  readonly finds: Map<string, string>;
}

function newTally(): Tally {
  return { runs: 0, seconds: 0, slowest: 0, slow: new Slowest(), finds: new Map() };
}

const now = () => Number(process.hrtime.bigint()) / 1e9;

async function work(target: Target, tally: Tally, seed: number, until: number): Promise<void> {
  const from = now();
  while (now() < until && tally.runs < Number(values.count)) {
    const at = seed + tally.runs++;
    const input = target.make(random(at));
    const begun = now();
    const failure = await failureOf(target, input);
    tally.slowest = Math.max(tally.slowest, now() - begun);
    if (failure === undefined) await time(target, tally, at, input);
    else if (!tally.finds.has(failure.kind))
      keep(target, tally, at, failure, await shrunk(target, input, failure.kind));
  }
  tally.seconds += now() - from;
}

/** Milliseconds of this process alone: what else the machine does is not the document's doing. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function time(target: Target, { slow, ...tally }: Tally, seed: number, input: string): Promise<void> {
  const { timed } = target;
  if (timed === undefined) return;
  const milliseconds = await timeOf(timed, input, processorTime);
  slow.add({ seed, milliseconds, characters: input.length });
  if (milliseconds <= timed.milliseconds) return;
  const message = `takes ${milliseconds.toFixed(0)} ms at best of three times`;
  keep(target, tally, seed, { message, kind: `slow, seed ${seed}` }, input);
}

function keep(target: Target, { finds }: Pick<Tally, "finds">, seed: number, failure: Failure, input: string): void {
  const name = `${createHash("sha256").update(input).digest("hex").slice(0, 12)}.txt`;
  mkdirSync(join(values.finds, target.name), { recursive: true });
  writeFileSync(join(values.finds, target.name, name), input, target.encoding);
  finds.set(failure.kind, name);
  console.log(`${target.name} seed ${seed}: ${failure.message}\n  kept in ${target.name}/${name}`);
}

function table(tallies: ReadonlyMap<Target, Tally>): string {
  const rows = [...tallies].map(([{ name }, { runs, seconds, slowest, finds }]) =>
    [
      name.padEnd(12),
      String(runs).padStart(10),
      (runs / Math.max(seconds, 1e-9)).toFixed(0).padStart(8),
      (slowest * 1000).toFixed(0).padStart(12),
      String(finds.size).padStart(6),
    ].join(""),
  );
  const total = [...tallies.values()].reduce((sum, { runs }) => sum + runs, 0);
  const finds = [...tallies.values()].reduce((sum, tally) => sum + tally.finds.size, 0);
  return [
    `${"target".padEnd(12)}${"runs".padStart(10)}${"per s".padStart(8)}${"slowest ms".padStart(12)}${"finds".padStart(6)}`,
    ...rows,
    `${"all".padEnd(12)}${String(total).padStart(10)}${String(finds).padStart(26)}`,
    ...[...tallies].flatMap(([{ name, timed }, { slow }]) => (timed === undefined ? [] : slow.text(name, timed))),
  ].join("\n");
}

const chosen = TARGETS.filter(({ name }) => values.target === undefined || name === values.target);
if (chosen.length === 0)
  throw new Error(`there is no target "${values.target}": ${TARGETS.map(({ name }) => name).join(", ")}`);
const seed = Number(values.seed);
const end = now() + Number(values.minutes) * 60;
console.log(`seed ${seed}, ${values.minutes} min`);
const tallies = new Map(chosen.map(target => [target, newTally()]));
let shownAt = now();
const isGoing = () => now() < end && [...tallies.values()].some(({ runs }) => runs < Number(values.count));
while (isGoing()) {
  for (const [target, tally] of tallies) await work(target, tally, seed, Math.min(end, now() + SLICE_SECONDS));
  if (now() - shownAt < 300) continue;
  shownAt = now();
  console.log(table(tallies));
}
console.log(table(tallies));
process.exitCode = [...tallies.values()].some(({ finds }) => finds.size > 0) ? 1 : 0;
