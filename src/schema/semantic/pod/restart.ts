// The restart policy of single containers: sidecars since 1.29, restart rules since 1.35 (validateContainerRestartPolicy).

import type { Field } from "../../../field.ts";
import { validateEnum } from "../checks.ts";
import type { PodScope } from "./scope.ts";

/** SidecarContainers is off in 1.28, where the field first appears. */
const SIDECARS_SINCE = 29;
/** ContainerRestartRules is off in 1.34, where its fields first appear. */
const RULES_SINCE = 35;
const RULES_ALPHA = 34;
/** RestartAllContainersOnContainerExits defaults on since this minor. */
const RESTART_ALL_SINCE = 36;
const MOST_RULES = 20;
const MOST_EXIT_CODES = 255;
const VERSION_RULE = { ruleId: "container-restart-policy-version" };

export function validateContainerRestart(container: Field, scope: PodScope): void {
  const policy = container.get("restartPolicy");
  const rules = container.get("restartPolicyRules");
  if (scope.minor >= RULES_SINCE) {
    validateEnum(policy, ["Always", "Never", "OnFailure"], scope.problems);
    if (!policy.exists && rules.items().length > 0)
      scope.problems.required(policy, "required value: must specify restartPolicy when restart rules are used");
    validateRules(rules, scope);
  } else if (policy.exists) validateOldPolicy(policy, scope);
}

function validateOldPolicy(policy: Field, scope: PodScope): void {
  const { minor, problems } = scope;
  if (policy.parent?.parent?.key !== "initContainers") {
    if (minor === RULES_ALPHA)
      problems.drops(
        policy,
        "restartPolicy of a container is dropped without a word by Kubernetes 1.34: its feature gate is on since 1.35",
        VERSION_RULE,
      );
    else
      problems.invalid(
        policy,
        `restartPolicy may not be set for non-init containers in Kubernetes 1.${minor}: it is accepted since 1.35`,
        VERSION_RULE,
      );
  } else if (minor < SIDECARS_SINCE) {
    problems.drops(
      policy,
      `restartPolicy of an init container is dropped without a word by Kubernetes 1.${minor}: sidecars are on since 1.29, so this container has to end before the others start`,
      { ...VERSION_RULE, severity: "error" },
    );
  } else validateEnum(policy, ["Always"], problems, VERSION_RULE);
}

function validateRules(rules: Field, scope: PodScope): void {
  const { problems } = scope;
  const actions = scope.minor >= RESTART_ALL_SINCE ? ["Restart", "RestartAllContainers"] : ["Restart"];
  const count = rules.items().length;
  if (count > MOST_RULES)
    problems.invalid(rules, `${count} restart rules are too many: must have at most ${MOST_RULES} items`);
  for (const rule of rules.items()) {
    validateEnum(rule.get("action"), actions, problems, { empty: "unsupported" });
    const codes = rule.get("exitCodes");
    if (!codes.exists) {
      problems.required(codes, "required value: a restart rule needs its exitCodes; they must be specified");
      continue;
    }
    validateEnum(codes.get("operator"), ["In", "NotIn"], problems, { empty: "unsupported" });
    const values = codes.get("values");
    if (values.items().length > MOST_EXIT_CODES)
      problems.invalid(
        values,
        `${values.items().length} exit codes are too many: must have at most ${MOST_EXIT_CODES} items`,
      );
  }
}
