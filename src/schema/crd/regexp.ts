// Regular expressions in Go's dialect, matched in time linear in the text as Go does: no pattern can make the program hang.

import { type CharSet, hasChar } from "./regexp-set.ts";
import { type Assertion, type Expression, PatternError, parsePattern } from "./regexp-syntax.ts";

type Instruction =
  | { readonly op: "set"; readonly set: CharSet }
  | { readonly op: "split"; first: number; second: number }
  | { readonly op: "jump"; to: number }
  | { readonly op: "assert"; readonly assertion: Assertion }
  | { readonly op: "match" };

/** A pattern that Go compiles. */
export interface Pattern {
  /** Whether the pattern matches somewhere in the text. True as well where finding out would take too long. */
  test(text: string): boolean;
}

/** One of the two. */
export interface Compiled {
  readonly pattern?: Pattern;
  readonly error?: string;
}

const LONGEST_PROGRAM = 20_000;
/** Steps of one match, so that none takes longer than a blink. */
const MOST_STEPS = 4_000_000;

const compiled = new Map<string, Compiled>();
const MOST_KEPT = 2000;

/** Each text is compiled once. */
export function compilePattern(text: string): Compiled {
  let result = compiled.get(text);
  if (result === undefined) {
    result = compile(text);
    if (compiled.size >= MOST_KEPT) compiled.clear();
    compiled.set(text, result);
  }
  return result;
}

function compile(text: string): Compiled {
  try {
    const expression = parsePattern(text);
    return { pattern: new Matcher(expression) };
  } catch (error) {
    if (error instanceof PatternError) return { error: `error parsing regexp: ${error.message}` };
    throw error;
  }
}

class Matcher implements Pattern {
  private readonly expression: Expression;
  private program: Instruction[] | undefined;
  private isAnchored = false;
  private marks = new Uint32Array(0);
  private generation = 0;

  constructor(expression: Expression) {
    this.expression = expression;
  }

  test(text: string): boolean {
    if (this.program === undefined) {
      this.program = [];
      emit(this.expression, this.program);
      this.program.push({ op: "match" });
      this.isAnchored = startsAtBegin(this.expression);
      this.marks = new Uint32Array(this.program.length);
    }
    const size = this.program.length;
    if (size > LONGEST_PROGRAM || size * text.length > MOST_STEPS) return true;
    return this.run(this.program, text);
  }

  private run(program: readonly Instruction[], text: string): boolean {
    let current: number[] = [];
    let next: number[] = [];
    let previous = -1;
    for (let at = 0; ; ) {
      const code = at < text.length ? (text.codePointAt(at) as number) : -1;
      // The threads of this place: those that came here, and a new one from the start.
      this.generation++;
      const threads: number[] = [];
      for (const pc of current) if (this.follow(program, pc, previous, code, threads)) return true;
      if ((at === 0 || !this.isAnchored) && this.follow(program, 0, previous, code, threads)) return true;
      if (code < 0 || (threads.length === 0 && this.isAnchored)) return false;
      for (const pc of threads) {
        const instruction = program[pc] as Instruction;
        if (instruction.op === "set" && hasChar(instruction.set, code)) next.push(pc + 1);
      }
      [current, next] = [next, current];
      next.length = 0;
      previous = code;
      at += code > 0xffff ? 2 : 1;
    }
  }

  /** Collects the sets reachable without a character; true when a match is reached. */
  private follow(
    program: readonly Instruction[],
    from: number,
    previous: number,
    code: number,
    threads: number[],
  ): boolean {
    const stack = [from];
    for (let pc = stack.pop(); pc !== undefined; pc = stack.pop()) {
      if (this.marks[pc] === this.generation) continue;
      this.marks[pc] = this.generation;
      const instruction = program[pc] as Instruction;
      if (instruction.op === "match") return true;
      if (instruction.op === "set") threads.push(pc);
      else if (instruction.op === "jump") stack.push(instruction.to);
      else if (instruction.op === "split") stack.push(instruction.second, instruction.first);
      else if (holds(instruction.assertion, previous, code)) stack.push(pc + 1);
    }
    return false;
  }
}

function startsAtBegin(expression: Expression): boolean {
  if (expression.op === "begin") return true;
  if (expression.op === "choice") return expression.parts.every(startsAtBegin);
  return expression.op === "join" && expression.parts[0] !== undefined && startsAtBegin(expression.parts[0]);
}

const NEW_LINE = 10;

/** `previous` and `next` are the characters around the place, -1 at an end of the text. */
function holds(assertion: Assertion, previous: number, next: number): boolean {
  if (assertion === "begin") return previous < 0;
  if (assertion === "end") return next < 0;
  if (assertion === "line-begin") return previous < 0 || previous === NEW_LINE;
  if (assertion === "line-end") return next < 0 || next === NEW_LINE;
  return (isWord(previous) !== isWord(next)) === (assertion === "word-boundary");
}

function isWord(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95 || (code >= 97 && code <= 122);
}

function emit(expression: Expression, program: Instruction[]): void {
  if (program.length > LONGEST_PROGRAM) return;
  if (expression.op === "set") program.push({ op: "set", set: expression.set });
  else if (expression.op === "join") for (const part of expression.parts) emit(part, program);
  else if (expression.op === "choice") emitChoice(expression.parts, program);
  else if (expression.op === "repeat") emitRepeat(expression.part, expression.least, expression.most, program);
  else if (expression.op !== "empty") program.push({ op: "assert", assertion: expression.op });
}

function emitChoice(parts: readonly Expression[], program: Instruction[]): void {
  const jumps: { op: "jump"; to: number }[] = [];
  parts.forEach((part, index) => {
    if (index === parts.length - 1) {
      emit(part, program);
      return;
    }
    const split: Instruction = { op: "split", first: program.length + 1, second: 0 };
    program.push(split);
    emit(part, program);
    const jump = { op: "jump" as const, to: 0 };
    program.push(jump);
    jumps.push(jump);
    split.second = program.length;
  });
  for (const jump of jumps) jump.to = program.length;
}

function emitRepeat(part: Expression, least: number, most: number, program: Instruction[]): void {
  for (let count = 0; count < least; count++) emit(part, program);
  if (most === Number.POSITIVE_INFINITY) {
    const start = program.length;
    const split: Instruction = { op: "split", first: start + 1, second: 0 };
    program.push(split);
    emit(part, program);
    program.push({ op: "jump", to: start });
    split.second = program.length;
    return;
  }
  const splits: { op: "split"; first: number; second: number }[] = [];
  for (let count = least; count < most; count++) {
    const split = { op: "split" as const, first: program.length + 1, second: 0 };
    program.push(split);
    splits.push(split);
    emit(part, program);
  }
  for (const split of splits) split.second = program.length;
}
