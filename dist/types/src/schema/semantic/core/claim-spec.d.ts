import type { Field } from "../../../field.ts";
import type { Problems } from "../../problems.ts";
import type { Cluster } from "../validator.ts";
export declare const ACCESS_MODES: string[];
export declare const VOLUME_MODES: string[];
/** VolumeAttributesClass defaults on since this minor. */
export declare const ATTRIBUTES_CLASS_SINCE = 34;
/** `normalized` for a claim itself, whose data sources were made one before. */
export declare function validateClaimSpec(spec: Field, cluster: Cluster, problems: Problems, normalized?: boolean): void;
export declare function validateAccessModes(modes: Field, problems: Problems): void;
/** dropDisabledFields: a data source that is neither a claim nor a snapshot goes, without a word. */
export declare function isDroppedSource(source: Field): boolean;
export declare function dropDataSource(spec: Field, problems: Problems): void;
/** GetWarningsForPersistentVolumeClaimSpec. */
export declare function warnClaimSpec(spec: Field, problems: Problems): void;
