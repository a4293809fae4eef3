export type Stage = "discover" | "read" | "parse" | "schema" | "graph" | "rules" | "report";

/** Adds up the time of the stages. Without a clock it adds nothing. */
export class Timer {
  readonly stages = new Map<Stage, number>();
  private readonly now: () => number;
  private readonly begun: number;

  constructor(now: () => number = () => 0) {
    this.now = now;
    this.begun = now();
  }

  /** Runs a step, synchronous or not, and adds its time to the stage. */
  time<T>(stage: Stage, step: () => T): T {
    const start = this.now();
    const end = () => this.stages.set(stage, (this.stages.get(stage) ?? 0) + this.now() - start);
    const result = step();
    if (result instanceof Promise) return result.finally(end) as T;
    end();
    return result;
  }

  /** Whole milliseconds since the timer was made. */
  total(): number {
    return Math.round(this.now() - this.begun);
  }
}
