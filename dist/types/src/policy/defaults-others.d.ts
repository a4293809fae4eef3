import type { Fill } from "./defaults.ts";
export declare const policyDefaults: readonly (readonly [string, Fill])[];
