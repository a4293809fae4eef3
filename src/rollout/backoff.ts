// The back-off between restarts of one container. (client-go util/flowcontrol: Backoff; pkg/kubelet: NewMainKubelet, HandlePodCleanups)

import { BACK_OFF_FORGOTTEN_SECONDS, INITIAL_BACK_OFF_SECONDS, MAX_BACK_OFF_SECONDS } from "./arithmetic.ts";
import { microseconds } from "./clock.ts";

const INITIAL = microseconds(INITIAL_BACK_OFF_SECONDS);
const CAP = microseconds(MAX_BACK_OFF_SECONDS);
const FORGOTTEN = microseconds(BACK_OFF_FORGOTTEN_SECONDS);

interface Entry {
  wait: number;
  lastUpdate: number;
}

export class BackOff {
  private readonly entries = new Map<string, Entry>();

  /** When the wait that began with the exit ends; undefined when none is on. */
  until(name: string, exit: number, now: number): number | undefined {
    const entry = this.current(name, now);
    if (entry === undefined || exit - entry.lastUpdate > FORGOTTEN) return undefined;
    return now - exit < entry.wait ? exit + entry.wait : undefined;
  }

  /** A restart takes place: the next one has to wait longer. */
  next(name: string, exit: number, now: number): void {
    const entry = this.current(name, now);
    const isNew = entry === undefined || exit - entry.lastUpdate > FORGOTTEN;
    this.entries.set(name, { wait: isNew ? INITIAL : Math.min(entry.wait * 2, CAP), lastUpdate: now });
  }

  /** Housekeeping drops entries that have not been touched for long. (Backoff.GC) */
  private current(name: string, now: number): Entry | undefined {
    const entry = this.entries.get(name);
    return entry !== undefined && now - entry.lastUpdate > FORGOTTEN ? undefined : entry;
  }
}
