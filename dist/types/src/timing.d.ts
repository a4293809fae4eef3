export type Stage = "discover" | "parse" | "schema" | "graph" | "rules" | "policies" | "report" | "write";
/** Is told what is being done: before each stage, and before each item of a stage that has many. */
export type Watch = (stage: Stage, done?: number, of?: number) => void;
/** Adds up the time of the stages. Without a clock it adds nothing. */
export declare class Timer {
    readonly stages: Map<Stage, number>;
    readonly watch: Watch;
    private readonly now;
    private readonly begun;
    constructor(now?: () => number, watch?: Watch);
    /** Runs a step, synchronous or not, and adds its time to the stage. */
    time<T>(stage: Stage, step: () => T): T;
    /** A step for each of many items. */
    each<T, U>(stage: Stage, items: readonly T[], step: (item: T) => U): U[];
    /** Whole milliseconds since the timer was made. */
    total(): number;
}
