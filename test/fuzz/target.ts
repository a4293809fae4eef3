// What a fuzzing target is: it makes an input from random numbers, and says what has to hold for any input whatever.

import type { Random } from "../yaml/generate.ts";

export interface Target {
  readonly name: string;
  /** How an input lies on the disk: `latin1` for what need not be text. */
  readonly encoding: "utf8" | "latin1";
  make(next: Random): string;
  /** Throws where something does not hold. */
  check(input: string): Promise<void> | void;
  /** Where the time for one input is held to a bound. */
  readonly timed?: Timed;
}

/** The work on one input, done once and nothing else, and how long it may take. */
export interface Timed {
  readonly milliseconds: number;
  work(input: string): Promise<unknown>;
}

/** Something that has to hold does not. */
export class Broken extends Error {}

export function hold(isTrue: boolean, what: string): void {
  if (!isTrue) throw new Broken(what);
}

/** What is said twice about one input is the same. */
export async function sameTwice(say: () => Promise<string> | string): Promise<string> {
  const [first, second] = [await say(), await say()];
  hold(first === second, "a second run says something else");
  return first;
}

/** Several files in one input: each behind a line `=== path`. */
export function joinFiles(files: Readonly<Record<string, string>>): string {
  return Object.entries(files)
    .map(([path, text]) => `=== ${path}\n${text}${text.endsWith("\n") ? "" : "\n"}`)
    .join("");
}

export function splitFiles(input: string): Record<string, string> {
  const files: Record<string, string> = Object.create(null);
  for (const part of input.split(/^=== /m)) {
    const end = part.indexOf("\n");
    if (end < 0) continue;
    const path = part.slice(0, end).replace(/[^\w./-]/g, "") || "a.yaml";
    files[path] = part.slice(end + 1);
  }
  return files;
}
