import type { Field } from "../field.ts";
import { type Container } from "./container.ts";
import { type Resource } from "./resource.ts";
/** Where the pod template, the replica count and the selector of a kind stand. `[]` is the object itself: a Pod is its own template. */
export interface WorkloadShape {
    readonly template: readonly string[];
    readonly replicas?: readonly string[];
    readonly selector?: readonly string[];
}
/** Every kind that has a pod template, seen alike. */
export declare class Workload {
    readonly resource: Resource;
    readonly shape: WorkloadShape;
    /** The pod template: a map with `metadata` and `spec`. */
    readonly template: Field;
    readonly podSpec: Field;
    readonly containers: readonly Container[];
    private constructor();
    /** The resource as a workload; undefined for kinds without a pod template. `custom` comes from the configuration. */
    static read(resource: Resource, custom?: Readonly<Record<string, WorkloadShape>>): Workload | undefined;
    get kind(): string;
    /** `Deployment "web"`, as messages name it. */
    get title(): string;
    get podLabels(): Map<string, string>;
    /** Labels a template will still fill in, so that a mismatch proves nothing. */
    get hasUnknownLabels(): boolean;
    /** Pods that are meant to run for ever: they may serve, and a rollout replaces them. */
    get isLongRunning(): boolean;
    get isDeployment(): boolean;
    get replicasField(): Field;
    /** spec.replicas, 1 when omitted; undefined where the kind has none or the number is not known. */
    get replicas(): number | undefined;
    /** Seconds from deletion to SIGKILL; 30 when omitted; undefined when not known. */
    get gracePeriodSeconds(): number | undefined;
    /** An annotation on the object, or on its pod template. */
    annotation(name: string): string | undefined;
    /** How long the author says a start takes, in seconds. */
    get startupSeconds(): number | undefined;
    get appContainers(): readonly Container[];
    /** App containers and sidecars: the ones that may carry probes. */
    get longRunningContainers(): readonly Container[];
}
