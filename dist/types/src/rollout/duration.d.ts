/** Seconds of `20`, `20s`, `500ms`, `2m`, `1h30m`; undefined for anything else, for negative and for absurdly long ones. */
export declare function durationSeconds(value: unknown): number | undefined;
/** `31`, `9.3`, `0.25`: whole from 10 on, else one decimal. */
export declare function shortNumber(value: number): string;
/** `31 s`, `5 min`, `2 h 10 min`: seconds up to two minutes, because that is how manifests count. */
export declare function durationText(seconds: number): string;
/** `31–43 s`, or `31 s` when both ends are the same; `31 s or never`. */
export declare function rangeText(earliest: number, latest: number): string;
