import { type Clock, type Timer } from "./clock.ts";
/** What a controller hears about its pods besides its own doings. */
export type ReplicaEvent = "ready" | "available" | "gone";
export type ReplicaState = "starting" | "ready" | "terminating" | "gone";
export interface Replica {
    /** 1 is the version that ran before the rollout. */
    readonly version: number;
    /** The ordinal of a StatefulSet's pod, the node of a DaemonSet's, the running number otherwise. */
    readonly slot: number;
    /** Order of creation over the whole fleet. */
    readonly serial: number;
    readonly createdAt: number;
    readyAt: number | undefined;
    deletedAt: number | undefined;
    goneAt: number | undefined;
    state: ReplicaState;
    /** Ready for minReadySeconds (pkg/api/v1/pod: IsPodAvailable). */
    isAvailable: boolean;
    wake: Timer | undefined;
}
/** How the node treats the pods of one version. A function gets the running number of the pod within its version, from 0. */
export interface PodTiming {
    /** From creation to Ready; negative: never. */
    readonly readySeconds: number | ((index: number) => number);
    /** From deletion to disappearance. */
    readonly terminationSeconds: number | ((index: number) => number);
    /** Running numbers of pods that never get ready. */
    readonly neverIndex?: number | readonly number[];
}
export interface FleetCounts {
    old: number;
    new: number;
    oldReady: number;
    newReady: number;
    available: number;
    terminating: number;
}
/** Pods with their clocks: readiness, minReadySeconds and termination. Everything else is the controllers' doing. */
export declare class Fleet {
    readonly clock: Clock;
    readonly counts: FleetCounts;
    /** Every pod that ever was, in order of creation. */
    readonly replicas: Replica[];
    private readonly minReady;
    private readonly timing;
    private readonly onChange;
    private readonly created;
    constructor(clock: Clock, minReadySeconds: number, timing: (version: number) => PodTiming, onChange: (replica: Replica, event: ReplicaEvent) => void);
    /** A pod that has been there, ready and available, since before anyone looked. */
    establish(version: number, slot: number): Replica;
    create(version: number, slot: number): Replica;
    delete(replica: Replica): void;
    private add;
    private becomeReady;
    private becomeAvailable;
    private makeReady;
    private makeAvailable;
    private leave;
    private vanish;
}
/** Counts towards its controller: a pod with a deletion timestamp no longer does (pkg/controller: FilterActivePods). */
export declare function isActive(replica: Replica): boolean;
