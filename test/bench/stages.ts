// Where the time goes: the stages that `--timing` prints, as medians.

import { median } from "./figures.ts";
import type { Input } from "./inputs.ts";
import { measure } from "./measure.ts";
import type { Program } from "./programs.ts";
import type { Rounds } from "./rounds.ts";

export interface Stages {
  readonly title: string;
  /** Milliseconds by stage, in the order they are printed in. */
  readonly milliseconds: Readonly<Record<string, number>>;
  /** From start to end, seen from outside. */
  readonly wall: number;
}

/** `parse       123.4 ms` lines, without their sum. */
export function parseStages(text: string): Map<string, number> {
  const lines = [...text.matchAll(/^(\w+)\s+(\d+(?:\.\d+)?) ms$/gm)];
  return new Map(
    lines.map(([, stage = "", time]) => [stage, Number(time)] as const).filter(([stage]) => stage !== "total"),
  );
}

export async function medianStages(program: Program, input: Input, { runs, scratch }: Rounds): Promise<Stages> {
  const times = new Map<string, number[]>();
  const walls: number[] = [];
  for (let run = 0; run < runs; run++) {
    const { stderr, sample } = await measure(
      { argv: [...program.lint(input), "--timing"], cwd: input.directory },
      scratch,
    );
    for (const [stage, time] of parseStages(stderr)) times.set(stage, [...(times.get(stage) ?? []), time]);
    walls.push(sample.wall * 1000);
  }
  return {
    title: input.title,
    milliseconds: Object.fromEntries([...times].map(([stage, values]) => [stage, median(values)])),
    wall: median(walls),
  };
}

export function stageTable({ title, milliseconds, wall }: Stages): string {
  const stages = Object.entries(milliseconds);
  const rest = wall - stages.reduce((sum, [, time]) => sum + time, 0);
  const lines = [...stages, ["the rest", rest] as const].map(
    ([stage, time]) => `| ${stage} | ${time.toFixed(0)} | ${((100 * time) / wall).toFixed(0)} % |`,
  );
  return [`| stage (${title}) | ms | of ${wall.toFixed(0)} ms |`, "| --- | ---: | ---: |", ...lines].join("\n");
}
