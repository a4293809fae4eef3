import type { Fill } from "./defaults.ts";
export declare const podDefaults: readonly (readonly [string, Fill])[];
