export interface Shard {
    /** From 1 on. */
    readonly index: number;
    readonly count: number;
}
/** Reads `I/N`. Throws UsageError. */
export declare function readShard(text: string): Shard;
/** Which of the files, sorted, belong to the part. Every file belongs to exactly one. */
export declare function shardOf(files: readonly string[], { index, count }: Shard, sizeOf: (file: string) => number): (file: string) => boolean;
