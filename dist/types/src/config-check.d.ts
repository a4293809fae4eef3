import type { Schema } from "./config-schema.ts";
import type { Node } from "./yaml/node.ts";
/** One mistake: the offset of its place, and a sentence. */
export interface Complaint {
    readonly at: number;
    readonly sentence: string;
}
export declare function complaintsOf(schema: Schema, root: Node): Complaint[];
