import { type Node } from "../../yaml/node.ts";
import type { Scale } from "./definition.ts";
import type { Fault } from "./fault.ts";
import type { Schema } from "./schema.ts";
export declare function checkScale(root: Node, scale: Scale, schema: Schema): Fault[];
