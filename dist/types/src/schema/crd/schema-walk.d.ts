import type { Path } from "../../diagnostic.ts";
import { type Schema } from "./schema.ts";
import { SchemaReport } from "./schema-report.ts";
export interface Defaulted {
    readonly schema: Schema;
    readonly path: Path;
    /** Inside the metadata of a resource. */
    readonly inMeta: boolean;
}
export interface Walk {
    readonly report: SchemaReport;
    /** Schemas of the structure that have a default. */
    readonly defaults: readonly Defaulted[];
    readonly formats: readonly {
        readonly path: Path;
        readonly format: string;
        readonly type: string;
    }[];
    /** What no structural schema can have is there: then nothing can be said about structure. */
    readonly isUnstructurable: boolean;
    /** `$schema`, which is refused where nothing else is wrong. */
    readonly hasSchemaKey: boolean;
}
export declare function walkSchema(root: Schema): Walk;
