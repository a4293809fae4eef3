import { Field } from "../field.ts";
import { Probe, type ProbeType } from "./probe.ts";
/** app: `containers`. init: runs to its end before them. sidecar: an init container with restartPolicy Always. ephemeral: for debugging. */
export type ContainerKind = "app" | "init" | "sidecar" | "ephemeral";
export interface ContainerPort {
    readonly field: Field;
    readonly name: string | undefined;
    readonly number: number | undefined;
    /** TCP when omitted. */
    readonly protocol: string;
}
export type HookName = "preStop" | "postStart";
export declare class Container {
    #private;
    readonly field: Field;
    readonly kind: ContainerKind;
    constructor(field: Field, kind: ContainerKind);
    /** The name, or `containers[0]` where there is none. */
    get name(): string;
    get image(): Field;
    get ports(): readonly ContainerPort[];
    /** Init and ephemeral containers have none: the API server refuses them, and no kubelet would run them. */
    probe(type: ProbeType): Probe | undefined;
    /** A lifecycle hook; nothing where the container may have none. */
    hook(name: HookName): Field;
    get liveness(): Probe | undefined;
    get readiness(): Probe | undefined;
    get startup(): Probe | undefined;
    get probes(): Probe[];
    /** Runs for the pod's whole life: the ones that may be probed. */
    get isLongRunning(): boolean;
    /** The port that a probe or hook of this container reaches: by name among its own ports, or by number. (pkg/probe: ResolveContainerPort) */
    resolvePort(port: Field | undefined): number | undefined;
}
/** All containers of a pod spec: init and sidecar containers in their order, then the app's, then ephemeral ones. */
export declare function containersOf(podSpec: Field): Container[];
