// APIService (kube-aggregator pkg/apis/apiregistration/validation).

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { requireText } from "./checks.ts";
import { formatErrors, quote } from "./format.ts";
import { isPortNumber, PORT_RANGE_MESSAGE } from "./intorstring.ts";
import { validateMetadata } from "./metadata.ts";
import { isDns1035Label, isDns1123Subdomain, isPathSegmentName } from "./names.ts";
import { integerOf, isTrue, textOf } from "./read.ts";
import { inVersions } from "./served.ts";
import type { Cluster, Validators } from "./validator.ts";

const HTTPS = 443;

function validateApiService(object: Field, _cluster: Cluster, problems: Problems): void {
  const spec = object.get("spec");
  const group = textOf(spec.get("group"));
  const version = textOf(spec.get("version"));
  const required = `${version}.${group}`;
  const check = (name: string) => [
    ...isPathSegmentName(name),
    ...(group === undefined || version === undefined || name === required
      ? []
      : [`must be \`spec.version+"."+spec.group\`: "${required}"`]),
  ];
  validateMetadata(object, { namespaced: false, name: check, kubeFinalizers: false }, problems);
  if (group !== "") formatErrors(spec.get("group"), "API group", isDns1123Subdomain, problems);
  else if (version !== "v1" && version !== undefined)
    problems.required(
      spec.get("group"),
      "required value: only v1 may have an empty group and it better be legacy kube",
    );
  formatErrors(spec.get("version"), "API version", isDns1035Label, problems);
  validatePriority(spec.get("groupPriorityMinimum"), 20_000, problems);
  validatePriority(spec.get("versionPriority"), 1000, problems);
  validateServiceReference(spec, problems);
}

function validatePriority(field: Field, most: number, problems: Problems): void {
  const value = integerOf(field);
  if (value !== undefined && (value <= 0 || value > most))
    problems.invalid(field, `${field.key} ${value} must be positive and less than ${most}`);
}

function validateServiceReference(spec: Field, problems: Problems): void {
  const service = spec.get("service");
  const bundle = spec.get("caBundle");
  const insecure = spec.get("insecureSkipTLSVerify");
  if (!service.exists) {
    if (textOf(bundle) !== "") problems.invalid(bundle, "local APIServices may not have a caBundle");
    if (isTrue(insecure)) problems.invalid(insecure, "local APIServices may not have insecureSkipTLSVerify");
    return;
  }
  for (const key of ["namespace", "name"])
    requireText(service.get(key), `the ${key} of the Service that answers`, problems);
  const port = integerOf(service.get("port"), HTTPS);
  if (port !== undefined && !isPortNumber(port))
    problems.invalid(service.get("port"), `port ${port} is not a valid service port: ${PORT_RANGE_MESSAGE}`);
  if (isTrue(insecure) && textOf(bundle) !== "")
    problems.invalid(insecure, `insecureSkipTLSVerify ${quote("true")} may not be true if caBundle is present`);
}

export const validators: Validators = {
  "apiregistration.k8s.io/APIService": inVersions(["v1"], validateApiService),
};
