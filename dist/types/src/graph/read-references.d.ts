import type { Field } from "../field.ts";
import type { Resource } from "../kubernetes/resource.ts";
import type { Workload } from "../kubernetes/workload.ts";
import { type ReferenceRow } from "./references.ts";
/** One name that one object writes down to mean another. */
export interface Reference {
    readonly from: Resource;
    readonly row: ReferenceRow;
    /** The scalar with the name. */
    readonly field: Field;
    readonly name: string;
    readonly groupKind: string;
    /** Written down in the reference; undefined: the namespace of `from`. */
    readonly namespace: string | undefined;
    /** The author says that the target may be absent. */
    readonly optional: boolean;
    /** Scalars with keys inside the target. */
    readonly keys: readonly Field[];
    /** The scalar with the port, by name or number; absent where none is written. */
    readonly port: Field | undefined;
}
/** All fields that a path pattern reaches. */
export declare function fieldsAt(field: Field, path: string): Field[];
export declare function referencesOf(resource: Resource, workload: Workload | undefined): Reference[];
