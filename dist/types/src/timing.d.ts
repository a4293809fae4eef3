export type Stage = "discover" | "read" | "parse" | "schema" | "graph" | "rules" | "report";
/** Adds up the time of the stages. Without a clock it adds nothing. */
export declare class Timer {
    readonly stages: Map<Stage, number>;
    private readonly now;
    private readonly begun;
    constructor(now?: () => number);
    /** Runs a step, synchronous or not, and adds its time to the stage. */
    time<T>(stage: Stage, step: () => T): T;
    /** Whole milliseconds since the timer was made. */
    total(): number;
}
