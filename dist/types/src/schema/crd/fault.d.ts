import type { Path } from "../../diagnostic.ts";
import type { Node } from "../../yaml/node.ts";
import type { Schema } from "./schema.ts";
export type FaultCode = "type" | "format" | "enum" | "required" | "pattern" | "minLength" | "maxLength" | "minimum" | "maximum" | "multipleOf" | "minItems" | "maxItems" | "minProperties" | "maxProperties" | "closed" | "duplicate" | "anyOf" | "oneOf" | "not"
/** Put into words where it was found. */
 | "said";
export interface Fault {
    readonly code: FaultCode;
    /** Where the value is, or is missing, below the value that was checked. */
    readonly path: Path;
    readonly node: Node;
    readonly schema: Schema;
    /** The server's name of the place, where it is not `path` with dots. */
    readonly serverField?: string;
    /** The faults of the nearest branch of anyOf and oneOf. */
    readonly inner?: readonly Fault[];
    /** How many alternatives of oneOf are fulfilled. */
    readonly fulfilled?: number;
    /** The sentence of a fault that is `said`. */
    readonly message?: string;
    readonly ruleId?: string;
    /** An allOf around it fails too. */
    wrapped?: boolean;
}
/** The path as errors of the schema write it: dots, whatever the key. */
export declare function dotted(path: Path): string;
