/** While something holds, in seconds after the container's start; Infinity: from then on. */
export interface Window {
    readonly from: number;
    readonly until: number;
}
export interface HttpAnswer extends Window {
    readonly path: string;
    readonly status: number;
}
export interface FilePresence extends Window {
    readonly path: string;
}
export interface Slowness extends Window {
    readonly seconds: number;
}
/** How the process of one container behaves in one life. */
export interface ContainerScript {
    /** Nothing answers before; undefined: `kprobe-lint.dev/startup-seconds`, or at once. */
    readonly boot: number | undefined;
    readonly fails: readonly Window[];
    readonly hangs: readonly Window[];
    readonly slow: readonly Slowness[];
    readonly http: readonly HttpAnswer[];
    /** Files that some exec probe looks for: absent outside of these windows. */
    readonly files: readonly FilePresence[];
    readonly exit: {
        readonly at: number;
        readonly code: number;
    } | undefined;
    /** From SIGTERM to the exit; Infinity: ignored. */
    readonly sigterm: number | undefined;
    /** From SIGTERM until no new connection is accepted. */
    readonly acceptsAfterSigterm: number | undefined;
    readonly preStop: number | undefined;
    readonly postStart: number | undefined;
    /** Later lives, where they differ. */
    readonly lives: readonly ContainerScript[];
}
export type ScenarioEvent = {
    readonly at: number;
    readonly do: "image" | "rollback" | "pause" | "resume";
} | {
    readonly at: number;
    readonly do: "scale";
    readonly replicas: number;
} | {
    readonly at: number;
    readonly do: "selector";
    readonly service: string;
    readonly selector: Readonly<Record<string, string>>;
} | {
    readonly at: number;
    readonly do: "drain";
    readonly pods: number | undefined;
};
export interface ClusterKnobs {
    readonly schedule: number;
    readonly pull: number;
    readonly propagation: number;
    readonly kubeProxyFallback: boolean;
    readonly nodes: number;
    readonly featureGates: Readonly<Record<string, boolean>>;
}
export interface Scenario {
    /** By `container`, `workload/container` or `*`. */
    readonly containers: Readonly<Record<string, ContainerScript>>;
    /** Differences of the new version. */
    readonly newVersion: Readonly<Record<string, ContainerScript>>;
    readonly cluster: ClusterKnobs;
    readonly events: readonly ScenarioEvent[];
}
export interface ScenarioProblem {
    readonly path: readonly (string | number)[];
    readonly message: string;
}
/** What a scenario may name. */
export interface ScenarioSubjects {
    /** `container` and `workload/container`. */
    readonly containers: readonly string[];
    readonly services: readonly string[];
}
export declare const CLUSTER_DEFAULTS: ClusterKnobs;
export declare const NO_SCENARIO: Scenario;
/** Reads a scenario; `subjects` are checked when given. */
export declare function readScenario(raw: unknown, subjects?: ScenarioSubjects): {
    scenario: Scenario;
    problems: ScenarioProblem[];
};
