export interface JobParams {
    /** How long one pod runs. */
    readonly runSeconds: number;
    /** How many pods fail before the first one succeeds; Infinity: all. */
    readonly failures?: number;
}
export interface JobPod {
    readonly start: number;
    readonly end: number;
    readonly succeeded: boolean;
}
export interface JobResult {
    readonly pods: readonly JobPod[];
    readonly completedAt: number | null;
    readonly failedAt: number | null;
    readonly reason: "Complete" | "BackoffLimitExceeded" | "DeadlineExceeded" | "Suspended" | "Bounded";
}
/** The wait before the pod after the n-th failure in a row. */
export declare function jobBackOff(failures: number): number;
/** A Job manifest as plain data, with pods that all take the same time. Waves of `parallelism`, failed pods are replaced. */
export declare function simulateJob(manifest: unknown, params: JobParams): JobResult;
