import type { DaemonSetSpec } from "./daemonset.ts";
import type { DeploymentSpec } from "./deployment.ts";
import type { StatefulSetSpec } from "./statefulset.ts";
export type Data = Readonly<Record<string, unknown>>;
/** A run of more pods than this would say nothing that a run of this many does not. */
export declare const MAX_REPLICAS = 20000;
/** Longer than any rollout, shorter than what a 32-bit number of seconds can claim. */
export declare const MAX_SECONDS = 10000000;
export declare function dataAt(value: unknown, ...steps: string[]): Data;
export declare function isData(value: unknown): value is Data;
export declare function listAt(value: Data, key: string): readonly unknown[];
/** A whole number from 0 to `maximum`; the fallback where there is none. */
export declare function countAt(value: Data, key: string, fallback: number, maximum: number): number;
export declare function textAt(value: Data, key: string): string | undefined;
export type RolloutKind = "Deployment" | "StatefulSet" | "DaemonSet";
export declare function kindOf(manifest: unknown): string;
export declare function nameOf(manifest: unknown): string;
/** spec.replicas as the controller takes it. */
export declare function replicasOf(manifest: unknown): number;
export declare function minReadySecondsOf(manifest: unknown): number;
export declare function deploymentSpec(manifest: unknown): DeploymentSpec;
export declare function statefulSetSpec(manifest: unknown, gate: boolean): StatefulSetSpec;
export declare function daemonSetSpec(manifest: unknown, nodes: number): DaemonSetSpec;
