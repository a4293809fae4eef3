// Lease (pkg/apis/coordination/validation, pkg/registry/coordination/lease).

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { validateNonnegative } from "./checks.ts";
import { validateMetadata } from "./metadata.ts";
import { integerOf } from "./read.ts";
import { inVersions } from "./served.ts";
import type { Cluster, Validators } from "./validator.ts";

function validateLease(object: Field, _cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: true, name: "subdomain", kubeFinalizers: false }, problems);
  const spec = object.get("spec");
  const duration = spec.get("leaseDurationSeconds");
  const seconds = integerOf(duration, 1);
  if (seconds !== undefined && seconds <= 0)
    problems.invalid(duration, `leaseDurationSeconds ${seconds} must be greater than 0`);
  validateNonnegative(spec.get("leaseTransitions"), problems);
  for (const key of ["strategy", "preferredHolder"])
    if (spec.get(key).exists)
      problems.drops(
        spec.get(key),
        `${key} is dropped without a word: the feature gate CoordinatedLeaderElection is off`,
      );
}

export const validators: Validators = { "coordination.k8s.io/Lease": inVersions(["v1"], validateLease) };
