// Runs the mutants of one module after the other and tells of each; a process of its own, so that it can be ended where a mutant does not end.

import fc from "fast-check";
import { Collector } from "./harness.ts";
import { Modules } from "./modules.ts";
import { applied, mutate } from "./mutators.ts";
import { Proofs } from "./proofs.ts";

export interface Task {
  readonly file: string;
  /** As it was when its mutants were counted. */
  readonly source: string;
  /** Indexes into the mutants of the file. */
  readonly indexes: readonly number[];
}

export type Outcome = "killed" | "survived" | "uncovered" | "timeout";

export interface Begun {
  readonly file: string;
  readonly index: number;
  /** Undefined: it begins. */
  readonly outcome?: Outcome;
  readonly by?: string;
}
export type Message = Begun | "beat" | "done";

const tell = (message: Message) => process.send?.(message);

// A mutant may leave a promise behind; that is its own affair.
process.on("unhandledRejection", () => {});
fc.configureGlobal({ seed: 20_240_919 });

const collector = new Collector();
const modules = new Modules({ vitest: collector.vitest });

process.once("message", async (tasks: readonly Task[]) => {
  try {
    for (const task of tasks) await run(task);
    tell("done");
  } catch (error) {
    // Not a mutant's doing: a test that fails by itself, or a fault here.
    console.error(error);
    process.exitCode = 1;
  }
  process.disconnect();
});

async function run({ file, source, indexes }: Task): Promise<void> {
  const { mutants, instrumented } = mutate(file, source);
  const proofs = new Proofs({ modules, collector }, file, () => tell("beat"));
  const coverage = await proofs.coverage(instrumented);
  /** What killed the last mutants is asked first. */
  let recent: string[] = [];
  for (const index of indexes) {
    const mutant = mutants[index];
    if (mutant === undefined) throw new Error(`${file} has no mutant ${index}`);
    tell({ file, index });
    const names = coverage.get(mutant.within) ?? [];
    const first = recent.filter(name => names.includes(name));
    const by = await proofs.killer(applied(source, mutant), [...new Set([...first, ...names])]);
    if (by === undefined) tell({ file, index, outcome: names.length === 0 ? "uncovered" : "survived" });
    else {
      recent = [by, ...recent.filter(name => name !== by)].slice(0, 10);
      tell({ file, index, outcome: "killed", by });
    }
  }
}
