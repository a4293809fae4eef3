import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import type { Cluster, Validator } from "./validator.ts";

/** The version part of the object's apiVersion: "v1" of "apps/v1". */
export function versionOf(object: Field): string {
  const apiVersion = object.get("apiVersion").string ?? "";
  return apiVersion.slice(apiVersion.indexOf("/") + 1);
}

/** Runs a validator on the versions whose fields it knows: earlier ones had other fields and other defaults. */
export function inVersions(versions: readonly string[], validator: Validator): Validator {
  return (object: Field, cluster: Cluster, problems: Problems) => {
    if (versions.includes(versionOf(object))) validator(object, cluster, problems);
  };
}
