// Which tests can tell that a module is wrong: those that run through it, by what an instrumented copy of it says.

import { readdirSync } from "node:fs";
import type { Collector, Test } from "./harness.ts";
import { type Modules, ROOT } from "./modules.ts";

/** A test file, and which of its groups are asked. */
interface Source {
  readonly path: string;
  readonly group?: (title: string) => boolean;
}

/** Tests that take long and prove something else. */
const LEFT_OUT = /looked for without getting slow|builds (generated|real) kustomizations/;

/** The test files for a module, the nearest first. */
function sourcesFor(file: string): Source[] {
  const rule = /^rules\/(.+)\.ts$/.exec(file)?.[1];
  const whole = [
    { path: "test/fixtures.test.ts", group: (title: string) => title !== "broken" },
    { path: "test/probe-rules.test.ts" },
  ];
  const own = ["test/rules.test.ts", "test/rules-spoilt.test.ts"].map(path => ({
    path,
    group: (title: string) => title.replace(/ \[\d+\]$/, "") === rule,
  }));
  if (rule !== undefined) return [...own, ...whole];
  const units = readdirSync(`${ROOT}test/kubernetes`).map(name => ({ path: `test/kubernetes/${name}` }));
  const graph = ["exposure", "kustomize", "references", "scopes", "selection"];
  return [
    ...units,
    ...graph.map(name => ({ path: `test/graph/${name}.test.ts` })),
    ...whole,
    { path: "test/seeds.test.ts", group: title => title === "seeds" },
    { path: "test/rules.test.ts" },
    { path: "test/graph/oracle.test.ts" },
  ];
}

export class Proofs {
  private readonly collector: Collector;
  private readonly modules: Modules;
  private readonly sources: readonly Source[];
  private readonly file: string;
  /** Called before each test. */
  private readonly beat: () => void;

  constructor(bench: { readonly modules: Modules; readonly collector: Collector }, file: string, beat: () => void) {
    this.modules = bench.modules;
    this.collector = bench.collector;
    this.file = file;
    this.sources = sourcesFor(file);
    this.beat = beat;
  }

  /** For each function of the module, and -1 for the module itself, the names of the tests that run through it. */
  async coverage(instrumented: string): Promise<Map<number, string[]>> {
    const covered = new Map<number, string[]>([[-1, []]]);
    const hits = new Set<number>();
    const scope: { __hit?: (index: number) => void } = globalThis as object;
    scope.__hit = index => hits.add(index);
    // Loaded before, all that does not depend on the module is there for every mutant.
    this.collect();
    await this.modules.with(this.file, instrumented, async () => {
      for (const test of this.collect()) {
        hits.clear();
        const error = await this.failure(test);
        if (error !== undefined) throw new Error(`${test.name} fails without any mutant`, { cause: error });
        for (const index of [-1, ...hits]) covered.set(index, [...(covered.get(index) ?? []), test.name]);
      }
    });
    return covered;
  }

  /** The first of the named tests that fails with this source for the module. */
  async killer(source: string, names: readonly string[]): Promise<string | undefined> {
    return this.modules.with(this.file, source, async () => {
      const tests = new Map<string, Test>();
      try {
        for (const test of this.collect()) tests.set(test.name, test);
      } catch {
        return "(loading)";
      }
      for (const name of names) {
        const test = tests.get(name);
        if (test === undefined || (await this.failure(test)) !== undefined) return name;
      }
      return undefined;
    });
  }

  private collect(): Test[] {
    return this.sources.flatMap(({ path, group }) => {
      this.collector.wanted = ([title = ""]) => group === undefined || group(title);
      return this.collector
        .collect(() => this.modules.load(path))
        .filter(({ name }) => !LEFT_OUT.test(name))
        .map(({ name, run }) => ({ name: `${path} > ${name}`, run }));
    });
  }

  private async failure({ run }: Test): Promise<unknown> {
    this.beat();
    try {
      await run();
      return undefined;
    } catch (error) {
      return error ?? "thrown";
    }
  }
}
