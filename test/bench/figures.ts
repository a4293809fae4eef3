// What is computed from the samples: medians, ratios, growth, and the Markdown that shows them. Pure.

export interface Sample {
  /** Seconds. */
  readonly wall: number;
  readonly user: number;
  readonly system: number;
  /** MiB; undefined where the system does not tell. */
  readonly peak: number | undefined;
}

/** One program on one input. */
export interface Cell {
  readonly row: string;
  readonly program: string;
  /** Of another project: what this program is compared with. */
  readonly isPeer: boolean;
  readonly samples: readonly Sample[];
  /** Cores that others kept busy while the row ran. */
  readonly foreign: number;
  /** Why it was not measured. */
  readonly refused?: string;
  /** The last line it printed: what it says it did. */
  readonly said?: string;
}

export interface Figures {
  readonly wall: number;
  readonly cpu: number;
  readonly peak: number | undefined;
}

/** The middle value; of an even number, the mean of the two in the middle. NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

export function figuresOf(samples: readonly Sample[]): Figures {
  const peaks = samples.flatMap(({ peak }) => (peak === undefined ? [] : [peak]));
  return {
    wall: median(samples.map(({ wall }) => wall)),
    cpu: median(samples.map(({ user, system }) => user + system)),
    peak: peaks.length === 0 ? undefined : median(peaks),
  };
}

/** The least median among the peers that were measured; undefined if there is none. */
export function leastOfPeers(cells: readonly Cell[], of: "wall" | "cpu"): number | undefined {
  const values = cells
    .filter(({ isPeer, samples }) => isPeer && samples.length > 0)
    .map(({ samples }) => figuresOf(samples)[of]);
  return values.length === 0 ? undefined : Math.min(...values);
}

/** From this share of a core on, a wall time says as much about the neighbours as about the program. */
export const BUSY = 0.15;

const CELL_HEAD = "| input | program | wall s | CPU s | peak MiB | wall ÷ fastest peer | CPU ÷ leanest peer |";

/** The table of one or more rows, each with the programs that ran on it. */
export function comparison(cells: readonly Cell[]): string {
  const rows = [...new Set(cells.map(({ row }) => row))];
  const lines = rows.flatMap(row => {
    const inRow = cells.filter(cell => cell.row === row);
    const wall = leastOfPeers(inRow, "wall");
    const cpu = leastOfPeers(inRow, "cpu");
    return inRow.map((cell, index) => line(cell, index === 0 ? row : "", wall, cpu));
  });
  return [CELL_HEAD, "| --- | --- | ---: | ---: | ---: | ---: | ---: |", ...lines].join("\n");
}

function line(cell: Cell, row: string, leastWall: number | undefined, leastCpu: number | undefined): string {
  const name = cell.isPeer ? cell.program : `**${cell.program}**`;
  if (cell.samples.length === 0) return `| ${row} | ${name} | ${escaped(cell.refused ?? "not run")} | | | | |`;
  const { wall, cpu, peak } = figuresOf(cell.samples);
  const ratio = (value: number, least: number | undefined) => (least === undefined ? "" : (value / least).toFixed(2));
  const parts = [
    `${seconds(wall)}${cell.foreign > BUSY ? "\\*" : ""}`,
    seconds(cpu),
    peak === undefined ? "" : peak.toFixed(0),
    ratio(wall, leastWall),
    ratio(cpu, leastCpu),
  ];
  return `| ${row} | ${name} | ${parts.join(" | ")} |`;
}

export function seconds(value: number): string {
  return value.toFixed(value < 1 ? 3 : value < 100 ? 2 : 1);
}

function escaped(text: string): string {
  return text.replaceAll("|", "\\|");
}

/** An aim of the project, and what was measured. */
export interface Aim {
  readonly text: string;
  readonly measured: number;
  readonly most: number;
  readonly unit: string;
}

export function aimTable(aims: readonly Aim[]): string {
  const lines = aims.map(({ text, measured, most, unit }) => {
    const verdict = measured <= most ? "met" : "missed";
    return `| ${text} | ${measured.toFixed(2)}${unit} | ${most}${unit} | ${verdict} |`;
  });
  return ["| aim | measured | at most | |", "| --- | ---: | ---: | --- |", ...lines].join("\n");
}

export interface Point {
  readonly size: number;
  readonly value: number;
}

/** The slope of the line through the logarithms, by least squares: 1 is linear, 2 quadratic. NaN of fewer than two points. */
export function exponent(points: readonly Point[]): number {
  const usable = points.filter(({ size, value }) => size > 0 && value > 0);
  if (usable.length < 2) return Number.NaN;
  const xs = usable.map(({ size }) => Math.log(size));
  const ys = usable.map(({ value }) => Math.log(value));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(xs), mean(ys)];
  const covariance = xs.reduce((sum, x, index) => sum + (x - meanX) * ((ys[index] ?? 0) - meanY), 0);
  return covariance / xs.reduce((sum, x) => sum + (x - meanX) ** 2, 0);
}

/** Start-up hides growth: it is taken off, as the time of the smallest input, before the exponent is fitted. */
export function growthExponent(points: readonly Point[], from: number): number {
  const [smallest] = [...points].sort((a, b) => a.size - b.size);
  if (smallest === undefined) return Number.NaN;
  return exponent(
    points
      .filter(({ size }) => size >= from && size > smallest.size)
      .map(({ size, value }) => ({ size: size - smallest.size, value: value - smallest.value })),
  );
}
