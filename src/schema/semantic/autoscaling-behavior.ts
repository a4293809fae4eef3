// The behavior of a HorizontalPodAutoscaler (pkg/apis/autoscaling/validation validateScalingRules).

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { validateEnum } from "./checks.ts";
import { quantityOf } from "./quantity.ts";
import { integerOf } from "./read.ts";
import { shown } from "./shown.ts";

const LONGEST_WINDOW = 3600;
const LONGEST_PERIOD = 1800;

export function validateBehavior(behavior: Field, problems: Problems): void {
  for (const direction of ["scaleUp", "scaleDown"]) {
    const rules = behavior.get(direction);
    if (rules.exists) validateRules(rules, problems);
  }
}

function validateRules(rules: Field, problems: Problems): void {
  const window = rules.get("stabilizationWindowSeconds");
  const seconds = integerOf(window);
  if (seconds !== undefined && seconds < 0)
    problems.invalid(window, `stabilizationWindowSeconds ${seconds} must be greater than or equal to zero`);
  if (seconds !== undefined && seconds > LONGEST_WINDOW)
    problems.invalid(window, `stabilizationWindowSeconds ${seconds} must be less than or equal to ${LONGEST_WINDOW}`);
  validateEnum(rules.get("selectPolicy"), ["Disabled", "Max", "Min"], problems);
  const policies = rules.get("policies");
  // Without the field there are default policies, an empty list stays empty.
  if (policies.isList && policies.items().length === 0)
    problems.required(policies, "required value: must specify at least one Policy", {
      help: "selectPolicy: Disabled turns a direction off",
    });
  for (const policy of policies.items()) validatePolicy(policy, problems);
  const tolerance = quantityOf(rules.get("tolerance"));
  if (tolerance !== undefined && tolerance < 0n)
    problems.invalid(
      rules.get("tolerance"),
      `tolerance ${shown(rules.get("tolerance"))} must be greater than or equal to 0`,
    );
}

function validatePolicy(policy: Field, problems: Problems): void {
  validateEnum(policy.get("type"), ["Percent", "Pods"], problems, { empty: "unsupported" });
  for (const key of ["value", "periodSeconds"]) {
    const field = policy.get(key);
    const value = integerOf(field);
    if (value !== undefined && value <= 0)
      problems.invalid(
        field,
        field.exists
          ? `${key} ${value} must be greater than zero`
          : `required value: ${key} is missing, which counts as 0 and must be greater than zero`,
        {
          ...(field.exists ? {} : { ruleId: "missing-field" }),
        },
      );
  }
  const period = integerOf(policy.get("periodSeconds"));
  if (period !== undefined && period > LONGEST_PERIOD)
    problems.invalid(
      policy.get("periodSeconds"),
      `periodSeconds ${period} must be less than or equal to ${LONGEST_PERIOD}`,
    );
}
