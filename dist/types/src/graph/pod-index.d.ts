import { type Selector } from "../kubernetes/selector.ts";
import type { Workload } from "../kubernetes/workload.ts";
import { type Reach, type Ring } from "./place-list.ts";
/** A workload with what selectors look at. */
export interface Pods {
    readonly workload: Workload;
    readonly namespace: string;
    readonly labels: ReadonlyMap<string, string>;
    /** 0-based position in the order of places. */
    readonly position: number;
}
export interface Selected {
    readonly pods: readonly Pods[];
    readonly reach: Reach | "none";
    /** More candidates than a look-up examines, or labels that a template has still to fill in: "none" proves nothing. */
    readonly uncertain: boolean;
}
/** Written for tests of growth: how many candidates were compared with a selector. */
export interface Cost {
    examined: number;
}
export declare class PodIndex {
    #private;
    readonly cost: Cost;
    /** `workloads` in the order of their places. */
    constructor(workloads: readonly Workload[], namespaceOf: (workload: Workload) => string, cost: Cost);
    /** All pods of a namespace within a ring, at most `limit`. */
    within(namespace: string, ring: Ring, limit: number): Pods[];
    /** Workloads that carry one pair of labels, at most `limit`. */
    withPair(namespace: string, key: string, value: string, limit: number): Pods[];
    hasNamespace(namespace: string): boolean;
    /** The selected workloads in the first ring that holds one. Equal questions from one place share one answer. */
    select(namespace: string, selector: Selector, rings: readonly Ring[]): Selected;
}
/** The namespace under which all are listed. No real one has this name. */
export declare const EVERYWHERE = "*";
