import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
/** One schema of a definition, and what the server calls its place. */
export interface SchemaPlace {
    readonly field: Field;
    readonly serverField: string;
    /** There is a status subresource: then the root may say less. */
    readonly hasStatus: boolean;
}
/** Returns the formats that the server warns of, if it takes the definition. */
export declare function validateSchema(place: SchemaPlace, minor: number, problems: Problems): readonly FormatWarning[];
export interface FormatWarning {
    readonly field: Field;
    readonly format: string;
}
