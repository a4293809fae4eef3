import { type RunEnd } from "./clock.ts";
import type { Action, Condition } from "./controller.ts";
import { type PodTiming } from "./replica.ts";
export interface RolloutParams {
    /** Pods of the version that runs before t = 0. */
    readonly old: PodTiming;
    /** Pods of every later version. */
    readonly new: PodTiming;
    /** False: nothing is updated, only the actions happen. */
    readonly update?: boolean;
    readonly actions?: readonly Action[];
    /** Nodes of a DaemonSet. */
    readonly nodes?: number;
    readonly featureGates?: Readonly<Record<string, boolean>>;
    readonly limitSeconds?: number;
    readonly maxEvents?: number;
}
/** The state from `t` until the next entry. Pods are those without a deletion timestamp. */
export interface RolloutEntry {
    readonly t: number;
    readonly old: number;
    readonly new: number;
    readonly oldReady: number;
    readonly newReady: number;
    readonly available: number;
    readonly terminating: number;
    /** Sums of the ReplicaSets' spec.replicas; 0 for kinds without ReplicaSets. */
    readonly specOld: number;
    readonly specNew: number;
}
export interface RolloutAggregates {
    readonly minReady: number;
    readonly minAvailable: number;
    readonly maxPods: number;
    /** Deployments only; counts states that last milliseconds. */
    readonly maxSpecReplicas?: number;
    readonly maxPodsWithTerminating: number;
    /** When `kubectl rollout status` returns; null when it does not. */
    readonly rolloutDoneAt: number | null;
    readonly zeroReadySeconds: number;
    readonly zeroAvailableSeconds: number;
    readonly progressDeadlineExceededAt: number | null;
    /** The deletion of the last old pod; null while there is one. */
    readonly lastOldPodDeletedAt: number | null;
    readonly finalOld: number;
    readonly finalNew: number;
    readonly finalReady: number;
    readonly observedUntil: number;
}
/** The life of one pod; null for what did not happen. Pods from before the rollout have no creation or readiness of their own. */
export interface PodLife {
    readonly name: string;
    readonly version: number;
    readonly created: number | null;
    readonly ready: number | null;
    readonly deleted: number | null;
    readonly gone: number | null;
}
export interface RolloutTimeline {
    readonly kind: string;
    readonly entries: readonly RolloutEntry[];
    readonly conditions: readonly Condition[];
    readonly aggregates: RolloutAggregates;
    readonly pods: readonly PodLife[];
    /** The ReplicaSets of a Deployment at the end; version 1 is the one from before. */
    readonly replicaSets: readonly {
        readonly version: number;
        readonly replicas: number;
    }[];
    /** `bounded`: the run was cut off at the bound on events. */
    readonly end: RunEnd | "done";
    readonly events: number;
}
/** True for kinds that this module can roll out. */
export declare function isRolledOut(kind: string): boolean;
/** Simulates the rollout of a manifest given as plain data. Kinds other than those of `isRolledOut` are treated as a Deployment. */
export declare function simulateRollout(manifest: unknown, params: RolloutParams): RolloutTimeline;
/** How long a condition holds between the first entry and `until`. */
export declare function spanOf(entries: readonly RolloutEntry[], until: number, holds: (entry: RolloutEntry) => boolean): number;
/** When pods of both versions are ready, from the first such moment to the last; undefined when that never happens. */
export declare function overlapOf({ entries, aggregates }: RolloutTimeline): {
    from: number;
    until: number;
} | undefined;
