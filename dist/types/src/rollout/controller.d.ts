import type { Replica, ReplicaEvent } from "./replica.ts";
/** Something the author does while the rollout runs. */
export type Action = {
    readonly at: number;
    readonly do: "rollback" | "pause" | "resume" | "restart";
} | {
    readonly at: number;
    readonly do: "update";
    readonly version: number;
} | {
    readonly at: number;
    readonly do: "scale";
    readonly replicas: number;
};
export interface Condition {
    readonly t: number;
    readonly type: "Progressing" | "Available";
    readonly status: "True" | "False" | "Unknown";
    readonly reason: string;
}
export interface Controller {
    /** Pods that run and are available before t = 0. */
    establish(): void;
    /** One pass over the state, as often as it changes something; true when it did. */
    sync(): boolean;
    /** Takes note of a pod; true when that makes the controller look at everything again. */
    observe(replica: Replica, event: ReplicaEvent): boolean;
    act(action: Action): void;
    /** `kubectl rollout status` would return now. */
    isDone(): boolean;
    /** Sums of the ReplicaSets' spec.replicas; zero where there are none. */
    specOld(): number;
    specNew(): number;
    /** After everything has settled: condition changes and timers that depend on them. */
    settled?(): void;
    readonly conditions?: readonly Condition[];
    readonly maxSpecReplicas?: number;
    /** The ReplicaSets that exist, in order of creation. */
    readonly replicaSets?: readonly {
        readonly version: number;
        readonly replicas: number;
    }[];
    /** What to call a pod: `web-2`, `node-3`. */
    nameOf?(replica: Replica): string;
}
