import type { Schema } from "./schema.ts";
import type { SchemaReport } from "./schema-report.ts";
export declare function checkRules(schema: Schema, report: SchemaReport): void;
