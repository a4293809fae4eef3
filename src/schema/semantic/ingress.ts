// Ingress (pkg/apis/networking/validation ValidateIngressCreate, pkg/registry/networking/ingress WarningsOnCreate).

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { isRefused, requireText, validateEnum } from "./checks.ts";
import { formatErrors, quote } from "./format.ts";
import { isPortNumber, PORT_RANGE_MESSAGE } from "./intorstring.ts";
import { parseIp } from "./ip.ts";
import { validateMetadata } from "./metadata.ts";
import { isDns1035Label, isDns1123Subdomain, isPortName, isWildcardDns1123Subdomain, type NameCheck } from "./names.ts";
import { validateTypedReference } from "./object-reference.ts";
import { integerOf, textOf } from "./read.ts";
import type { Validator } from "./validator.ts";

const CLASS_ANNOTATION = "kubernetes.io/ingress.class";
const PATH_TYPES = ["Exact", "ImplementationSpecific", "Prefix"];
const FORBIDDEN_SEQUENCES = ["//", "/./", "/../", "%2f", "%2F"];
const FORBIDDEN_ENDS = ["/..", "/."];

export const validateIngress: Validator = (object, _cluster, problems) => {
  const before = problems.list.length;
  validateMetadata(object, { namespaced: true, name: "subdomain" }, problems);
  const spec = object.get("spec");
  const rules = spec.get("rules");
  const backend = spec.get("defaultBackend");
  if (rules.items().length === 0 && !backend.exists)
    problems.invalid(spec, "the Ingress routes nothing: either `defaultBackend` or `rules` must be specified");
  if (backend.exists) validateBackend(backend, problems);
  for (const rule of rules.items()) validateRule(rule, problems);
  for (const tls of spec.get("tls").items()) validateTls(tls, problems);
  validateClass(object, problems);
  if (!isRefused(problems, before)) warnClass(object, problems);
};

function validateClass(object: Field, problems: Problems): void {
  const name = object.get("spec", "ingressClassName");
  const annotation = object.get("metadata", "annotations", CLASS_ANNOTATION);
  if (!name.exists) return;
  formatErrors(name, "IngressClass name", isDns1123Subdomain, problems, { ruleId: "invalid-name" });
  const [given, other] = [textOf(name), textOf(annotation)];
  if (annotation.node === undefined || given === undefined || other === undefined || given === other) return;
  problems.invalid(
    annotation,
    `annotation says ${quote(other)}, ingressClassName ${quote(given)}: must match \`ingressClassName\` when both are specified`,
    {
      serverField: `annotations.${CLASS_ANNOTATION}`,
      related: [{ field: name, message: `ingressClassName is ${quote(given)}` }],
    },
  );
}

function warnClass(object: Field, problems: Problems): void {
  const annotation = object.get("metadata", "annotations", CLASS_ANNOTATION);
  if (annotation.node === undefined || object.get("spec", "ingressClassName").exists) return;
  problems.warns(
    annotation,
    `annotation "${CLASS_ANNOTATION}" is deprecated, please use 'spec.ingressClassName' instead`,
    {
      ruleId: "deprecated-api",
    },
  );
}

function validateHost(field: Field, problems: Problems): void {
  const host = textOf(field);
  if (host === undefined) return;
  const check = host.includes("*") ? isWildcardDns1123Subdomain : isDns1123Subdomain;
  formatErrors(field, "host", check, problems, hostHelp(host, check));
}

function hostHelp(host: string, check: NameCheck): { help?: string } {
  if (/^[a-z]+:\/\//i.test(host) || /:[0-9]+$/.test(host) || host.includes("/"))
    return { help: "a host has neither scheme, port nor path" };
  return check(host.toLowerCase()).length === 0 ? { help: `write it in lower case: ${host.toLowerCase()}` } : {};
}

function validateTls(tls: Field, problems: Problems): void {
  for (const host of tls.get("hosts").items()) validateHost(host, problems);
  const secret = tls.get("secretName");
  if (textOf(secret) !== "")
    formatErrors(secret, "Secret name", isDns1123Subdomain, problems, { ruleId: "invalid-name" });
}

function validateRule(rule: Field, problems: Problems): void {
  const host = rule.get("host");
  const text = textOf(host);
  if (text !== undefined && text !== "") {
    if (parseIp(text) !== undefined)
      problems.invalid(host, `host ${quote(text)} must be a DNS name, not an IP address`);
    validateHost(host, problems);
  }
  const http = rule.get("http");
  if (!http.exists) return;
  const paths = http.get("paths");
  if (paths.items().length === 0) problems.required(paths, "required value: http without paths routes nothing");
  for (const path of paths.items()) validatePath(path, problems);
}

function validatePath(path: Field, problems: Problems): void {
  const type = path.get("pathType");
  const value = textOf(type);
  const text = textOf(path.get("path"));
  if (!type.exists) {
    problems.required(type, "required value: pathType must be specified", {
      help: 'one of "Exact", "Prefix", "ImplementationSpecific"; there is no default since networking.k8s.io/v1',
    });
  } else if (value === "Exact" || value === "Prefix") {
    validatePathText(path.get("path"), text, true, problems);
  } else if (value === "ImplementationSpecific") {
    if (text !== "") validatePathText(path.get("path"), text, false, problems);
  } else validateEnum(type, PATH_TYPES, problems);
  if (type.exists) validateBackend(path.get("backend"), problems);
}

function validatePathText(field: Field, text: string | undefined, strict: boolean, problems: Problems): void {
  if (text === undefined) return;
  if (!text.startsWith("/"))
    problems.invalid(field, `path ${quote(text)} must be an absolute path, that is begin with "/"`);
  if (!strict) return;
  for (const sequence of FORBIDDEN_SEQUENCES)
    if (text.includes(sequence)) problems.invalid(field, `path ${quote(text)} must not contain '${sequence}'`);
  for (const end of FORBIDDEN_ENDS)
    if (text.endsWith(end)) problems.invalid(field, `path ${quote(text)} cannot end with '${end}'`);
}

function validateBackend(backend: Field, problems: Problems): void {
  const service = backend.get("service");
  const resource = backend.get("resource");
  if (service.exists && resource.exists) problems.invalid(backend, "cannot set both resource and service backends");
  else if (resource.exists) validateTypedReference(resource, problems);
  else if (service.exists) validateServiceBackend(backend, service, problems);
  else
    problems.invalid(backend, "resource or service backend is required", {
      ...(backend.get("serviceName").exists
        ? { help: "serviceName and servicePort are of the removed v1beta1: write service.name and service.port.number" }
        : {}),
    });
}

function validateServiceBackend(backend: Field, service: Field, problems: Problems): void {
  if (requireText(service.get("name"), "the name of the Service", problems))
    formatErrors(service.get("name"), "Service name", isDns1035Label, problems, { ruleId: "invalid-name" });
  const name = service.get("port", "name");
  const number = service.get("port", "number");
  const text = textOf(name);
  const value = integerOf(number);
  if (text === undefined || value === undefined) return;
  if (text !== "" && value !== 0)
    problems.invalid(backend, `cannot set both port name & port number: ${quote(text)} and ${value}`);
  else if (text !== "") formatErrors(name, "port name", isPortName, problems);
  else if (value === 0) problems.required(backend, "required value: port name or number is required");
  else if (!isPortNumber(value)) problems.invalid(number, `port ${value}: ${PORT_RANGE_MESSAGE}`);
}
