// Time and CPU against size: the same made-up objects, from ten to a hundred thousand, in one file and in many.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Figures, figuresOf, growthExponent, type Sample, seconds } from "./figures.ts";
import { measure } from "./measure.ts";
import { objects } from "./objects.ts";
import type { Program } from "./programs.ts";
import type { Rounds } from "./rounds.ts";

export const SIZES: readonly number[] = [10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000];
/** Below it a run is mostly start-up. */
const FIT_FROM = 1_000;
const OBJECTS_PER_FILE = 3;
const FILES_PER_DIRECTORY = 100;

export type Layout = "one file" | "many files";

export interface Growth {
  readonly layout: Layout;
  readonly points: readonly { readonly size: number; readonly samples: readonly Sample[]; readonly refused?: string }[];
}

/** Writes so many objects below a directory; what to give to the program. */
export function writeObjects(directory: string, count: number, layout: Layout): string {
  mkdirSync(directory, { recursive: true });
  const texts = [...objects(count)];
  if (layout === "one file") {
    writeFileSync(join(directory, "all.yaml"), texts.join("---\n"));
    return "all.yaml";
  }
  for (let at = 0, file = 0; at < texts.length; at += OBJECTS_PER_FILE, file++) {
    const folder = join(directory, "manifests", `part-${Math.floor(file / FILES_PER_DIRECTORY)}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `app-${file}.yaml`), texts.slice(at, at + OBJECTS_PER_FILE).join("---\n"));
  }
  return "manifests";
}

export async function grow(
  program: Program,
  directory: string,
  sizes: readonly number[],
  { runs, patience, scratch, log }: Rounds,
): Promise<Growth[]> {
  const result: Growth[] = [];
  for (const layout of ["one file", "many files"] as const) {
    const points = sizes.map(size => {
      const place = join(directory, `${layout}-${size}`);
      const path = writeObjects(place, size, layout);
      const input = { title: `${size}`, directory: place, path, files: [path] };
      return { size, command: { argv: program.lint(input), cwd: place }, samples: [] as Sample[], refused: "" };
    });
    for (let round = 0; round < runs; round++)
      for (const point of points) {
        if (point.refused !== "" || point.samples.reduce((sum, { wall }) => sum + wall, 0) >= patience) continue;
        const ran = await measure(point.command, scratch);
        point.refused = program.refusal(ran) ?? "";
        if (point.refused === "") point.samples.push(ran.sample);
        const cpu = seconds(ran.sample.user + ran.sample.system);
        log(`${layout}, ${point.size} objects: ${ran.sample.wall} s, CPU ${cpu} s ${point.refused}`);
      }
    result.push({
      layout,
      points: points.map(({ size, samples, refused }) => ({ size, samples, ...(refused === "" ? {} : { refused }) })),
    });
  }
  return result;
}

export function exponentsOf({ points }: Growth): { readonly wall: number; readonly cpu: number } {
  const of = (figure: "wall" | "cpu") =>
    growthExponent(
      points
        .filter(({ samples }) => samples.length > 0)
        .map(({ size, samples }) => ({ size, value: figuresOf(samples)[figure] })),
      FIT_FROM,
    );
  return { wall: of("wall"), cpu: of("cpu") };
}

export function growthTable(growths: readonly Growth[]): string {
  const lines = growths.flatMap(growth => [
    ...growth.points.map(({ size, samples, refused }, index) => {
      const name = index === 0 ? growth.layout : "";
      const count = size.toLocaleString("en");
      if (samples.length === 0) return `| ${name} | ${count} | ${refused ?? "not run"} | | | | |`;
      return `| ${name} | ${count} | ${pointFigures(figuresOf(samples), size)} |`;
    }),
    exponentLine(growth),
  ]);
  const head = "| layout | objects | wall s | CPU s | wall µs/object | CPU µs/object | peak MiB |";
  return [head, "| --- | ---: | ---: | ---: | ---: | ---: | ---: |", ...lines].join("\n");
}

function pointFigures({ wall, cpu, peak }: Figures, size: number): string {
  const each = (value: number) => ((value / size) * 1e6).toFixed(0);
  return [seconds(wall), seconds(cpu), each(wall), each(cpu), peak === undefined ? "" : peak.toFixed(0)].join(" | ");
}

function exponentLine(growth: Growth): string {
  const { wall, cpu } = exponentsOf(growth);
  return `| | **exponent** | ${wall.toFixed(2)} | ${cpu.toFixed(2)} | | | |`;
}
