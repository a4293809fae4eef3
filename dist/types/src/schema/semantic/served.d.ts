import type { Field } from "../../field.ts";
import type { Validator } from "./validator.ts";
/** The version part of the object's apiVersion: "v1" of "apps/v1". */
export declare function versionOf(object: Field): string;
/** Runs a validator on the versions whose fields it knows: earlier ones had other fields and other defaults. */
export declare function inVersions(versions: readonly string[], validator: Validator): Validator;
