import { nearest } from "../../nearest.ts";
import type { Node } from "../../yaml/node.ts";
import type { Fault } from "./fault.ts";
import type { Schema } from "./schema.ts";
/** The sentence about a fault; `by` is "CRD widgets.example.com v1". */
export declare function sentence(fault: Fault, by: string): string;
export declare function typeText(type: string): string;
/** `"x" is a string`, `3.5 is a number`, `found a list`. */
export declare function foundText(node: Node): string;
export declare function enumGuess(value: unknown, schema: Schema): ReturnType<typeof nearest>;
