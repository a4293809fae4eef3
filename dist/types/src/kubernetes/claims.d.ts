import type { Field } from "../field.ts";
import type { Graph } from "../graph/graph.ts";
import type { Resource } from "./resource.ts";
import type { Workload } from "./workload.ts";
export interface MountedClaim {
    /** The claimName of the pod's volume. */
    readonly field: Field;
    readonly name: string;
    /** The claim, where the project has it. */
    readonly claim: Resource | undefined;
    /** one pod: ReadWriteOncePod. one node: ReadWriteOnce and nothing wider. many: others. unknown: the project does not show it. */
    readonly reach: "one pod" | "one node" | "many" | "unknown";
}
export declare function claimsOf(workload: Workload, graph: Graph): MountedClaim[];
/** Why two pods of the workload cannot run side by side, as a phrase; undefined when nothing says so. */
export declare function reasonForOnePod(workload: Workload, graph: Graph): string | undefined;
/** Ports of the node that a pod takes: hostPort, and with hostNetwork every port. */
export declare function hostPortsOf(workload: Workload): Field[];
