import type { Field } from "../field.ts";
import type { Container } from "./container.ts";
export interface WaitedService {
    readonly name: string;
    /** Undefined: the pod's own. */
    readonly namespace: string | undefined;
    /** Two labels may also be a name outside the cluster, or a pod of a StatefulSet. */
    readonly isCertain: boolean;
    /** What is asked, for messages: `nslookup myservice`. */
    readonly text: string;
    /** Only the name is looked up, which needs no endpoint. */
    readonly isLookup: boolean;
    readonly at: Field;
}
/** The Service that a container's script waits for without end; undefined where none can be recognised. */
export declare function waitedServiceOf(container: Container): WaitedService | undefined;
