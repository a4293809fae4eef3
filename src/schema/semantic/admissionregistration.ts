// Webhook configurations and admission policies (pkg/apis/admissionregistration/validation, defaults of v1). CEL is compiled in src/policy/judge.ts.

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { validateMutatingPolicy, validatePolicy, validatePolicyBinding } from "./admission-policies.ts";
import { validateMatchConditions, validateRules } from "./admission-rules.ts";
import { requireText, validateEnum } from "./checks.ts";
import { formatErrors, quote } from "./format.ts";
import { isPortNumber } from "./intorstring.ts";
import { validateMetadata } from "./metadata.ts";
import { isDns1035Label, isDns1123Subdomain } from "./names.ts";
import { integerOf, pathOf, textOf } from "./read.ts";
import { validateLabelSelector } from "./selector.ts";
import { inVersions } from "./served.ts";
import type { Cluster, Validator, Validators } from "./validator.ts";

const REVIEWS = ["v1", "v1beta1"];
const HTTPS = 443;
const TIMEOUT = { least: 1, most: 30 };

function webhookValidator(mutating: boolean): Validator {
  return (object: Field, _cluster: Cluster, problems: Problems) => {
    validateMetadata(object, { namespaced: false, name: "subdomain", kubeFinalizers: false }, problems);
    const names = new Set<string>();
    for (const hook of object.get("webhooks").items()) {
      validateWebhook(hook, mutating, problems);
      const name = textOf(hook.get("name"));
      if (!name) continue;
      if (names.has(name))
        problems.invalid(hook.get("name"), `duplicate value ${quote(name)}: webhook names are unique`);
      names.add(name);
    }
  };
}

function validateWebhook(hook: Field, mutating: boolean, problems: Problems): void {
  validateQualified(hook.get("name"), problems);
  validateRules(hook.get("rules"), problems);
  validateEnum(hook.get("failurePolicy"), ["Fail", "Ignore"], problems);
  validateEnum(hook.get("matchPolicy"), ["Equivalent", "Exact"], problems);
  validateSideEffects(hook.get("sideEffects"), problems);
  const timeout = hook.get("timeoutSeconds");
  const seconds = integerOf(timeout, TIMEOUT.least);
  if (seconds !== undefined && (seconds < TIMEOUT.least || seconds > TIMEOUT.most))
    problems.invalid(timeout, `timeoutSeconds ${seconds} s: the timeout value must be between 1 and 30 seconds`);
  for (const key of ["namespaceSelector", "objectSelector"]) validateLabelSelector(hook.get(key), problems);
  if (mutating) validateEnum(hook.get("reinvocationPolicy"), ["IfNeeded", "Never"], problems);
  validateClientConfig(hook.get("clientConfig"), problems);
  validateMatchConditions(hook.get("matchConditions"), problems);
  validateReviewVersions(hook.get("admissionReviewVersions"), problems);
}

/** IsFullyQualifiedName. */
function validateQualified(field: Field, problems: Problems): void {
  const name = textOf(field);
  if (!requireText(field, 'a webhook has a name of three parts, such as "guard.example.com"', problems)) return;
  if (
    formatErrors(field, "domain name", isDns1123Subdomain, problems) &&
    name !== undefined &&
    name.split(".").length < 3
  )
    problems.invalid(field, `name ${quote(name)} should be a domain with at least three segments separated by dots`);
}

function validateSideEffects(field: Field, problems: Problems): void {
  if (!field.exists) {
    problems.required(field, "required value: must specify one of None, NoneOnDryRun");
    return;
  }
  const value = textOf(field);
  const help =
    value === "Some" || value === "Unknown"
      ? { help: `"${value}" went away with v1beta1: a dry run must change nothing` }
      : {};
  validateEnum(field, ["None", "NoneOnDryRun"], problems, help);
}

function validateReviewVersions(field: Field, problems: Problems): void {
  const items = field.items();
  if (items.length === 0) {
    problems.required(field, `required value: must specify one of ${REVIEWS.join(", ")}`);
    return;
  }
  const seen = new Set<string>();
  for (const item of items) {
    const version = textOf(item);
    if (version === undefined) return;
    if (seen.has(version)) problems.invalid(item, `duplicate version ${quote(version)}`);
    else formatErrors(item, "version", isDns1035Label, problems);
    seen.add(version);
  }
  if (!REVIEWS.some(version => seen.has(version)))
    problems.invalid(field, `${[...seen].map(quote).join(", ")}: must include at least one of ${REVIEWS.join(", ")}`);
}

