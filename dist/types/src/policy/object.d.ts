import type { Field } from "../field.ts";
import type { Kind } from "../schema/versions.ts";
import { type Json, type JsonObject } from "./defaults.ts";
export declare function defaultedObject(root: Field, kind: Kind, namespace: string, minor?: number): JsonObject;
/** The metadata of that object alone, which is all that many rules ask for: defaulting a whole object is most of a rule's cost. */
export declare function defaultedMetadata(root: Field, kind: Kind, namespace: string, minor: number): JsonObject;
export declare function asObject(value: Json | undefined): JsonObject;
/** The labels of an object, for selectors. */
export declare function labelsIn(object: JsonObject): Map<string, string>;
