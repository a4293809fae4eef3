// How long the work on an input takes, and the slowest ones of a run. Only `npm run fuzz` asks: no test depends on time, so that what is
// asserted there is that every input is finished with.

import type { Timed } from "./target.ts";

/** An input that takes too long is tried so often: a collection of garbage is not there every time. */
const TRIES = 3;

/** Milliseconds for an input: of the first time where that is within the bound, else of the fastest try. */
export async function timeOf({ work, milliseconds }: Timed, input: string, now: () => number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < TRIES && least > milliseconds; tries++) {
    const begun = now();
    await work(input);
    least = Math.min(least, now() - begun);
  }
  return least;
}

export interface Slow {
  readonly seed: number;
  readonly milliseconds: number;
  readonly characters: number;
}

const SHOWN = 5;

/** The slowest inputs, the slowest one first. */
export class Slowest {
  readonly all: Slow[] = [];
  /** How many were timed. */
  count = 0;

  add(slow: Slow): void {
    this.count++;
    if (this.all.length === SHOWN && slow.milliseconds <= (this.all.at(-1)?.milliseconds ?? 0)) return;
    this.all.push(slow);
    this.all.sort((a, b) => b.milliseconds - a.milliseconds);
    this.all.length = Math.min(this.all.length, SHOWN);
  }

  text(name: string, { milliseconds }: Timed): string {
    const lines = this.all.map(
      ({ seed, milliseconds, characters }) =>
        `${milliseconds.toFixed(1).padStart(10)} ms  seed ${seed}, ${characters.toLocaleString("en-US")} characters`,
    );
    return [
      `slowest of ${this.count.toLocaleString("en-US")} documents, ${name} (bound ${milliseconds} ms):`,
      ...lines,
    ].join("\n");
  }
}
