import type { Container } from "./container.ts";
import type { Workload } from "./workload.ts";
/** A known proxy, or the author says so. */
export declare function drainsItself(container: Container, workload: Workload): boolean;
export declare function isDataStore(container: Container): boolean;
/** Its process only waits for somebody to look in: `sleep infinity`, `tail -f /dev/null`. */
export declare function isIdle(container: Container): boolean;
