// Scripts handed to a shell with -c: as much of the POSIX grammar as it takes to tell what becomes of the shell's process.

import { scriptOf, wordsOf } from "./command.ts";
import type { Container } from "./container.ts";

/** One command of a script, at its top level. */
export interface Statement {
  readonly words: readonly string[];
  /** The operator in front of it and behind it; empty at the ends. Line breaks count as `;`. */
  readonly before: Operator;
  readonly after: Operator;
  /** A loop, a condition, a subshell, a function. */
  readonly isCompound: boolean;
  /** Where it starts in the script. */
  readonly start: number;
}

export type Operator = "" | ";" | "&" | "&&" | "||" | "|";

const OPENERS = new Set(["if", "for", "while", "until", "case", "{", "select", "function"]);
const CLOSERS = new Set(["fi", "done", "esac", "}"]);

/** The commands of a script at its top level; undefined where its quotes or brackets do not end. */
export function statementsOf(script: string): Statement[] | undefined {
  const tokens = tokensOf(script);
  if (tokens === undefined) return undefined;
  const statements: Statement[] = [];
  let current: { words: string[]; before: Operator; start: number; isCompound: boolean } | undefined;
  let before: Operator = "";
  let depth = 0;
  let isFirst = true;
  for (const token of tokens) {
    if (token.operator !== undefined && depth === 0) {
      if (current !== undefined) statements.push({ ...current, after: token.operator });
      if (current !== undefined || token.operator !== ";") before = token.operator;
      current = undefined;
      isFirst = true;
      continue;
    }
    current ??= { words: [], before, start: token.start, isCompound: false };
    if (token.operator !== undefined) {
      isFirst = true;
      continue;
    }
    if (isFirst && OPENERS.has(token.text)) depth++;
    else if (isFirst && CLOSERS.has(token.text)) depth = Math.max(0, depth - 1);
    if (depth > 0 || token.isGroup) current.isCompound = true;
    // After these a command follows, which may open something again.
    isFirst = isFirst && /^(then|else|elif|do|!|if|while|until|\{|time)$/.test(token.text);
    current.words.push(token.text);
  }
  if (depth > 0) return undefined;
  if (current !== undefined) statements.push({ ...current, after: "" });
  return statements;
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly operator?: Operator;
  /** `( … )`, or a function's `()`. */
  readonly isGroup?: boolean;
}

/** Words with their quotes taken off, and operators. */
function tokensOf(script: string): Token[] | undefined {
  const tokens: Token[] = [];
  let at = 0;
  while (at < script.length) {
    const char = script.charAt(at);
    if (char === "\\" && script[at + 1] === "\n") at += 2;
    else if (char === " " || char === "\t" || char === "\r") at++;
    else if (char === "#") at = lineEnd(script, at);
    else if (char === "\n" || char === ";") tokens.push({ text: char, start: at++, operator: ";" });
    else if (char === "|" || (char === "&" && script[at + 1] !== ">")) {
      const operator = script[at + 1] === char ? (`${char}${char}` as Operator) : char;
      tokens.push({ text: operator, start: at, operator });
      at += operator.length;
    } else {
      const end = char === "(" ? closing(script, at, "(", ")") : wordEnd(script, at);
      if (end === undefined || end <= at) return undefined;
      tokens.push({ text: unquoted(script.slice(at, end)), start: at, isGroup: char === "(" });
      at = end;
    }
  }
  return tokens;
}

function lineEnd(script: string, from: number): number {
  const end = script.indexOf("\n", from);
  return end < 0 ? script.length : end;
}

/** The end of a word that starts at `from`; undefined where a quote or bracket does not end. */
function wordEnd(script: string, from: number): number | undefined {
  let at: number | undefined = from;
  while (at !== undefined && at < script.length) {
    const char = script.charAt(at);
    // `>&2` and `2>&1` are redirections, no background.
    if (char === "&" && /[<>]/.test(script.charAt(at - 1))) at++;
    else if (char === "&" && script[at + 1] === ">") at++;
    else if (/[\s;&|]/.test(char)) return at;
    else if (char === "(" || (char === ")" && at > from)) return at === from ? undefined : at;
    else if (char === ")") return at + 1;
    else at = pieceEnd(script, at);
  }
  return at;
}

/** The end of one quoted, substituted or plain piece of a word. */
function pieceEnd(script: string, at: number): number | undefined {
  const char = script.charAt(at);
  if (char === "\\") return at + 2;
  if (char === "'" || char === "`") {
    const end = script.indexOf(char, at + 1);
    return end < 0 ? undefined : end + 1;
  }
  if (char === '"') return doubleQuoteEnd(script, at);
  if (char === "$" && script[at + 1] === "(") return closing(script, at + 1, "(", ")");
  if (char === "$" && script[at + 1] === "{") return closing(script, at + 1, "{", "}");
  return at + 1;
}

function doubleQuoteEnd(script: string, from: number): number | undefined {
  for (let at = from + 1; at < script.length; at++) {
    if (script[at] === "\\") at++;
    else if (script[at] === '"') return at + 1;
  }
  return undefined;
}

/** The end of a bracket that opens at `from`, quotes looked over. */
function closing(script: string, from: number, open: string, close: string): number | undefined {
  let depth = 0;
  for (let at = from; at < script.length; at++) {
    const char = script.charAt(at);
    if (char === "\\") at++;
    else if (char === "'" || char === '"') {
      const end = char === "'" ? script.indexOf("'", at + 1) + 1 : (doubleQuoteEnd(script, at) ?? 0);
      if (end === 0) return undefined;
      at = end - 1;
    } else if (char === open) depth++;
    else if (char === close && --depth === 0) return at + 1;
  }
  return undefined;
}

function unquoted(word: string): string {
  return /["'\\]/.test(word) ? word.replace(/\\(.)/gs, "$1").replace(/["']/g, "") : word;
}

/** What SIGTERM meets when a shell is the container's first process. */
export type Fate =
  /** A loop, a pipeline or a background job keeps the shell in front: it does not pass the signal on. */
  | "swallowed"
  /** The last command is one that does not react to it either, whether or not the shell makes way for it. */
  | "deaf"
  /** A list that ends with a program: newer shells replace themselves by the last one, older ones do not. */
  | "depends on the shell"
  /** One simple command: nearly every shell replaces itself by it. */
  | "nearly always passed"
  /** `exec`, a trap, or something that cannot be judged. */
  | "handled";

/** Programs that set no handler for SIGTERM, so that as first process they do not even end by it. */
const DEAF = new Set(["sleep", "tail", "cat", "read", "yes", "ping"]);

export function fateOf(script: string): Fate {
  if (/\btrap\b/.test(script) || /(^|[;&|\n({]|\b(then|else|do)[ \t])[ \t]*exec[ \t]+[^<>\d\s]/.test(script))
    return "handled";
  const statements = statementsOf(script);
  const last = statements?.at(-1);
  if (statements === undefined || last === undefined) return "handled";
  const isLoop = /^(while|until|for)$/.test(last.words[0] ?? "");
  if (last.isCompound) return isLoop ? "swallowed" : "handled";
  if (last.before === "|" || last.words[0] === "wait") return "swallowed";
  if (last.after === "&") return "handled";
  if (DEAF.has(programOf(last.words))) return "deaf";
  if (statements.length > 1) return "depends on the shell";
  // A program that a variable or a template names may be anything, a script with a trap included.
  return /^(\$|\{\{|<%)/.test(programOf(last.words)) ? "handled" : "nearly always passed";
}

function programOf(words: readonly string[]): string {
  const word = words.find(candidate => !/^[A-Za-z_]\w*=/.test(candidate)) ?? "";
  return word.slice(word.lastIndexOf("/") + 1);
}

/** The script that the container's first process, a shell, runs with -c. Without `command` the image's entrypoint is taken to run its arguments. */
export function firstProcessScript(container: Container): string | undefined {
  const command = wordsOf(container.field) ?? [];
  const args = container.field
    .get("args")
    .items()
    .map(word => String(word.scalar ?? ""));
  return scriptOf([...command, ...args]);
}
