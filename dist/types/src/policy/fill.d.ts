import type { Json, JsonObject } from "./defaults.ts";
/** Go's defaulting asks for nil of a pointer, and for the zero value of what is none. */
export declare function fill(object: JsonObject, values: Readonly<Record<string, Json>>): void;
/** The same for fields that are no pointers: 0 and "" are not set either. */
export declare function fillZero(object: JsonObject, values: Readonly<Record<string, Json>>): void;
export declare function mapAt(object: JsonObject, key: string): JsonObject | undefined;
export declare function mapsAt(object: JsonObject, key: string): JsonObject[];
