import type { Severity } from "../diagnostic.ts";
import type { Resource } from "../kubernetes/resource.ts";
import type { Requirement, Selector } from "../kubernetes/selector.ts";
import type { Workload } from "../kubernetes/workload.ts";
import type { Completeness, Graph } from "./graph.ts";
/** How much it proves that no pod was found: the most that is proved of any kind that makes pods. */
export declare function completenessOfPods(graph: Graph, from: Resource): Completeness;
export interface Gravity {
    readonly severity: Severity;
    readonly strict: boolean;
}
/**
 * Of an absence: an error where all is there, a warning where something beside it was meant, else a remark. `near` says that a
 * candidate of nearly that name or these labels stands there.
 */
export declare function gravityOf(completeness: Completeness, near: boolean): Gravity;
/** The parts of a selector that the workload's pods do not carry. */
export declare function missesOf({ requirements }: Selector, { podLabels }: Workload): Requirement[];
/** What misses differs as misspelt words do, or stands under another key, or on the workload instead of its template. */
export declare function isSlip(selector: Selector, workload: Workload): boolean;
/** One name is the other with a slip. `web-1` and `web-2` are two things, whoever wrote them. */
export declare function isMisspelt(written: string, meant: string): boolean;
/** Close enough in the project to be mistaken for each other: one directory, one below the other, or neighbours. */
export declare function standNear(a: Resource, b: Resource): boolean;
