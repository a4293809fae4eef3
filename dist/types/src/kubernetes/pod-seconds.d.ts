import type { Workload } from "./workload.ts";
/** Seconds from the start of its containers to Ready at the latest, when the application answers from the first attempt on; undefined when not known. */
export declare function readySeconds(workload: Workload): number | undefined;
/** spec.minReadySeconds, 0 when omitted; undefined when not known. */
export declare function minReadySecondsOf(workload: Workload): number | undefined;
