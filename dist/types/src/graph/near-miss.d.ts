import { type Selector } from "../kubernetes/selector.ts";
import type { Workload } from "../kubernetes/workload.ts";
import type { NearMiss } from "./graph.ts";
import type { Pods } from "./pod-index.ts";
export interface Scored extends NearMiss<Workload> {
    /** Pairs that match count 1 each, pairs that nearly match less. */
    readonly score: number;
    readonly pairs: number;
}
/** How nearly the selector selects these pods; undefined when it is no near miss, or a match. */
export declare function nearMiss(selector: Selector, pods: Pods, name: string | undefined): Scored | undefined;
/** The best of the candidates, which come nearest place first: `step` is what one widening costs. */
export declare function bestOf(candidates: Iterable<{
    readonly miss: Scored;
    readonly ring: number;
}>): Scored | undefined;
