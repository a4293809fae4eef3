import type { Field } from "../../field.ts";
import type { Details, Problems } from "../problems.ts";
import { type Fault } from "./fault.ts";
/** What the server calls the place of an error of anyOf, oneOf, allOf and not. */
export declare const NO_FIELD = "<nil>";
export interface ReportOptions {
    /** "CRD widgets.example.com v1". */
    readonly by: string;
    /** What the server puts before every field. */
    readonly prefix?: string;
    readonly details?: Details;
}
/** Reports faults of the value at `root`. */
export declare function reportFaults(root: Field, faults: readonly Fault[], options: ReportOptions, problems: Problems): void;
