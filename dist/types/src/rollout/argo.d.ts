export interface CanaryStage {
    /** When the pods of this stage are all available. */
    readonly at: number;
    /** Requested share of the new version in percent. */
    readonly weight: number;
    readonly stable: number;
    readonly canary: number;
    /** What pods give: canary / (stable + canary), in percent. */
    readonly share: number;
    /** Seconds of the pause that follows; null: until somebody promotes. */
    readonly pause: number | null;
}
export interface CanaryRun {
    readonly stages: readonly CanaryStage[];
    /** All pods are new; null when a pause waits for a person. */
    readonly doneAt: number | null;
    /** Time without the pauses that wait for a person. */
    readonly movingSeconds: number;
    /** Weights are exact only with a traffic router (strategy.canary.trafficRouting). */
    readonly hasTrafficRouting: boolean;
}
/**
 * Pods of both versions for a weight: both shares rounded up where surge has room for it, else the split of `replicas` that comes nearest. A weight
 * between 0 and 100 always has a pod of each version. (argo-rollouts utils/replicaset: CalculateReplicaCountsForBasicCanary)
 */
export declare function canaryPods(replicas: number, weight: number, surge?: number): {
    stable: number;
    canary: number;
};
/** An Argo Rollout as plain data; `readySeconds` is what one pod needs. maxSurge and maxUnavailable default to 25 % as in a Deployment. */
export declare function simulateCanary(manifest: unknown, readySeconds: number): CanaryRun;
