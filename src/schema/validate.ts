// One object, as the API server would judge its creation: which kind it is, its shape, then what it means.

import type { Field } from "../field.ts";
import { Problems } from "./problems.ts";
import { loadValidators, validatorsOf } from "./semantic/index.ts";
import type { Validation, ValidationOptions } from "./validation.ts";

export type ResourceValidator = (root: Field, options: ValidationOptions) => Validation;

/** Loads what the given objects need. The validator judges objects of the groups that were loaded. */
export async function loadValidator(roots: Iterable<Field>): Promise<ResourceValidator> {
  for (const root of roots) {
    const apiVersion = root.get("apiVersion").scalar;
    if (typeof apiVersion === "string")
      await loadValidators(apiVersion.includes("/") ? (apiVersion.split("/")[0] ?? "") : "");
  }
  return (root, { minor }) => {
    const apiVersion = String(root.get("apiVersion").scalar);
    const group = apiVersion.includes("/") ? (apiVersion.split("/")[0] ?? "") : "";
    const validator = validatorsOf(group)?.[`${group}/${root.get("kind").scalar}`];
    const problems = new Problems();
    validator?.(root, { minor }, problems);
    return { known: validator === undefined ? "unknown" : "built-in", problems: problems.list, dropped: [] };
  };
}
