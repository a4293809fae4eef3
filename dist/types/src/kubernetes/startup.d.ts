import type { Field } from "../field.ts";
import type { Container } from "./container.ts";
import type { Workload } from "./workload.ts";
export interface ExpectedStart {
    readonly seconds: number;
    readonly by: "annotation" | "readinessProbe";
    /** For messages: `initialDelaySeconds of the readiness probe`. */
    readonly reason: string;
    readonly field: Field;
}
/** How long a start takes according to the manifest; undefined when it does not say. */
export declare function expectedStart(container: Container, workload: Workload): ExpectedStart | undefined;
