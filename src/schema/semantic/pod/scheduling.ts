// Where a pod may run: tolerations, spread constraints, gates (ValidateTolerations, validateTopologySpreadConstraints, validateSchedulingGates).

import type { Field } from "../../../field.ts";
import { reportUnsupported, requireText, validateEnum } from "../checks.ts";
import { formatErrors } from "../format.ts";
import { isLabelValue, isQualifiedName } from "../names.ts";
import { integerOf, named, pathOf, rawTextOf, textOf } from "../read.ts";
import { validateLabelSelector } from "../selector.ts";
import type { PodScope } from "./scope.ts";

const TOLERATION = { ruleId: "toleration-invalid" };
export const TAINT_EFFECTS = ["NoSchedule", "PreferNoSchedule", "NoExecute"];
/** TaintTolerationComparisonOperators is off up to this minor: Lt and Gt are in the list of what is supported, and refused. */
const COMPARISON_OFF_UNTIL = 35;

type TolerationScope = Pick<PodScope, "problems" | "minor">;

/** Also the tolerations of a RuntimeClass. */
export function validateTolerations(tolerations: Field, scope: TolerationScope): void {
  for (const toleration of tolerations.items()) validateToleration(toleration, scope);
}

function validateToleration(toleration: Field, scope: TolerationScope): void {
  const { problems } = scope;
  const key = toleration.get("key");
  const keyText = textOf(key);
  const operator = toleration.get("operator");
  const name = textOf(operator);
  if (keyText !== "") formatErrors(key, "taint key", isQualifiedName, problems, TOLERATION);
  else if (name !== "Exists" && name !== undefined)
    problems.invalid(
      operator,
      'operator must be Exists when `key` is empty, which means "match all values and all keys"',
      TOLERATION,
    );
  const effect = toleration.get("effect");
  const effectName = textOf(effect);
  const seconds = toleration.get("tolerationSeconds");
  if (seconds.exists && effectName !== "NoExecute" && effectName !== undefined)
    problems.invalid(
      effect,
      `effect ${effectName === "" ? "is not set, but" : `"${effectName}"`} must be 'NoExecute' when \`tolerationSeconds\` is set`,
      {
        ...TOLERATION,
        related: [{ field: seconds, message: "tolerationSeconds" }],
      },
    );
  if (name !== undefined) validateOperator(toleration, operator, name, scope);
  if (effectName !== "") validateEnum(effect, TAINT_EFFECTS, problems, TOLERATION);
}

function validateOperator(toleration: Field, operator: Field, name: string, scope: TolerationScope): void {
  const { problems, minor } = scope;
  const value = toleration.get("value");
  // The server finds fault with the value and names the operator.
  const details = { ...TOLERATION, serverField: pathOf(operator) };
  if (name === "" || name === "Equal")
    formatErrors(value, "label value, which a toleration's value has to be", isLabelValue, problems, details);
  else if (name === "Exists") {
    if (rawTextOf(value) !== "")
      problems.invalid(
        value,
        `value ${JSON.stringify(value.scalar)} must be empty when \`operator\` is 'Exists'`,
        details,
      );
  } else if ((name === "Lt" || name === "Gt") && minor >= COMPARISON_OFF_UNTIL) {
    if (minor === COMPARISON_OFF_UNTIL)
      problems.invalid(
        operator,
        `unsupported value "${name}": the feature gate TaintTolerationComparisonOperators is off by default; supported values: "Equal", "Exists"`,
        TOLERATION,
      );
  } else reportUnsupported(operator, name, ["Equal", "Exists"], problems, TOLERATION);
}

