import type { Fenceposts } from "./fenceposts.ts";
export interface PodSeconds {
    /** From creation to Ready. */
    readonly ready: number;
    /** From deletion to disappearance. */
    readonly termination: number;
    readonly minReady: number;
}
/** How many rounds of new pods a Deployment needs: each has room for surge + unavailable of them. */
export declare function rolloutWaves(replicas: number, posts: Fenceposts): number;
/** RollingUpdate of a Deployment: waves x (ready + minReadySeconds). Terminating pods hold nothing up. */
export declare function rollingUpdateSeconds(replicas: number, posts: Fenceposts, pod: PodSeconds): number;
/** Recreate: no pod is ready from the first deletion to termination + ready; the rollout takes minReadySeconds longer. */
export declare function recreateSeconds(pod: PodSeconds): {
    outage: number;
    rollout: number;
};
/**
 * A StatefulSet, one pod after the other: replicas x (termination + ready), and minReadySeconds between them (`kubectl rollout status` does not wait for
 * those of the last pod). `partition` pods stay as they are.
 */
export declare function statefulSetSeconds(replicas: number, partition: number, pod: PodSeconds): number;
/**
 * A DaemonSet in place: ceil(nodes / maxUnavailable) x (termination + ready + minReadySeconds). With maxSurge the old pods go while the next ones start,
 * the last of them counts, and minReadySeconds are noticed 1 s late (pkg/controller/daemon: updatePod).
 */
export declare function daemonSetSeconds(nodes: number, posts: Fenceposts, pod: PodSeconds): number;
