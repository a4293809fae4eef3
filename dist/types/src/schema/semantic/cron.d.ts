/** What the parser says about a schedule it does not take; undefined for a good one. */
export declare function scheduleError(schedule: string): string | undefined;
/** Go's time.ParseDuration: `1h30m`, `1.5s`, `-10s`, `0`. */
export declare function isDuration(text: string): boolean;
