import { type Node } from "../../yaml/node.ts";
import type { Fault } from "./fault.ts";
import type { Schema } from "./schema.ts";
/** Everything wrong with a value. */
export declare function checkValue(node: Node, schema: Schema, minor: number): Fault[];
