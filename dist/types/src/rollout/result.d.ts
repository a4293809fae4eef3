import type { CanaryStage } from "./argo.ts";
import type { DrainEntry } from "./drain.ts";
import type { EndpointEntry, EndpointSummary } from "./endpoints.ts";
import type { RolloutAggregates, RolloutEntry } from "./rollout.ts";
/** `range` looks at the best and the worst phase together; the others show one run. */
export type Mode = "range" | "ideal" | "kubelet" | "best" | "worst";
/** Both ends; null where it may never happen. */
export interface Extent {
    readonly earliest: number | null;
    readonly latest: number | null;
}
export interface NumberRow {
    readonly label: string;
    readonly earliest: number | null;
    readonly latest: number | null;
    readonly unit: "s" | "pods" | "%" | "times";
}
/** What a pod does in a stretch of time. */
export type LifeState = "waiting" | "booting" | "running" | "ready" | "backoff" | "prestop" | "stopping" | "routed" | "refused";
export interface LifeSegment {
    readonly from: number;
    readonly until: number;
    readonly state: LifeState;
}
export interface LifeRow {
    readonly label: string;
    readonly segments: readonly LifeSegment[];
    /** Moments: kills, restarts, SIGTERM. */
    readonly marks: readonly {
        readonly t: number;
        readonly label: string;
    }[];
}
export interface LifeChart {
    readonly kind: "life";
    readonly title: string;
    readonly from: number;
    readonly until: number;
    readonly rows: readonly LifeRow[];
}
export interface PodsChart {
    readonly kind: "pods";
    readonly title: string;
    readonly until: number;
    readonly desired: number;
    readonly entries: readonly RolloutEntry[];
}
export interface EndpointsChart {
    readonly kind: "endpoints";
    readonly title: string;
    readonly until: number;
    readonly entries: readonly EndpointEntry[];
}
export type Chart = PodsChart | LifeChart | EndpointsChart;
export interface TimelineRow {
    readonly t: number;
    readonly what: string;
}
export interface PodResult {
    /** From the creation of the pod to Ready. */
    readonly ready: Extent;
    /** From the start of the container to the decision to kill it, where a liveness or startup probe does that. */
    readonly kill: Extent | null;
    /** From deletion to disappearance. */
    readonly terminationSeconds: number;
    readonly isSigkilled: boolean;
}
export interface RolloutResult {
    readonly seconds: Extent;
    readonly minReady: {
        readonly best: number;
        readonly worst: number;
    };
    readonly minAvailable: {
        readonly best: number;
        readonly worst: number;
    };
    readonly maxPods: number;
    readonly maxPodsWithTerminating: number;
    readonly zeroReadySeconds: Extent;
    /** Old and new pods are ready side by side, in the run that is drawn. */
    readonly overlap: {
        readonly from: number;
        readonly until: number;
    } | null;
    readonly progressDeadlineExceededAt: number | null;
    /** The run that is drawn. */
    readonly aggregates: RolloutAggregates;
}
export interface EndpointsResult extends EndpointSummary {
    readonly services: readonly string[];
    readonly propagationSeconds: number;
    /** Each deleted pod is sent requests that it refuses for this long. */
    readonly refusedSecondsPerPod: number;
}
export interface DrainSummary {
    readonly at: number;
    readonly pods: number;
    readonly budget: string | null;
    readonly doneAt: number | null;
    readonly minHealthy: number;
    readonly entries: readonly DrainEntry[];
}
export interface SimulationResult {
    readonly version: 1;
    readonly workload: {
        readonly kind: string;
        readonly namespace: string;
        readonly name: string;
        readonly replicas: number;
    };
    readonly mode: Mode;
    readonly seed: number;
    /** The answers, in sentences, the most important one first. */
    readonly answers: readonly string[];
    readonly pod: PodResult | null;
    readonly rollout: RolloutResult | null;
    readonly endpoints: EndpointsResult | null;
    readonly drains: readonly DrainSummary[];
    readonly canary: readonly CanaryStage[] | null;
    readonly numbers: readonly NumberRow[];
    /** What the times of `timeline` count from. */
    readonly timelineZero: "update" | "container start";
    readonly timeline: readonly TimelineRow[];
    readonly charts: readonly Chart[];
}
