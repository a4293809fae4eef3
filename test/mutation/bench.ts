// Hands mutants to a process of their own, which can be ended where a mutant does not end, and gathers what became of each.

import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Begun, Message, Outcome, Task } from "./worker.ts";

export interface Result {
  readonly file: string;
  readonly index: number;
  readonly outcome: Outcome;
  /** The test that noticed. */
  readonly by?: string;
}

/** A mutant that keeps one test from ending for so long is taken for an endless one. No test takes a tenth of it. */
const PATIENCE_MS = 20_000;
const LOOK_MS = 500;
const MEMORY_MB = 1500;
/** Runs the tasks in one process, anew where a mutant has to be ended. */
export async function runTasks(tasks: readonly Task[], told: (result: Result) => void): Promise<void> {
  let rest = tasks.filter(({ indexes }) => indexes.length > 0);
  while (rest.length > 0) {
    const ended = await runOnce(rest, told);
    if (ended === undefined) return;
    told({ ...ended, outcome: "timeout" });
    const from = rest.findIndex(({ file }) => file === ended.file);
    rest = rest
      .slice(from)
      .map(task => {
        const done = task.file === ended.file ? task.indexes.indexOf(ended.index) + 1 : 0;
        return { ...task, indexes: task.indexes.slice(done) };
      })
      .filter(({ indexes }) => indexes.length > 0);
  }
}

/** The mutant that had to be ended, if any. */
function runOnce(
  tasks: readonly Task[],
  told: (result: Result) => void,
): Promise<Pick<Result, "file" | "index"> | undefined> {
  const child = fork(fileURLToPath(new URL("./worker.ts", import.meta.url)), {
    execArgv: ["--import", "tsx", `--max-old-space-size=${MEMORY_MB}`],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  return new Promise((resolve, reject) => {
    let current: Begun | undefined;
    let since = Date.now();
    let said = "";
    let isDone = false;
    const watch = setInterval(() => {
      if (current !== undefined && Date.now() - since > PATIENCE_MS) child.kill("SIGKILL");
    }, LOOK_MS);
    child.stderr?.on("data", (text: Buffer) => {
      said += text.toString();
    });
    child.on("message", (message: Message) => {
      since = Date.now();
      if (message === "done") isDone = true;
      if (message === "beat" || message === "done") return;
      const { outcome } = message;
      current = outcome === undefined ? message : undefined;
      if (outcome !== undefined) told({ ...message, outcome });
    });
    child.on("close", () => {
      clearInterval(watch);
      // Ended by the watch, out of memory, or waiting for nothing: the mutant's doing, when one was at work.
      if (isDone || current !== undefined) resolve(current);
      else reject(new Error(said));
    });
    child.send(tasks);
  });
}
