// What became of the mutants, in figures and in words, and why those that survive may.

import { readFileSync } from "node:fs";
import type { Result } from "./bench.ts";
import type { Mutant } from "./mutators.ts";

/** Why a mutant survives; all but "gap" say that it behaves as the original does. */
export const REASONS = {
  type: "only the type checker asks for it: a value that is always there, or a fallback that is never taken",
  same: "another way to the same answer",
  unreachable: "the engine, the reader or the validator keeps such input away from it",
  bound: "a bound on work, or a shortcut: the answer is the same, sooner",
  gap: "no test tells the difference yet",
} as const;
export type ReasonName = keyof typeof REASONS;

export interface Reason {
  readonly file: string;
  /** The line, without indentation. */
  readonly code: string;
  readonly change: string;
  readonly reason: ReasonName;
  readonly note?: string;
}

export interface Survivor {
  readonly file: string;
  readonly line: number;
  readonly kind: string;
  readonly code: string;
  readonly change: string;
  /** Equal for mutants that cannot be told apart by their line and change. */
  readonly key: string;
}

export const LEAST_SCORE = 85;
export const PARTS = ["rules", "src/kubernetes"] as const;
export type Part = (typeof PARTS)[number];

/** `survivors-rules.md`, `survivors-kubernetes.md`. */
export function pageOf(part: Part): URL {
  return new URL(`survivors-${part.replace("src/", "")}.md`, import.meta.url);
}

export function readReasons(): Reason[] {
  return JSON.parse(readFileSync(new URL("reasons.json", import.meta.url), "utf8")) as Reason[];
}

export function survivorOf({ file, line, kind, start, end, replacement }: Mutant, source: string): Survivor {
  const code = (source.split("\n")[line - 1] ?? "").trim();
  const change = `${oneLine(source.slice(start, end))} → ${oneLine(replacement)}`;
  return { file, line, kind, code, change, key: keyOf({ file, code, change }) };
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ");
}

export function keyOf({ file, code, change }: Pick<Reason, "file" | "code" | "change">): string {
  return [file, code, change].join("\n");
}

interface Score {
  readonly mutants: number;
  readonly killed: number;
  readonly timeouts: number;
  readonly survived: number;
  readonly equivalent: number;
}

function scoreOf(
  part: string,
  results: readonly Result[],
  survivors: readonly Survivor[],
  reasons: readonly Reason[],
): Score {
  const here = results.filter(({ file }) => file.startsWith(`${part}/`));
  const equivalents = new Set(reasons.filter(({ reason }) => reason !== "gap").map(keyOf));
  const alive = survivors.filter(({ file }) => file.startsWith(`${part}/`));
  return {
    mutants: here.length,
    killed: here.filter(({ outcome }) => outcome === "killed").length,
    timeouts: here.filter(({ outcome }) => outcome === "timeout").length,
    survived: alive.length,
    equivalent: alive.filter(({ key }) => equivalents.has(key)).length,
  };
}

const percent = (part: number, whole: number) => (whole === 0 ? 100 : (100 * part) / whole);

/** A table of the figures of each part. */
export function summary(
  parts: readonly Part[],
  results: readonly Result[],
  survivors: readonly Survivor[],
  reasons: readonly Reason[],
): string {
  const looked = parts.filter(part => results.some(({ file }) => file.startsWith(`${part}/`)));
  const rows = looked.map(part => {
    const { mutants, killed, timeouts, survived, equivalent } = scoreOf(part, results, survivors, reasons);
    const caught = killed + timeouts;
    const scores = [percent(caught, mutants), percent(caught, mutants - equivalent)].map(
      score => `${score.toFixed(1)} %`,
    );
    return [part, mutants, killed, timeouts, survived, equivalent, ...scores];
  });
  const head = [
    "part",
    "mutants",
    "killed",
    "timeout",
    "survived",
    "of them equivalent",
    "score",
    "without equivalents",
  ];
  return [head, head.map(() => "---"), ...rows].map(cells => `| ${cells.join(" | ")} |`).join("\n");
}

/** What makes a run fail. `looked` are the keys of all mutants that were tried, `whole` the files of which all were. */
export function failuresOf(
  results: readonly Result[],
  survivors: readonly Survivor[],
  reasons: readonly Reason[],
  { looked, whole }: { readonly looked: ReadonlySet<string>; readonly whole: ReadonlySet<string> },
): string[] {
  const alive = new Set(survivors.map(({ key }) => key));
  const stale = reasons
    .filter(reason => (looked.has(keyOf(reason)) || whole.has(reason.file)) && !alive.has(keyOf(reason)))
    .map(({ file, change }) => `reasons.json explains what does not survive: ${file}: ${change}`);
  const low = PARTS.flatMap(part => {
    const { mutants, killed, timeouts } = scoreOf(part, results, survivors, reasons);
    const score = percent(killed + timeouts, mutants);
    return score < LEAST_SCORE ? [`${part}: a score of ${score.toFixed(1)} %, below ${LEAST_SCORE} %`] : [];
  });
  return [...stale, ...low];
}

/** The page of a part: its figures, and what survives by reason. */
export function page(
  part: Part,
  results: readonly Result[],
  survivors: readonly Survivor[],
  reasons: readonly Reason[],
): string {
  const known = new Map(reasons.map(reason => [keyOf(reason), reason]));
  const groups = Object.entries(REASONS).map(([name, words]) => {
    const here = survivors.filter(
      ({ file, key }) => file.startsWith(`${part}/`) && (known.get(key)?.reason ?? "gap") === name,
    );
    return [`## ${name}: ${here.length}`, "", `${words}.`, "", ...here.map(survivor => row(survivor, known)), ""].join(
      "\n",
    );
  });
  const head = `# Mutants of ${part} that survive\n\nWritten by \`npm run mutate\`; the reasons are in \`reasons.json\`.`;
  const table = summary([part], results, survivors, reasons);
  return `${[head, table, ...groups].join("\n\n").trimEnd()}\n`;
}

function row({ file, line, code, change, key }: Survivor, known: ReadonlyMap<string, Reason>): string {
  const note = known.get(key)?.note;
  return `- \`${file}:${line}\` \`${change}\` in \`${code}\`${note === undefined ? "" : `: ${note}`}`;
}
