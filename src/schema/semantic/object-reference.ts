// References to objects by kind and name.

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { requireText } from "./checks.ts";
import { formatErrors } from "./format.ts";
import { isDns1123Subdomain, isPathSegmentName } from "./names.ts";

/** TypedLocalObjectReference (pkg/apis/networking/validation validateIngressTypedLocalObjectReference). */
export function validateTypedReference(reference: Field, problems: Problems): void {
  const group = reference.get("apiGroup");
  if (group.exists) formatErrors(group, "API group", isDns1123Subdomain, problems);
  for (const key of ["kind", "name"])
    if (requireText(reference.get(key), `${key} is required`, problems))
      formatErrors(reference.get(key), key, isPathSegmentName, problems);
}
