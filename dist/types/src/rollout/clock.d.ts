/** Times are whole microseconds, so that sums of periods never drift. */
export declare const SECOND = 1000000;
export declare const MILLISECOND = 1000;
export declare function microseconds(seconds: number): number;
/** Seconds with at most three decimals, as timelines show them. */
export declare function seconds(time: number): number;
export interface Timer {
    readonly time: number;
    cancelled: boolean;
}
/** Why a run ended: `until` was reached, nothing was left to do, or the bound on events was hit. */
export type RunEnd = "until" | "idle" | "bounded";
export declare class Clock {
    /** The time of the event that is running, or of the last one. */
    now: number;
    /** Events run so far. */
    count: number;
    private readonly heap;
    private order;
    private readonly maxEvents;
    constructor(start?: number, maxEvents?: number);
    /** Runs the action at the time, or at once (after what is already due) if that has passed. */
    at(time: number, action: () => void): Timer;
    after(delay: number, action: () => void): Timer;
    cancel(timer: Timer | undefined): void;
    /** Runs everything due up to and including `until`. */
    run(until: number): RunEnd;
    private push;
    private pop;
}
