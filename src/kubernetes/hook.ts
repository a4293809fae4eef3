// Lifecycle hooks that wait: how long a preStop or postStart hook is known to take.

import type { Field } from "../field.ts";
import { programName, scriptOf, wordsOf } from "./command.ts";
import type { Container, HookName } from "./container.ts";
import { statementsOf } from "./shell.ts";

export interface Delay {
  readonly seconds: number;
  /** The number's place, or the command's. */
  readonly at: Field;
  readonly form: "sleep action" | "exec";
  /** Nothing but waiting is done. */
  readonly isAlone: boolean;
  /** What is written, for messages: `sleep 5`. */
  readonly text: string;
}

/** The wait that a hook begins or ends with; undefined where none can be recognised. */
export function delayOf(container: Container, name: HookName): Delay | undefined {
  const hook = container.hook(name);
  const action = hook.get("sleep", "seconds");
  if (action.exists) {
    const seconds = action.number;
    if (seconds === undefined || seconds < 0) return undefined;
    return { seconds, at: action, form: "sleep action", isAlone: true, text: `sleep ${seconds} s` };
  }
  const exec = hook.get("exec");
  const words = wordsOf(exec);
  if (words === undefined) return undefined;
  const script = scriptOf(words);
  const waits = script === undefined ? waitOf(words) : waitInScript(script);
  if (waits === undefined) return undefined;
  return { ...waits, at: placeIn(exec, script), form: "exec" };
}

/** The script, where there is one on one line, else the command. */
function placeIn(exec: Field, script: string | undefined): Field {
  const words = exec.get("command").items();
  return words.find(word => word.scalar === script && script !== undefined) ?? words[1] ?? exec.get("command");
}

type Wait = Pick<Delay, "seconds" | "isAlone" | "text">;

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Seconds of `5`, `0.5`, `2m`; several add up (coreutils sleep). */
function secondsOf(words: readonly string[]): number | undefined {
  let total = 0;
  for (const word of words) {
    const [, amount, unit = "s"] = /^(\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})([smhd])?$/.exec(word) ?? [];
    if (amount === undefined) return undefined;
    total += Number(amount) * (UNITS[unit] ?? 1);
  }
  return words.length === 0 ? undefined : total;
}

/** A single command: `sleep 5`, or `timeout 30 command`, which takes at most that long. */
function waitOf(words: readonly string[]): Wait | undefined {
  const program = programName(words[0] ?? "");
  if (program === "busybox" && words[1] === "sleep") return waitOf(words.slice(1));
  if (program === "sleep") {
    const seconds = secondsOf(words.slice(1));
    return seconds === undefined ? undefined : { seconds, isAlone: true, text: words.join(" ") };
  }
  if (program !== "timeout") return undefined;
  const rest = words.slice(1).filter(word => !word.startsWith("-"));
  const limit = secondsOf(rest.slice(0, 1));
  const inner = waitOf(rest.slice(1));
  // Of other commands only the limit is known, which says nothing about how long they take.
  if (limit === undefined || inner === undefined) return undefined;
  return { seconds: Math.min(limit, inner.seconds), isAlone: true, text: words.join(" ") };
}

/** The sleeps of a plain list of commands: each of them is run, one after the other. */
function waitInScript(script: string): Wait | undefined {
  const statements = statementsOf(script);
  if (statements === undefined || statements.some(({ isCompound }) => isCompound)) return undefined;
  const waits = statements.map(({ words }) => waitOf(words[0] === "exec" ? words.slice(1) : words));
  const known = waits.filter(wait => wait !== undefined);
  if (known.length === 0) return undefined;
  // `sleep 5 || true`: the other side is not run. `a && sleep 5` may not sleep, but does when all is well.
  const others = statements.filter(
    ({ words, before }, index) =>
      waits[index] === undefined && !(before === "||" && /^(true|:)$/.test(words.join(" "))),
  );
  if (statements.some(({ after }) => after === "&" || after === "|")) return undefined;
  return {
    seconds: known.reduce((sum, { seconds }) => sum + seconds, 0),
    isAlone: others.every(({ words }) => words[0] === "echo" || words.length === 0),
    text: known.map(({ text }) => text).join(" and "),
  };
}
