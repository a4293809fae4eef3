import { type Selector } from "./selector.ts";
import type { Workload } from "./workload.ts";
/** Keys that some controller sets, so that no template has to carry them. */
export declare const CONTROLLER_LABELS: ReadonlySet<string>;
/** Labels of the pods as far as the template tells; a ReplicationController's own selector stands in for nothing. */
export declare function podLabels(workload: Workload): Map<string, string>;
/** How many pods there will be while all is well; undefined for DaemonSets, and where the number is not known. */
export declare function podCount(workload: Workload): number | undefined;
/**
 * How many of the workload's pods a selector selects: "all", or the number of single ones where it asks for labels by which the pods
 * of one workload differ (ordinals). A workload scaled to zero is judged as if it had one pod: it selects the day it is scaled up.
 */
export declare function podsSelected(selector: Selector, workload: Workload, labels: ReadonlyMap<string, string>): "all" | number;
