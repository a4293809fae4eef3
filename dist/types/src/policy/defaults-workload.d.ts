import type { Fill } from "./defaults.ts";
export declare const workloadDefaults: readonly (readonly [string, Fill])[];
