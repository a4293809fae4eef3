import type { SimulationResult } from "../rollout/result.ts";
/** Which of the drawings a page wants, by the title the simulator gives them. */
export type Drawing = "rollout" | "a new pod" | "a deleted pod" | "endpoints in use";
/** The simulation of the first document; the others are what stands around it. `events` is the scenario's list. */
export declare function simulated(manifests: string, events?: readonly unknown[]): SimulationResult;
/** A fenced block with the answers and the drawings asked for. */
export declare function picture(result: SimulationResult, drawings: readonly Drawing[], answers?: number): string;
export declare function manifest(text: string): string;
/** `[liveness-races-readiness](#liveness-races-readiness)`: the page of a rule further down. */
export declare function rule(id: string): string;
