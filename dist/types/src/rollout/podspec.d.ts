import type { Timing } from "../kubernetes/probe.ts";
export type ProbeKind = "liveness" | "readiness" | "startup";
export type RestartPolicy = "Always" | "OnFailure" | "Never";
export interface ProbeModel {
    readonly kind: ProbeKind;
    readonly timing: Timing;
    /** Its own terminationGracePeriodSeconds. */
    readonly graceSeconds: number | undefined;
    /** False when every attempt errors: a port name that the container does not have. (pkg/probe: ResolveContainerPort) */
    readonly isResolvable: boolean;
}
export interface ContainerModel {
    readonly name: string;
    readonly kind: "app" | "init" | "sidecar";
    readonly probes: Readonly<Partial<Record<ProbeKind, ProbeModel>>>;
    readonly restartPolicy: RestartPolicy | undefined;
    /** restartPolicyRules: exit codes that restart the container, whatever the policy. */
    readonly restartsOn: (exitCode: number) => boolean;
    readonly preStop: unknown;
    readonly postStart: unknown;
}
export interface PodModel {
    readonly init: readonly ContainerModel[];
    readonly containers: readonly ContainerModel[];
    readonly restartPolicy: RestartPolicy;
    readonly graceSeconds: number;
    /** readinessGates: nobody here sets their conditions. */
    readonly isGated: boolean;
}
export declare function podModel(spec: unknown): PodModel;
/** Whether a container that ended is started again. (pkg/api/v1/pod: ContainerShouldRestart) */
export declare function shouldRestart(pod: PodModel, container: ContainerModel, exitCode: number): boolean;
