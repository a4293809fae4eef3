// ValidatingAdmissionPolicy, MutatingAdmissionPolicy and their bindings: everything but their CEL expressions
// (pkg/apis/admissionregistration/validation).

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { validateMatchConditions, validateMatchResources } from "./admission-rules.ts";
import { requireText, validateEnum } from "./checks.ts";
import { formatErrors, quote } from "./format.ts";
import { validateMetadata } from "./metadata.ts";
import { byteLength, isDns1035Label, isDns1123Subdomain, isPathSegmentName, isQualifiedName } from "./names.ts";
import { textOf } from "./read.ts";
import { validateLabelSelector } from "./selector.ts";
import type { Validator } from "./validator.ts";

const FAILURE_POLICIES = ["Fail", "Ignore"];
const REASONS = ["Forbidden", "Invalid", "RequestEntityTooLarge"];
const ACTIONS = ["Audit", "Deny", "Warn"];
const MOST_ANNOTATIONS = 20;
const LONGEST_VALUE_EXPRESSION = 5 * 1024;
const RESERVED = new Set(
  "true false null in as break const continue else for function if import let loop package namespace return var void while".split(
    " ",
  ),
);

export const validatePolicy: Validator = (object, _cluster, problems) => {
  const spec = object.get("spec");
  validateCommon(object, problems);
  const validations = spec.get("validations");
  const annotations = spec.get("auditAnnotations");
  if (validations.items().length + annotations.items().length === 0)
    problems.required(validations, "required value: validations or auditAnnotations must contain at least one item", {
      serverAlso: ["spec.auditAnnotations"],
    });
  for (const validation of validations.items()) validateValidation(validation, problems);
  validateAuditAnnotations(annotations, textOf(object.get("metadata", "name")), problems);
};

function validateCommon(object: Field, problems: Problems): void {
  validateMetadata(object, { namespaced: false, name: "subdomain", kubeFinalizers: false }, problems);
  const spec = object.get("spec");
  validateEnum(spec.get("failurePolicy"), FAILURE_POLICIES, problems);
  if (spec.get("paramKind").exists) validateParamKind(spec.get("paramKind"), problems);
  const match = spec.get("matchConstraints");
  if (match.exists) {
    validateMatchResources(match, problems);
    // At least one rule says what the types are.
    if (match.get("resourceRules").items().length === 0)
      problems.required(match.get("resourceRules"), "required value: a policy names the resources it is about");
  } else problems.required(match, "required value: a policy names the resources it is about");
  validateMatchConditions(spec.get("matchConditions"), problems);
  for (const variable of spec.get("variables").items()) validateVariable(variable, problems);
}

function validateParamKind(kind: Field, problems: Problems): void {
  const field = kind.get("apiVersion");
  const text = textOf(field);
  if (requireText(field, "the apiVersion of the parameters", problems) && text !== undefined) {
    const parts = text.split("/");
    const [group, version] = parts.length === 1 ? ["", text] : parts;
    if (parts.length > 2) problems.invalid(field, `unexpected GroupVersion string: ${quote(text)}`);
    else if (!version) problems.invalid(field, `apiVersion ${quote(text)}: version must be specified`);
    else
      formatErrors(
        field,
        "apiVersion",
        () => [...(group ? isDns1123Subdomain(group) : []), ...isDns1035Label(version)],
        problems,
      );
  }
  if (requireText(kind.get("kind"), "the kind of the parameters", problems))
    formatErrors(
      kind.get("kind"),
      "kind",
      name =>
        isDns1035Label(name.toLowerCase()).map(error => `may have mixed case, but should otherwise match: ${error}`),
      problems,
    );
}

function isBlank(field: Field): boolean {
  return textOf(field)?.trim() === "";
}

function validateVariable(variable: Field, problems: Problems): void {
  const field = variable.get("name");
  const name = textOf(field);
  if (isBlank(field)) problems.required(field, "required value: name is not specified");
  else if (name !== undefined && (!/^[_a-zA-Z][_a-zA-Z0-9]*$/.test(name) || RESERVED.has(name)))
    problems.invalid(field, `variable ${quote(name)} must be a valid CEL identifier`);
  if (isBlank(variable.get("expression")))
    problems.required(variable.get("expression"), "required value: expression is not specified");
}

function validateValidation(validation: Field, problems: Problems): void {
  if (isBlank(validation.get("expression")))
    problems.required(validation.get("expression"), "required value: expression is not specified");
  const messageExpression = validation.get("messageExpression");
  if (messageExpression.exists && textOf(messageExpression) !== "" && isBlank(messageExpression))
    problems.invalid(messageExpression, "messageExpression must be non-empty if specified");
  const message = validation.get("message");
  const text = textOf(message);
  if (text !== undefined && text !== "" && text.trim() === "")
    problems.invalid(message, "message must be non-empty if specified");
  else if (text !== undefined && /[\n\r]/.test(text.trim()))
    problems.invalid(message, `message ${quote(text)} must not contain line breaks`);
  validateEnum(validation.get("reason"), REASONS, problems);
}

