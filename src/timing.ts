export type Stage = "discover" | "parse" | "schema" | "graph" | "rules" | "policies" | "report" | "write";

/** Is told what is being done: before each stage, and before each item of a stage that has many. */
export type Watch = (stage: Stage, done?: number, of?: number) => void;

/** Adds up the time of the stages. Without a clock it adds nothing. */
export class Timer {
  readonly stages = new Map<Stage, number>();
  readonly watch: Watch;
  private readonly now: () => number;
  private readonly begun: number;

  constructor(now: () => number = () => 0, watch: Watch = () => {}) {
    this.now = now;
    this.watch = watch;
    this.begun = now();
  }

  /** Runs a step, synchronous or not, and adds its time to the stage. */
  time<T>(stage: Stage, step: () => T): T {
    this.watch(stage);
    const start = this.now();
    const end = () => this.stages.set(stage, (this.stages.get(stage) ?? 0) + this.now() - start);
    const result = step();
    if (result instanceof Promise) return result.finally(end) as T;
    end();
    return result;
  }

  /** A step for each of many items. */
  each<T, U>(stage: Stage, items: readonly T[], step: (item: T) => U): U[] {
    return this.time(stage, () =>
      items.map((item, index) => {
        this.watch(stage, index, items.length);
        return step(item);
      }),
    );
  }

  /** Whole milliseconds since the timer was made. */
  total(): number {
    return Math.round(this.now() - this.begun);
  }
}
