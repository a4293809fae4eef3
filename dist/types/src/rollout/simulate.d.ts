import { type SimulateOptions } from "./findings.ts";
import type { SimulationResult } from "./result.ts";
export { podTemplateOf, type SimulateOptions } from "./findings.ts";
/** Simulates one workload given as plain data. Never fails: what a manifest leaves out or gets wrong is read as its default. */
export declare function simulate(manifest: unknown, options?: SimulateOptions): SimulationResult;