export function validateSpread(scope: PodScope): void {
  const list = scope.spec.get("topologySpreadConstraints").items();
  const seen = new Map<string, Field>();
  // The server compares each constraint with those after it, and names the earlier one.
  for (const constraint of [...list].reverse()) {
    const key = `${rawTextOf(constraint.get("topologyKey"))} ${rawTextOf(constraint.get("whenUnsatisfiable"))}`;
    const later = seen.get(key);
    if (later !== undefined)
      scope.problems.invalid(
        constraint.get("topologyKey"),
        `duplicate value: two constraints for topologyKey "${textOf(constraint.get("topologyKey")) ?? ""}" with the same whenUnsatisfiable`,
        {
          serverField: `${pathOf(constraint)}.{topologyKey, whenUnsatisfiable}`,
          related: [{ field: later, message: "the other constraint" }],
        },
      );
    else seen.set(key, constraint);
  }
  for (const constraint of list) validateConstraint(constraint, scope);
}

function validateConstraint(constraint: Field, scope: PodScope): void {
  const { problems } = scope;
  const skew = integerOf(constraint.get("maxSkew"));
  if (skew !== undefined && skew <= 0)
    problems.invalid(constraint.get("maxSkew"), `maxSkew ${skew} must be greater than zero`);
  requireText(constraint.get("topologyKey"), "topologyKey can not be empty", problems);
  const action = constraint.get("whenUnsatisfiable");
  validateEnum(action, ["DoNotSchedule", "ScheduleAnyway"], problems, { empty: "unsupported" });
  const domains = constraint.get("minDomains");
  const count = integerOf(domains);
  if (domains.exists && count !== undefined) {
    const how = textOf(action);
    if (count <= 0) problems.invalid(domains, `minDomains ${count} must be greater than zero`);
    else if (how !== "DoNotSchedule" && how !== undefined)
      problems.invalid(domains, `can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ${how}`);
  }
  for (const key of ["nodeAffinityPolicy", "nodeTaintsPolicy"])
    validateEnum(constraint.get(key), ["Honor", "Ignore"], problems);
  validateMatchLabelKeys(constraint, scope);
  validateLabelSelector(constraint.get("labelSelector"), problems);
}

/** The keys that a selector speaks of. */
export function selectorKeys(selector: Field): Set<string> {
  const keys = new Set(
    selector
      .get("matchLabels")
      .entries()
      .map(entry => String(entry.key)),
  );
  for (const requirement of selector.get("matchExpressions").items()) {
    const key = textOf(requirement.get("key"));
    if (key !== undefined) keys.add(key);
  }
  return keys;
}

function validateMatchLabelKeys(constraint: Field, scope: PodScope): void {
  const { problems } = scope;
  const keys = constraint.get("matchLabelKeys");
  const selector = constraint.get("labelSelector");
  if (keys.items().length === 0) return;
  if (!selector.exists) problems.invalid(keys, "matchLabelKeys must not be specified when labelSelector is not set");
  const taken = selectorKeys(selector);
  for (const key of keys.items()) {
    formatErrors(key, "label key", isQualifiedName, problems);
    const text = textOf(key);
    if (text !== undefined && taken.has(text))
      problems.invalid(key, `label "${text}" exists in both matchLabelKeys and labelSelector`);
  }
}

export function validateGates(scope: PodScope): void {
  const { spec, problems, context } = scope;
  for (const gate of spec.get("readinessGates").items())
    formatErrors(gate.get("conditionType"), "condition type", isQualifiedName, problems);
  const seen = new Set<string>();
  for (const gate of spec.get("schedulingGates").items()) {
    const field = gate.get("name");
    const details = named(() => pathOf(gate));
    formatErrors(field, "scheduling gate", isQualifiedName, problems, details);
    const name = rawTextOf(field);
    if (name !== undefined && seen.has(name))
      problems.invalid(field, `duplicate value: scheduling gate "${name}"`, details);
    if (name !== undefined) seen.add(name);
  }
  const nodeName = spec.get("nodeName");
  if (seen.size > 0 && rawTextOf(nodeName) !== "")
    problems.invalid(
      nodeName,
      "nodeName cannot be set until all schedulingGates have been cleared",
      context.podKind === "Pod" ? {} : { server: undefined },
    );
}
