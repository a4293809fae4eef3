import type { Node } from "../../yaml/node.ts";
import type { Schema } from "./schema.ts";
import type { SchemaReport } from "./schema-report.ts";
export type Level = "root" | "items" | "field";
/** The invariants of one schema of the structure; the schemas below are visited by the caller. */
export declare function checkInvariants(schema: Schema, level: Level, report: SchemaReport): void;
/** `anyOf: [{type: integer}, {type: string}]`, which is allowed in spite of its types. */
export declare function isIntOrString(branches: readonly Node[]): boolean;
/** What a schema inside allOf, anyOf, oneOf or not may not have. */
export declare function checkNested(schema: Schema, report: SchemaReport): void;
/** Every field that allOf, anyOf, oneOf and not of the root speak about is specified outside of them (validateStructuralCompleteness). */
export declare function checkCompleteness(root: Schema, report: SchemaReport): void;
