import type { Field } from "../../../field.ts";
import type { Problems } from "../../problems.ts";
export interface SourceOptions {
    readonly problems: Problems;
    /** The source of a PersistentVolume: its Secrets are named with their namespaces. */
    readonly persistent: boolean;
}
export type SourceCheck = (source: Field, options: SourceOptions) => void;
export declare const validateHostPath: SourceCheck;
/** ValidateCSIDriverName. */
export declare function validateDriverName(field: Field, problems: Problems): void;
/** The kinds that pods and PersistentVolumes have in common, and the pods' simple ones. */
export declare const SOURCES: Readonly<Record<string, SourceCheck>>;
