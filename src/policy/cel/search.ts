// Where a pattern of Go's dialect first matches, in time linear in the text: leftmost, and of those the one that Perl would find.

import { hasChar } from "../../schema/crd/regexp-set.ts";
import { type Assertion, type Expression, PatternError, parsePattern } from "../../schema/crd/regexp-syntax.ts";
import type { Run } from "./functions.ts";
import { CelError } from "./values.ts";

type Step =
  | { readonly op: "set"; readonly set: Extract<Expression, { op: "set" }>["set"] }
  | { readonly op: "either"; first: number; second: number }
  | { readonly op: "assert"; readonly assertion: Assertion }
  | { readonly op: "match" };

const LONGEST_PROGRAM = 20_000;

export interface Found {
  readonly start: number;
  readonly end: number;
}

export function programOf(pattern: string): readonly Step[] {
  try {
    const steps: Step[] = [];
    emit(parsePattern(pattern), steps);
    steps.push({ op: "match" });
    return steps;
  } catch (error) {
    if (error instanceof PatternError) throw new CelError(`error parsing regexp: ${error.message}`);
    throw error;
  }
}

function emit(expression: Expression, steps: Step[]): void {
  if (steps.length > LONGEST_PROGRAM) throw new CelError("the pattern is too large");
  if (expression.op === "set") steps.push({ op: "set", set: expression.set });
  else if (expression.op === "join") for (const part of expression.parts) emit(part, steps);
  else if (expression.op === "choice") emitChoice(expression.parts, steps);
  else if (expression.op === "repeat") emitRepeat(expression, steps);
  else if (expression.op !== "empty") steps.push({ op: "assert", assertion: expression.op });
}

function emitChoice(parts: readonly Expression[], steps: Step[]): void {
  const ends: { first: number; second: number }[] = [];
  parts.forEach((part, index) => {
    if (index === parts.length - 1) {
      emit(part, steps);
      return;
    }
    const either = { op: "either" as const, first: steps.length + 1, second: 0 };
    steps.push(either);
    emit(part, steps);
    const jump = { op: "either" as const, first: 0, second: 0 };
    steps.push(jump);
    ends.push(jump);
    either.second = steps.length;
  });
  for (const end of ends) end.first = end.second = steps.length;
}

/** Longer matches are preferred, by lazy repetitions shorter ones. */
function emitRepeat({ part, least, most, lazy }: Extract<Expression, { op: "repeat" }>, steps: Step[]): void {
  for (let count = 0; count < least; count++) emit(part, steps);
  const waiting: (() => void)[] = [];
  const branch = (): number => {
    const at = steps.length;
    const either = { op: "either" as const, first: at + 1, second: at + 1 };
    steps.push(either);
    waiting.push(() => {
      either[lazy ? "first" : "second"] = steps.length;
    });
    return at;
  };
  if (most === Number.POSITIVE_INFINITY) {
    const start = branch();
    emit(part, steps);
    steps.push({ op: "either", first: start, second: start });
  } else
    for (let count = least; count < most; count++) {
      branch();
      emit(part, steps);
    }
  for (const settle of waiting) settle();
}

interface Thread {
  readonly pc: number;
  readonly start: number;
}

export function search(run: Run, steps: readonly Step[], text: string, from: number): Found | undefined {
  let threads: Thread[] = [];
  let found: Found | undefined;
  for (let at = from; ; ) {
    const code = text.codePointAt(at) ?? -1;
    const previous = at === 0 ? -1 : (text.codePointAt(at - 1) ?? -1);
    const next: Thread[] = [];
    const seen = new Set<number>();
    const starts = found === undefined ? [...threads, { pc: 0, start: at }] : threads;
    run.spend(1 + Math.ceil(starts.length / 10));
    for (const thread of starts) {
      const end = follow(steps, thread, { previous, code, seen }, next);
      if (end === undefined) continue;
      found = { start: end.start, end: at };
      break;
    }
    threads = next.flatMap(({ pc, start }) => {
      const step = steps[pc];
      return step?.op === "set" && code >= 0 && hasChar(step.set, code) ? [{ pc: pc + 1, start }] : [];
    });
    if (code < 0 || (threads.length === 0 && found !== undefined)) return found;
    at += code > 0xffff ? 2 : 1;
  }
}

interface Place {
  readonly previous: number;
  readonly code: number;
  readonly seen: Set<number>;
}

/** Collects what waits for a character, in order of preference, until a match is reached. */
function follow(steps: readonly Step[], thread: Thread, place: Place, waiting: Thread[]): Thread | undefined {
  const stack = [thread.pc];
  for (let pc = stack.pop(); pc !== undefined; pc = stack.pop()) {
    if (place.seen.has(pc)) continue;
    place.seen.add(pc);
    const step = steps[pc];
    if (step === undefined || step.op === "match") return thread;
    if (step.op === "set") waiting.push({ pc, start: thread.start });
    else if (step.op === "either") stack.push(step.second, step.first);
    else if (holds(step.assertion, place)) stack.push(pc + 1);
  }
  return undefined;
}

function holds(assertion: Assertion, { previous, code }: Place): boolean {
  if (assertion === "begin") return previous < 0;
  if (assertion === "end") return code < 0;
  if (assertion === "line-begin") return previous < 0 || previous === 10;
  if (assertion === "line-end") return code < 0 || code === 10;
  return (isWord(previous) !== isWord(code)) === (assertion === "word-boundary");
}

function isWord(code: number): boolean {
  return code >= 0 && /\w/.test(String.fromCodePoint(code));
}
