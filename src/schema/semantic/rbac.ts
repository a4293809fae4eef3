// Role, ClusterRole and their bindings (pkg/apis/rbac/validation, pkg/apis/rbac/v1 defaults).

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { requireText, validateEnum } from "./checks.ts";
import { formatErrors } from "./format.ts";
import { validateMetadata } from "./metadata.ts";
import { isDns1123Subdomain, isPathSegmentName } from "./names.ts";
import { textOf } from "./read.ts";
import { validateLabelSelector } from "./selector.ts";
import { inVersions } from "./served.ts";
import type { Cluster, Validator, Validators } from "./validator.ts";

const GROUP = "rbac.authorization.k8s.io";

function roleValidator(namespaced: boolean): Validator {
  return (object: Field, _cluster: Cluster, problems: Problems) => {
    validateMetadata(object, { namespaced, name: "path-segment" }, problems);
    for (const rule of object.get("rules").items()) validateRule(rule, namespaced, problems);
    const aggregation = object.get("aggregationRule");
    if (!namespaced && aggregation.exists) validateAggregation(aggregation.get("clusterRoleSelectors"), problems);
  };
}

function validateRule(rule: Field, namespaced: boolean, problems: Problems): void {
  const listed = (key: string) => rule.get(key).items().length > 0;
  if (!listed("verbs")) problems.required(rule.get("verbs"), "required value: verbs must contain at least one value");
  if (listed("nonResourceURLs")) {
    const urls = rule.get("nonResourceURLs");
    if (namespaced)
      problems.invalid(urls, "namespaced rules cannot apply to non-resource URLs", {
        help: "such a rule needs a ClusterRole",
      });
    if (["apiGroups", "resources", "resourceNames"].some(listed))
      problems.invalid(urls, "rules cannot apply to both regular resources and non-resource URLs", {
        help: "make two rules of it",
      });
    return;
  }
  if (!listed("apiGroups"))
    problems.required(
      rule.get("apiGroups"),
      'required value: resource rules must supply at least one api group ("" is the core group)',
    );
  if (!listed("resources"))
    problems.required(rule.get("resources"), "required value: resource rules must supply at least one resource");
}

function validateAggregation(selectors: Field, problems: Problems): void {
  const items = selectors.items();
  if (items.length === 0)
    problems.required(
      selectors,
      "required value: at least one clusterRoleSelector required if aggregationRule is non-nil",
    );
  for (const selector of items) validateLabelSelector(selector, problems);
}

function bindingValidator(namespaced: boolean): Validator {
  return (object: Field, _cluster: Cluster, problems: Problems) => {
    validateMetadata(object, { namespaced, name: "path-segment" }, problems);
    const role = object.get("roleRef");
    validateEnum(role.get("apiGroup"), [GROUP], problems, { empty: "default" });
    validateEnum(role.get("kind"), namespaced ? ["Role", "ClusterRole"] : ["ClusterRole"], problems, {
      empty: "unsupported",
    });
    if (requireText(role.get("name"), "the name of the role that is granted", problems))
      formatErrors(role.get("name"), "role name", isPathSegmentName, problems, { ruleId: "invalid-name" });
    for (const subject of object.get("subjects").items()) validateSubject(subject, namespaced, problems);
  };
}

function validateSubject(subject: Field, namespaced: boolean, problems: Problems): void {
  const name = subject.get("name");
  const kind = subject.get("kind");
  const group = subject.get("apiGroup");
  const named = requireText(name, "the name of the user, group or ServiceAccount", problems);
  const value = textOf(kind);
  if (value === "ServiceAccount") {
    if (named) formatErrors(name, "ServiceAccount name", isDns1123Subdomain, problems, { ruleId: "invalid-name" });
    validateEnum(group, [""], problems, { help: "ServiceAccounts are in the core group: leave apiGroup out" });
    const namespace = subject.get("namespace");
    if (!namespaced)
      requireText(namespace, "the namespace of the ServiceAccount: a ClusterRoleBinding is in none", problems);
  } else if (value === "User" || value === "Group") validateEnum(group, [GROUP], problems, { empty: "default" });
  else validateEnum(kind, ["ServiceAccount", "User", "Group"], problems, { empty: "unsupported" });
}

export const validators: Validators = {
  [`${GROUP}/Role`]: inVersions(["v1"], roleValidator(true)),
  [`${GROUP}/ClusterRole`]: inVersions(["v1"], roleValidator(false)),
  [`${GROUP}/RoleBinding`]: inVersions(["v1"], bindingValidator(true)),
  [`${GROUP}/ClusterRoleBinding`]: inVersions(["v1"], bindingValidator(false)),
};
