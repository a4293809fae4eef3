import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import type { Schema } from "./schema.ts";
export declare function validateSubresources(field: Field, serverField: string, problems: Problems): void;
export declare function validateColumns(columns: Field, serverField: string, problems: Problems): void;
export declare function validateSelectableFields(fields: Field, schema: Schema | undefined, serverField: string, problems: Problems): void;
export declare function validateConversion(conversion: Field, problems: Problems): void;
