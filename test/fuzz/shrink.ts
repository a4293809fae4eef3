// From a failing input to the smallest one that fails alike.

import type { Target } from "./target.ts";

export interface Failure {
  readonly message: string;
  /** What two inputs that show the same mistake have in common. */
  readonly kind: string;
}

/** Processor seconds for one input: the limit is far above what any takes, and only a hang comes near. */
const MOST_SECONDS = 5;

export async function failureOf(target: Target, input: string): Promise<Failure | undefined> {
  const before = process.cpuUsage();
  try {
    await target.check(input);
  } catch (error) {
    const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
    const place = /\((\S*\/(?:src|rules)\/\S+?):\d+\)/.exec(stack)?.[1] ?? "";
    return { message: `${message}\n${stack.split("\n").slice(1, 7).join("\n")}`, kind: kindOf(message) + place };
  }
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  return seconds > MOST_SECONDS ? { message: `took ${seconds.toFixed(1)} s`, kind: "too slow" } : undefined;
}

/** A message without what belongs to the input. */
function kindOf(message: string): string {
  return message
    .replace(/"[^"]*"/g, '"…"')
    .replace(/\d+/g, "0")
    .slice(0, 120);
}

/** Leaves out pieces, large ones first, as long as what is left fails in the same way. */
export async function shrunk(target: Target, input: string, kind: string): Promise<string> {
  let small = input;
  let tries = kind === "too slow" ? 20 : 2_000;
  for (let size = Math.ceil(input.length / 2); size >= 1 && tries > 0; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < small.length && tries > 0; ) {
      const shorter = small.slice(0, at) + small.slice(at + size);
      tries--;
      if ((await failureOf(target, shorter))?.kind === kind) small = shorter;
      else at += size;
    }
  }
  return small;
}
