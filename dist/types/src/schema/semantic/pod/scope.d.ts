import type { Field } from "../../../field.ts";
import type { Problems } from "../../problems.ts";
import type { Cluster } from "../validator.ts";
export interface PodContext {
    readonly cluster: Cluster;
    /** A Pod itself, or the template of a workload. */
    readonly podKind: "Pod" | "template";
    /** The metadata of the pod or of the template. */
    readonly metadata?: Field;
    /** A StatefulSet's volumeClaimTemplates: each becomes a volume of its name. */
    readonly claimTemplates?: readonly Field[];
}
/** A volume that was found good, by its name. */
export type Volumes = ReadonlyMap<string, {
    readonly claim: boolean;
}>;
export interface PodScope {
    readonly spec: Field;
    readonly context: PodContext;
    readonly minor: number;
    /** All containers, init containers first (podutil.VisitContainers). */
    readonly containers: readonly Field[];
    readonly problems: Problems;
    readonly volumes: Volumes;
    /** Names of volumes that were refused: their mounts are not reported again. */
    readonly refusedVolumes: ReadonlySet<string>;
    /** A volume's name is still to be filled in by a template: any mount may mean it. */
    readonly unknownVolumes: boolean;
    readonly claims: ReadonlySet<string>;
    readonly graceSeconds: number | undefined;
    readonly hostUsers: boolean;
    readonly restartPolicy: string | undefined;
}
export declare const DEFAULT_GRACE_SECONDS = 30;
/** The lists of containers, in the order of podutil.VisitContainers. */
export declare const CONTAINER_LISTS: readonly ["initContainers", "containers", "ephemeralContainers"];
export declare function containersOf(spec: Field): Field[];
/** The default of the server is a template's `spec.containers`; a sidecar is an init container that always restarts. */
export declare function isSidecar(container: Field): boolean;