function validateClientConfig(config: Field, problems: Problems): void {
  const url = config.get("url");
  const service = config.get("service");
  if (url.exists === service.exists)
    problems.required(config, "required value: exactly one of url or service is required", {
      related: url.exists ? [url, service].map(field => ({ field, message: `${field.key} is set` })) : [],
    });
  else if (url.exists) validateUrl(url, problems);
  else validateServiceReference(service, problems);
}

/** ValidateWebhookURL. */
function validateUrl(field: Field, problems: Problems): void {
  const text = textOf(field);
  if (text === undefined) return;
  const [, scheme = "", rest = ""] = /^([A-Za-z][\w+.-]*):\/\/(.*)$/s.exec(text) ?? [];
  const [, authority = "", tail = ""] = /^([^/?#]*)(.*)$/s.exec(rest) ?? [];
  const invalid = (message: string) => problems.invalid(field, `url ${quote(text)}: ${message}`);
  if (scheme.toLowerCase() !== "https")
    invalid("'https' is the only allowed URL scheme; desired format: https://host[/path]");
  if (authority.replace(/^.*@/s, "") === "") invalid("host must be specified; desired format: https://host[/path]");
  if (authority.includes("@")) invalid("user information is not permitted in the URL");
  if (!isAuthority(authority)) invalid("url must be a valid URL");
  if (tail.includes("#")) invalid("fragments are not permitted in the URL");
  if (tail.split("#")[0]?.includes("?")) invalid("query parameters are not permitted in the URL");
}

/** What net/url takes for a host: no blanks and brackets, and a port only of digits. */
function isAuthority(authority: string): boolean {
  const colon = authority.lastIndexOf(":");
  const port = colon > authority.lastIndexOf("]") ? authority.slice(colon + 1) : "";
  return !/[\s"<>\\^`{|}]/.test(authority) && /^[0-9]*$/.test(port);
}

/** ValidateWebhookService. */
function validateServiceReference(service: Field, problems: Problems): void {
  // ValidateWebhookService is called with name and namespace the wrong way round, so each error names the other field.
  for (const [key, named] of [
    ["name", "namespace"],
    ["namespace", "name"],
  ] as const)
    requireText(service.get(key), `the ${key} of the Service that answers`, problems, {
      serverField: `${pathOf(service)}.${named}`,
    });
  const port = integerOf(service.get("port"), HTTPS);
  if (port !== undefined && !isPortNumber(port))
    problems.invalid(
      service.get("port"),
      `port ${port} is not valid: port is not valid: must be between 1 and 65535, inclusive`,
    );
  const path = service.get("path");
  if (path.exists) validatePath(path, problems);
}

function validatePath(field: Field, problems: Problems): void {
  const path = textOf(field);
  if (path === undefined || path === "" || path === "/") return;
  if (!path.startsWith("/")) {
    problems.invalid(field, `path ${quote(path)} must start with a '/'`);
    return;
  }
  const steps = path.slice(1).replace(/\/$/, "").split("/");
  for (const [index, step] of steps.entries()) {
    if (step === "") problems.invalid(field, `path ${quote(path)}: segment[${index}] may not be empty`);
    else {
      const errors = isDns1123Subdomain(step);
      if (errors.length > 0) problems.invalid(field, `path ${quote(path)}: segment[${index}]: ${errors.join("; ")}`);
    }
  }
}

const GROUP = "admissionregistration.k8s.io";

export const validators: Validators = {
  [`${GROUP}/ValidatingWebhookConfiguration`]: inVersions(["v1"], webhookValidator(false)),
  [`${GROUP}/MutatingWebhookConfiguration`]: inVersions(["v1"], webhookValidator(true)),
  [`${GROUP}/ValidatingAdmissionPolicy`]: inVersions(["v1", "v1beta1", "v1alpha1"], validatePolicy),
  [`${GROUP}/ValidatingAdmissionPolicyBinding`]: inVersions(["v1", "v1beta1", "v1alpha1"], validatePolicyBinding(true)),
  [`${GROUP}/MutatingAdmissionPolicy`]: validateMutatingPolicy,
  [`${GROUP}/MutatingAdmissionPolicyBinding`]: validatePolicyBinding(false),
};
