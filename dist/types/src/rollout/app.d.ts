import type { ProbeKind } from "./podspec.ts";
/** `ok` answers well, `fail` answers badly, both at once; `hang` never answers; `slow` answers well after `latency`. */
export type Deed = "ok" | "fail" | "hang" | "slow";
export interface Step {
    /** Seconds after the start of this life. */
    readonly at: number;
    readonly do: Deed;
    /** Seconds until the answer, for `slow`. */
    readonly latency?: number;
}
/** One life of a container. */
export interface Run {
    readonly default?: readonly Step[];
    readonly liveness?: readonly Step[];
    readonly readiness?: readonly Step[];
    readonly startup?: readonly Step[];
    /** The process ends by itself this many seconds after its start. */
    readonly exitAt?: number;
    readonly exitCode?: number;
}
export interface App {
    /** Life by life; the last one repeats. */
    readonly runs?: readonly Run[];
    /** From SIGTERM to the exit; negative: SIGTERM is ignored. One second when absent. */
    readonly shutdownSeconds?: number;
    /** How long the hooks take, where the manifest does not say it. */
    readonly preStopSeconds?: number;
    readonly postStartSeconds?: number;
}
export type Apps = Readonly<Record<string, App>>;
export declare function runOf(app: App | undefined, life: number): Run;
/** Seconds from SIGTERM to the exit; Infinity when it is ignored. */
export declare function shutdownOf(app: App | undefined): number;
/** What the process does with a probe that reaches it `since` seconds after its start. Before the first step it fails. */
export declare function stepAt(run: Run, kind: ProbeKind, since: number): Step;
/** How many seconds a hook takes: a `sleep` action or command tells it. Other commands take what the scenario says, or nothing. */
export declare function hookSeconds(handler: unknown, scripted: number | undefined): number;
