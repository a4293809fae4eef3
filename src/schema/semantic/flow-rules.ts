// The rules of a FlowSchema (pkg/apis/flowcontrol/validation ValidateFlowSchemaPolicyRulesWithSubjects).

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { reportUnsupported, requireText, validateEnum } from "./checks.ts";
import { formatErrors, quote } from "./format.ts";
import { isDns1123Label, isDns1123Subdomain } from "./names.ts";
import { isTrue, pathOf, textOf } from "./read.ts";

const VERBS = ["create", "delete", "deletecollection", "get", "list", "patch", "proxy", "update", "watch"];
const SUBJECTS = ["Group", "ServiceAccount", "User"];

export function validateFlowRules(rule: Field, problems: Problems): void {
  const subjects = rule.get("subjects");
  if (subjects.items().length === 0)
    problems.required(subjects, "required value: subjects must contain at least one value");
  for (const subject of subjects.items()) validateSubject(subject, problems);
  const resources = rule.get("resourceRules").items();
  const others = rule.get("nonResourceRules").items();
  if (resources.length === 0 && others.length === 0)
    problems.required(rule, "required value: at least one of resourceRules and nonResourceRules has to be non-empty");
  for (const resource of resources) validateResourceRule(resource, problems);
  for (const other of others) validateNonResourceRule(other, problems);
}

function validateSubject(subject: Field, problems: Problems): void {
  const kind = textOf(subject.get("kind"));
  if (kind === undefined) return;
  if (!SUBJECTS.includes(kind)) {
    reportUnsupported(subject.get("kind"), kind, SUBJECTS, problems);
    return;
  }
  const own = kind[0]?.toLowerCase() + kind.slice(1);
  const field = subject.get(own);
  if (field.exists) validateSubjectName(field, kind, problems);
  else problems.required(field, `required value: ${own} is required when subject kind is '${kind}'`);
  for (const other of ["group", "serviceAccount", "user"])
    if (other !== own && subject.get(other).exists) {
      const wanted = SUBJECTS.find(word => word.toLowerCase() === other.toLowerCase()) ?? other;
      problems.invalid(subject.get(other), `${other} is forbidden when subject kind is not '${wanted}'`);
    }
}

function validateSubjectName(field: Field, kind: string, problems: Problems): void {
  const name = field.get("name");
  const named = requireText(name, `the name of the ${kind}`, problems);
  if (kind !== "ServiceAccount") return;
  if (named && textOf(name) !== "*") formatErrors(name, "ServiceAccount name", isDns1123Subdomain, problems);
  const namespace = field.get("namespace");
  if (requireText(namespace, "must specify namespace for service account", problems))
    formatErrors(namespace, "namespace", isDns1123Label, problems);
}

/** True when "*" stands for all; it must stand alone. */
function isWildcard(list: Field, what: string, problems: Problems): boolean {
  const items = list.items().map(textOf);
  if (!items.includes("*")) return false;
  if (items.length > 1) problems.invalid(list, `if '*' is present, must not specify other ${what}`);
  return true;
}

function validateVerbs(verbs: Field, problems: Problems): void {
  if (verbs.items().length === 0) problems.required(verbs, "required value: verbs must contain at least one value");
  else if (!isWildcard(verbs, "verbs", problems))
    for (const verb of verbs.items())
      validateEnum(verb, VERBS, problems, { empty: "unsupported", serverField: pathOf(verbs) });
}

function validateResourceRule(rule: Field, problems: Problems): void {
  validateVerbs(rule.get("verbs"), problems);
  for (const [key, one, all] of [
    ["apiGroups", "api group", "api groups"],
    ["resources", "resource", "resources"],
  ] as const) {
    const list = rule.get(key);
    if (list.items().length === 0)
      problems.required(list, `required value: resource rules must supply at least one ${one}`);
    else isWildcard(list, all, problems);
  }
  const namespaces = rule.get("namespaces");
  if (namespaces.items().length === 0) {
    if (!isTrue(rule.get("clusterScope")))
      problems.required(
        namespaces,
        "required value: resource rules that are not cluster scoped must supply at least one namespace",
      );
  } else if (!isWildcard(namespaces, "namespaces", problems))
    for (const namespace of namespaces.items()) formatErrors(namespace, "namespace", isDns1123Label, problems);
}

function validateNonResourceRule(rule: Field, problems: Problems): void {
  validateVerbs(rule.get("verbs"), problems);
  const urls = rule.get("nonResourceURLs");
  if (urls.items().length === 0)
    problems.required(urls, "required value: nonResourceURLs must contain at least one value");
  else if (!isWildcard(urls, "non-resource URLs", problems))
    for (const url of urls.items()) {
      const text = textOf(url);
      const error = text === undefined ? undefined : urlError(text);
      if (error !== undefined) problems.invalid(url, `${quote(text ?? "")} ${error}`);
    }
}

/** ValidateNonResourceURLPath. */
function urlError(path: string): string | undefined {
  if (path === "") return "must not be empty";
  if (path === "/") return undefined;
  if (!path.startsWith("/")) return "must start with slash";
  if (path.includes(" ")) return "must not contain white-space";
  if (path.includes("//")) return "must not contain double slash";
  const star = path.indexOf("*");
  return star >= 0 && !(star === path.length - 1 && path.endsWith("/*"))
    ? "wildcard can only do suffix matching"
    : undefined;
}
