// PriorityClass (pkg/apis/scheduling/validation).

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { validateEnum } from "./checks.ts";
import { validateMetadata } from "./metadata.ts";
import { integerOf, isTrue, textOf } from "./read.ts";
import { inVersions } from "./served.ts";
import type { Cluster, Validators } from "./validator.ts";

const HIGHEST = 1_000_000_000;
const SYSTEM: Readonly<Record<string, number>> = {
  "system-cluster-critical": 2_000_000_000,
  "system-node-critical": 2_000_001_000,
};

function validatePriorityClass(object: Field, _cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: false, name: "subdomain" }, problems);
  validateValue(object, problems);
  validateEnum(object.get("preemptionPolicy"), ["PreemptLowerPriority", "Never"], problems);
}

function validateValue(object: Field, problems: Problems): void {
  const field = object.get("metadata", "name");
  const name = textOf(field);
  const value = integerOf(object.get("value"));
  if (name === undefined || value === undefined) return;
  if (!name.startsWith("system-")) {
    if (value > HIGHEST)
      problems.invalid(
        object.get("value"),
        `value ${value}: maximum allowed value of a user defined priority is ${HIGHEST}`,
      );
    return;
  }
  const system = SYSTEM[name];
  if (system === value && !isTrue(object.get("globalDefault"))) return;
  const error =
    system === undefined
      ? `${name} is not a known system priority class`
      : system !== value
        ? `value of ${name} PriorityClass must be ${system}`
        : `globalDefault of ${name} must be false`;
  problems.invalid(
    field,
    `"${name}": priority class names with 'system-' prefix are reserved for system use only. error: ${error}`,
    {
      ruleId: "invalid-name",
    },
  );
}

export const validators: Validators = { "scheduling.k8s.io/PriorityClass": inVersions(["v1"], validatePriorityClass) };
