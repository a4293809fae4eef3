import type { Schema } from "./schema.ts";
import type { SchemaReport } from "./schema-report.ts";
export declare function checkMapType({ mapType, type }: Schema, report: SchemaReport): void;
export declare function checkListType(schema: Schema, report: SchemaReport): void;
