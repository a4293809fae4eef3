export declare class BackOff {
    private readonly entries;
    /** When the wait that began with the exit ends; undefined when none is on. */
    until(name: string, exit: number, now: number): number | undefined;
    /** A restart takes place: the next one has to wait longer. */
    next(name: string, exit: number, now: number): void;
    /** Housekeeping drops entries that have not been touched for long. (Backoff.GC) */
    private current;
}
