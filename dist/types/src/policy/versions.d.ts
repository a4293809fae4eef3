import type { JsonObject } from "./defaults.ts";
export declare function equivalentVersions(group: string, kind: string, version: string): readonly string[];
export declare function inVersion(object: JsonObject, version: string): JsonObject;
