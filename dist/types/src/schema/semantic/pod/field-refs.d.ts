import type { Field } from "../../../field.ts";
import type { Problems } from "../../problems.ts";
export declare const ENV_FIELDS: string[];
export declare const VOLUME_FIELDS: string[];
/** `serverField` is the path by which the server names the reference: inside volumes it leaves the item's number out. */
export declare function validateFieldRef(ref: Field, supported: readonly string[], problems: Problems, serverField?: string): void;
export declare function validateResourceFieldRef(ref: Field, inVolume: boolean, problems: Problems, serverField?: string): void;
