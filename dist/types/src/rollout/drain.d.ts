import { type DisruptionBudget } from "./fenceposts.ts";
/** k8s.io/kubectl/pkg/drain: a refused eviction is tried again after 5 s. */
export declare const EVICTION_RETRY_SECONDS = 5;
export interface DrainParams {
    readonly replicas: number;
    /** How many of them are on the node. */
    readonly onNode: number;
    readonly budget?: DisruptionBudget | undefined;
    /** From creation to Ready; negative: never. */
    readonly readySeconds: number;
    readonly terminationSeconds: number;
    /** A StatefulSet's pod comes back only when the old one is gone. */
    readonly replacesAfterTermination?: boolean;
    /** Pods elsewhere that are not Ready before the drain begins. */
    readonly unhealthy?: number;
    readonly limitSeconds?: number;
}
export interface DrainEntry {
    readonly t: number;
    readonly healthy: number;
    readonly left: number;
    readonly allowed: number;
}
export interface DrainResult {
    /** The last pod has left the node; null when the drain never ends. */
    readonly doneAt: number | null;
    readonly minHealthy: number;
    readonly evictions: readonly number[];
    readonly refused: number;
    readonly entries: readonly DrainEntry[];
}
export declare function simulateDrain(params: DrainParams): DrainResult;
