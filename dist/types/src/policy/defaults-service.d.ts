import type { Fill, JsonObject } from "./defaults.ts";
export declare function fillAutoscaler(object: JsonObject): void;
export declare const serviceDefaults: readonly (readonly [string, Fill])[];
