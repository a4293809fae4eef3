import type { Edit } from "./diagnostic.ts";
import type { Field } from "./field.ts";
export declare function removeField(field: Field, text: string): Edit[] | undefined;
/** `yaml` of several lines is a block; `key` is written as it stands. */
export declare function addEntry(field: Field, key: string, yaml: string, text: string): Edit[] | undefined;
