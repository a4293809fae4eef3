// Sequences of steps in virtual time, written as generators: a yielded number is a pause in microseconds, a yielded signal is waited for.

import type { Clock } from "./clock.ts";

/** Something that happens once. Those who wait are resumed in the order in which they came. */
export class Signal {
  isFired = false;
  private waiting: (() => void)[] = [];

  fire(): void {
    if (this.isFired) return;
    this.isFired = true;
    const waiting = this.waiting;
    this.waiting = [];
    for (const resume of waiting) resume();
  }

  whenFired(resume: () => void): void {
    if (this.isFired) resume();
    else this.waiting.push(resume);
  }
}

export type Process<T = void> = Generator<number | Signal, T, void>;

/** Runs a process to its first pause now, and the rest as time goes by. The signal fires at its end. */
export function begin(clock: Clock, routine: Process): Signal {
  const end = new Signal();
  const step = () => {
    const { done, value } = routine.next();
    if (done === true) end.fire();
    else if (typeof value === "number") clock.after(value, step);
    else value.whenFired(() => clock.after(0, step));
  };
  step();
  return end;
}

/** A signal that fires with the first of the given ones, or after the delay. */
export function firstOf(clock: Clock, delay: number, ...signals: Signal[]): Signal {
  const first = new Signal();
  clock.after(delay, () => first.fire());
  for (const signal of signals) signal.whenFired(() => first.fire());
  return first;
}
