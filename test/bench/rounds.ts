// Programs take turns on one input, A B C A B C …, so that whatever else the machine does hits them all alike.

import type { Cell, Sample } from "./figures.ts";
import type { Input } from "./inputs.ts";
import { type Command, cpuSeconds, measure, type Ran } from "./measure.ts";
import type { Program } from "./programs.ts";

export interface Rounds {
  readonly runs: number;
  /** A program that has run for so many seconds in all on one input is not run again. */
  readonly patience: number;
  readonly scratch: string;
  readonly log: (text: string) => void;
}

/** The first run of each counts for nothing but to see that it does the work; it also warms the caches. */
export async function compare(
  input: Input,
  programs: readonly Program[],
  task: "version" | "lint",
  { runs, patience, scratch, log }: Rounds,
): Promise<Cell[]> {
  const command = (program: Program): Command => ({
    argv: task === "version" ? program.version : program.lint(input),
    cwd: input.directory,
  });
  const samples = new Map<Program, Sample[]>();
  const cells = new Map<Program, Partial<Cell>>();
  for (const program of programs) {
    const first = await measure(command(program), scratch);
    const refused = task === "version" ? undefined : program.refusal(first);
    cells.set(program, refused === undefined ? { said: lastLine(first) } : { refused });
    if (refused === undefined) samples.set(program, []);
    log(
      `${input.title}: ${program.name}${refused === undefined ? `, ${first.sample.wall} s at first` : ` ${refused}`}`,
    );
  }
  const started = performance.now();
  const before = cpuSeconds();
  for (let round = 0; round < runs; round++)
    for (const [program, taken] of samples)
      if (taken.reduce((sum, { wall }) => sum + wall, 0) < patience)
        taken.push((await measure(command(program), scratch)).sample);
  const after = cpuSeconds();
  const measured = [...samples.values()].flat().reduce((sum, { user, system }) => sum + user + system, 0);
  const foreignCpu = after.all - before.all - (after.own - before.own) - measured;
  const foreign = Math.max(0, foreignCpu) / ((performance.now() - started) / 1000);
  return programs.map(program => ({
    row: input.title,
    program: program.name,
    isPeer: program.isPeer,
    ...cells.get(program),
    foreign,
    samples: samples.get(program) ?? [],
  }));
}

function lastLine({ stdout }: Ran): string {
  return stdout.trimEnd().split("\n").at(-1)?.trim().slice(0, 200) ?? "";
}
