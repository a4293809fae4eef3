import { type CanaryRun } from "./argo.ts";
import { type EndpointTimeline } from "./endpoints.ts";
import { type JobResult } from "./job.ts";
import { type PodTimes } from "./podtimes.ts";
import type { DrainSummary, Mode } from "./result.ts";
import { type RolloutTimeline } from "./rollout.ts";
import { type Scenario } from "./scenario.ts";
import { type Data } from "./spec.ts";
export interface SimulateOptions {
    /** Services and PodDisruptionBudgets that may concern the workload; those that do are found by their selectors. */
    readonly services?: readonly unknown[];
    readonly budgets?: readonly unknown[];
    readonly scenario?: Scenario;
    /** `range` when absent. */
    readonly mode?: Mode;
    readonly seed?: number;
    /** Namespace of objects that name none. */
    readonly namespace?: string;
}
/** Everything that was found out, for the answers and the drawings. */
export interface Findings {
    readonly manifest: unknown;
    readonly kind: string;
    readonly name: string;
    readonly namespace: string;
    readonly replicas: number;
    readonly mode: Mode;
    readonly scenario: Scenario;
    readonly times: PodTimes;
    readonly oldTimes: PodTimes;
    /** The run that is drawn. */
    readonly run: RolloutTimeline | undefined;
    /** With the shortest and the longest readiness; the same as `run` in the modes that look at one run. */
    readonly bestRun: RolloutTimeline | undefined;
    readonly worstRun: RolloutTimeline | undefined;
    /** When the new version is applied. */
    readonly startAt: number;
    readonly services: readonly string[];
    /** Services were given, so that none that selects the pods means none. */
    readonly knowsServices: boolean;
    readonly endpoints: EndpointTimeline | undefined;
    readonly refusedPerPod: number;
    readonly drains: readonly DrainSummary[];
    readonly canary: CanaryRun | undefined;
    readonly job: JobResult | undefined;
    /** The scenario says when the Job's container ends. */
    readonly knowsJobTime: boolean;
}
/** Time from one moment to another that may never come. */
export declare function since(moment: number | null, start: number): number | null;
/** The pod template's place by kind. */
export declare function podTemplateOf(manifest: unknown): Data;
export declare function investigate(manifest: unknown, options: SimulateOptions): Findings;