function validateAuditAnnotations(annotations: Field, name: string | undefined, problems: Problems): void {
  const items = annotations.items();
  if (items.length > MOST_ANNOTATIONS)
    problems.invalid(
      annotations,
      `there are ${items.length}: must not have more than ${MOST_ANNOTATIONS} auditAnnotations`,
    );
  const seen = new Set<string>();
  for (const annotation of items) {
    const field = annotation.get("key");
    const key = textOf(field);
    if (name) formatErrors(field, "annotation key", text => isQualifiedName(`${name}/${text}`), problems);
    if (key !== undefined && seen.has(key)) problems.invalid(field, `duplicate value ${quote(key)}`);
    if (key !== undefined) seen.add(key);
    const value = annotation.get("valueExpression");
    const text = textOf(value)?.trim();
    if (text === "") problems.required(value, "required value: valueExpression is not specified");
    else if (text !== undefined && byteLength(text) > LONGEST_VALUE_EXPRESSION)
      problems.required(
        value,
        `valueExpression has ${byteLength(text)} bytes: must not exceed ${LONGEST_VALUE_EXPRESSION} bytes in length`,
      );
  }
}

export const validateMutatingPolicy: Validator = (object, _cluster, problems) => {
  validateCommon(object, problems);
  const spec = object.get("spec");
  const mutations = spec.get("mutations");
  if (mutations.items().length === 0)
    problems.required(mutations, "required value: mutations must contain at least one item");
  for (const mutation of mutations.items()) validateMutation(mutation, problems);
  validateEnum(spec.get("reinvocationPolicy"), ["IfNeeded", "Never"], problems, { empty: "required" });
};

const PATCHES = { ApplyConfiguration: "applyConfiguration", JSONPatch: "jsonPatch" } as const;

function validateMutation(mutation: Field, problems: Problems): void {
  const type = textOf(mutation.get("patchType"));
  validateEnum(mutation.get("patchType"), Object.keys(PATCHES), problems, { empty: "required" });
  for (const [name, key] of Object.entries(PATCHES)) {
    const field = mutation.get(key);
    if (type === name && !field.exists)
      problems.required(field, `required value: ${key} must be specified when patchType is ${name}`);
    if (type === name && field.exists && isBlank(field.get("expression")))
      problems.required(field.get("expression"), "required value: expression is not specified");
    if (type !== name && field.exists && type !== undefined && type in PATCHES)
      problems.invalid(field, `${key} must not be specified when patchType is ${type}`);
  }
}

/** Both kinds of bindings; only validating ones have actions. */
export function validatePolicyBinding(validating: boolean): Validator {
  return (object, _cluster, problems) => {
    validateMetadata(object, { namespaced: false, name: "subdomain", kubeFinalizers: false }, problems);
    const spec = object.get("spec");
    if (requireText(spec.get("policyName"), "the policy that is bound", problems))
      formatErrors(spec.get("policyName"), "policy name", isDns1123Subdomain, problems, { ruleId: "invalid-name" });
    if (spec.get("paramRef").exists) validateParamRef(spec.get("paramRef"), problems);
    validateMatchResources(spec.get("matchResources"), problems);
    if (validating) validateActions(spec.get("validationActions"), problems);
  };
}

function validateParamRef(reference: Field, problems: Problems): void {
  const name = reference.get("name");
  const selector = reference.get("selector");
  const named = textOf(name) !== "";
  if (named) formatErrors(name, "name", isPathSegmentName, problems);
  validateLabelSelector(selector, problems);
  if (named && selector.exists)
    problems.invalid(name, "name and selector are mutually exclusive", { serverAlso: ["spec.paramRef.selector"] });
  if (!named && !selector.exists)
    problems.required(reference, "required value: one of name or selector must be specified");
  validateEnum(reference.get("parameterNotFoundAction"), ["Deny", "Allow"], problems, { empty: "required" });
}

function validateActions(actions: Field, problems: Problems): void {
  const seen = new Set<string>();
  for (const item of actions.items()) {
    const action = textOf(item);
    if (action === undefined) return;
    validateEnum(item, ACTIONS, problems, { empty: "unsupported" });
    if (seen.has(action)) problems.invalid(item, `duplicate value ${quote(action)}`);
    seen.add(action);
  }
  if (seen.has("Deny") && seen.has("Warn"))
    problems.invalid(
      actions,
      "must not contain both Deny and Warn (repeating the same validation failure information in the API response and headers serves no purpose)",
    );
  if (seen.size === 0) problems.required(actions, "required value: at least one validation action is required");
}
