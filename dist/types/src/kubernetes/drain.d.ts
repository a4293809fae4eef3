import type { Container } from "./container.ts";
import type { Workload } from "./workload.ts";
/** A known proxy, or the author says so. */
export declare function drainsItself(container: Container, workload: Workload): boolean;
export declare function isDataStore(container: Container): boolean;
/** Its process only waits, for somebody to look in or to hold a place: `sleep infinity`, `tail -f /dev/null`, the pause image. */
export declare function isIdle(container: Container): boolean;
/** Nothing in the pods takes requests or has anything to end in order; their Service is there for its name. */
export declare function isIdleThroughout({ longRunningContainers }: Workload): boolean;
