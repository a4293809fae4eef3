// PodDisruptionBudget (pkg/apis/policy/validation).

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { validateEnum } from "./checks.ts";
import { validateMetadata } from "./metadata.ts";
import { validateAtMost100Percent, validateIntOrPercent } from "./rolling-update.ts";
import { validateLabelSelector } from "./selector.ts";
import { inVersions } from "./served.ts";
import { shown } from "./shown.ts";
import type { Cluster, Validators } from "./validator.ts";

function validateBudget(object: Field, _cluster: Cluster, problems: Problems): void {
  // ValidatePodDisruptionBudget leaves the metadata to the check that all objects go through.
  validateMetadata(object, { namespaced: true, name: "path-segment", kubeFinalizers: false }, problems);
  const spec = object.get("spec");
  const limits = [spec.get("minAvailable"), spec.get("maxUnavailable")].filter(field => field.exists);
  if (limits.length === 2)
    problems.invalid(spec, "minAvailable and maxUnavailable cannot be both set", {
      related: limits.map(field => ({ field, message: `${field.key} is ${shown(field)}` })),
    });
  for (const field of limits) {
    validateIntOrPercent(field, problems, {});
    validateAtMost100Percent(field, problems, {});
  }
  validateLabelSelector(spec.get("selector"), problems);
  validateEnum(spec.get("unhealthyPodEvictionPolicy"), ["AlwaysAllow", "IfHealthyBudget"], problems);
}

export const validators: Validators = {
  "policy/PodDisruptionBudget": inVersions(["v1", "v1beta1"], validateBudget),
};
