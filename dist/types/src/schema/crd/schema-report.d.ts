import type { Path } from "../../diagnostic.ts";
export interface SchemaFault {
    /** Below the schema's root. */
    readonly path: Path;
    readonly message: string;
    /** "Required value". */
    readonly required: boolean;
    /** The place that explains it, where it is not `path`. */
    readonly at?: Path;
}
/** Collects the faults of a schema while it is walked through; `path` is where the walk is. */
export declare class SchemaReport {
    readonly path: (string | number)[];
    /** Against structurality. They do not count where the schema uses what no structural schema can have. */
    readonly structural: SchemaFault[];
    readonly plain: SchemaFault[];
    invalid(key: string | Path, message: string): void;
    required(key: string | Path, message: string): void;
    notStructural(key: string | Path, message: string): void;
    lacking(key: string | Path, message: string, at?: Path): void;
    below(key: string | Path): Path;
}
/** `properties[spec].items.type`: names of properties stand in brackets (field.Path.Key). */
export declare function schemaPath(path: Path): string;
