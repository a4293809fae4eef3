// Virtual time: a queue of events in the order of their time, and of their arrival where times are equal. Nothing here reads a real clock.

/** Times are whole microseconds, so that sums of periods never drift. */
export const SECOND = 1_000_000;
export const MILLISECOND = 1_000;

export function microseconds(seconds: number): number {
  return Math.round(seconds * SECOND);
}

/** Seconds with at most three decimals, as timelines show them. */
export function seconds(time: number): number {
  return Math.round(time / MILLISECOND) / 1000;
}

export interface Timer {
  readonly time: number;
  cancelled: boolean;
}

interface Entry extends Timer {
  readonly order: number;
  readonly action: () => void;
}

/** Why a run ended: `until` was reached, nothing was left to do, or the bound on events was hit. */
export type RunEnd = "until" | "idle" | "bounded";

export class Clock {
  /** The time of the event that is running, or of the last one. */
  now: number;
  /** Events run so far. */
  count = 0;
  private readonly heap: Entry[] = [];
  private order = 0;
  private readonly maxEvents: number;

  constructor(start = 0, maxEvents = 1_000_000) {
    this.now = start;
    this.maxEvents = maxEvents;
  }

  /** Runs the action at the time, or at once (after what is already due) if that has passed. */
  at(time: number, action: () => void): Timer {
    const entry: Entry = { time: Math.max(time, this.now), order: this.order++, action, cancelled: false };
    this.push(entry);
    return entry;
  }

  after(delay: number, action: () => void): Timer {
    return this.at(this.now + delay, action);
  }

  cancel(timer: Timer | undefined): void {
    if (timer !== undefined) timer.cancelled = true;
  }

  /** Runs everything due up to and including `until`. */
  run(until: number): RunEnd {
    for (let next = this.heap[0]; next !== undefined; next = this.heap[0]) {
      if (next.time > until) {
        this.now = Math.max(this.now, until);
        return "until";
      }
      this.pop();
      if (next.cancelled) continue;
      if (this.count >= this.maxEvents) return "bounded";
      this.count++;
      this.now = next.time;
      next.action();
    }
    return "idle";
  }

  private push(entry: Entry): void {
    const heap = this.heap;
    let index = heap.length;
    heap.push(entry);
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || !isBefore(entry, parent)) break;
      heap[index] = parent;
      index = above;
    }
    heap[index] = entry;
  }

  private pop(): void {
    const heap = this.heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let index = 0;
    for (;;) {
      const left = heap[2 * index + 1];
      const right = heap[2 * index + 2];
      if (left === undefined) break;
      const rightIsFirst = right !== undefined && isBefore(right, left);
      const child = rightIsFirst ? right : left;
      if (!isBefore(child, last)) break;
      heap[index] = child;
      index = 2 * index + (rightIsFirst ? 2 : 1);
    }
    heap[index] = last;
  }
}

function isBefore(a: Entry, b: Entry): boolean {
  return a.time === b.time ? a.order < b.order : a.time < b.time;
}
