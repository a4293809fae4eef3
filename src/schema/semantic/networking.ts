// Ingress, IngressClass, NetworkPolicy, IPAddress and ServiceCIDR (pkg/apis/networking/validation).

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { requireText, validateEnum } from "./checks.ts";
import { formatCidr, formatIp, parseCidr } from "./cidr.ts";
import { formatErrors, quote } from "./format.ts";
import { validateIngress } from "./ingress.ts";
import { IP_MESSAGE, parseIp } from "./ip.ts";
import { validateMetadata } from "./metadata.ts";
import { byteLength, isDns1123Label, isDns1123Subdomain, isDomainPrefixedPath, isPathSegmentName } from "./names.ts";
import { validateNetworkPolicy } from "./network-policy.ts";
import { validateTypedReference } from "./object-reference.ts";
import { textOf } from "./read.ts";
import { inVersions } from "./served.ts";
import type { Cluster, Validators } from "./validator.ts";

const LONGEST_CONTROLLER = 250;

function validateIngressClass(object: Field, _cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: false, name: "subdomain" }, problems);
  const controller = object.get("spec", "controller");
  const text = textOf(controller);
  if (requireText(controller, 'the controller that serves the class, such as "example.com/ingress"', problems))
    formatErrors(controller, "domain-prefixed path", isDomainPrefixedPath, problems);
  if (text !== undefined && byteLength(text) > LONGEST_CONTROLLER)
    problems.invalid(
      controller,
      `controller has ${byteLength(text)} bytes: may not be more than ${LONGEST_CONTROLLER} bytes`,
    );
  const parameters = object.get("spec", "parameters");
  if (parameters.exists) validateClassParameters(parameters, problems);
}

function validateClassParameters(parameters: Field, problems: Problems): void {
  validateTypedReference(parameters, problems);
  const scope = parameters.get("scope");
  const namespace = parameters.get("namespace");
  const value = scope.exists ? textOf(scope) : "Cluster";
  validateEnum(scope, ["Cluster", "Namespace"], problems);
  if (value === "Namespace") {
    if (!namespace.exists) problems.required(namespace, "required value: `parameters.scope` is set to 'Namespace'");
    else formatErrors(namespace, "namespace", isDns1123Label, problems, { ruleId: "invalid-name" });
  }
  if (value === "Cluster" && namespace.exists)
    problems.invalid(namespace, "namespace must not be set when `parameters.scope` is set to 'Cluster'");
}

/** The name is the address. */
function canonicalIp(name: string): readonly string[] {
  const address = parseIp(name);
  if (address === undefined) return [IP_MESSAGE];
  const canonical = formatIp(address);
  return canonical === name ? [] : [`must be in canonical form ("${canonical}")`];
}

function validateIpAddress(object: Field, _cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: false, name: canonicalIp }, problems);
  const parent = object.get("spec", "parentRef");
  if (!parent.exists) {
    problems.required(parent, "required value: an address belongs to a resource");
    return;
  }
  if (requireText(parent.get("resource"), "the kind of the resource that has the address", problems))
    formatErrors(parent.get("resource"), "resource", isPathSegmentName, problems);
  if (requireText(parent.get("name"), "the name of the resource that has the address", problems))
    formatErrors(parent.get("name"), "name", isPathSegmentName, problems);
  if (textOf(parent.get("group")) !== "") formatErrors(parent.get("group"), "API group", isDns1123Subdomain, problems);
  if (textOf(parent.get("namespace")) !== "")
    formatErrors(parent.get("namespace"), "namespace", isPathSegmentName, problems);
}

function validateServiceCidr(object: Field, _cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: false, name: "subdomain" }, problems);
  const list = object.get("spec", "cidrs");
  const items = list.items();
  if (items.length === 0) {
    problems.required(list, "required value: at least one CIDR required");
    return;
  }
  if (items.length > 2) {
    problems.invalid(list, `cidrs has ${items.length} values: may only hold up to 2 values`);
    return;
  }
  const families = items.map(item => parseCidr(textOf(item) ?? "")?.address.family);
  if (items.length === 2 && families[0] === families[1] && families[0] !== undefined)
    problems.invalid(
      list,
      "cidrs may specify no more than one IP for each IP family, i.e 192.168.0.0/24 and 2001:db8::/64",
    );
  for (const item of items) validateStrictCidr(item, problems);
}

function validateStrictCidr(item: Field, problems: Problems): void {
  const text = textOf(item);
  if (text === undefined) return;
  const cidr = parseCidr(text);
  if (cidr === undefined)
    problems.invalid(item, `${quote(text)} must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)`);
  else if (formatCidr(cidr) !== text)
    problems.invalid(item, `${quote(text)} must be in canonical form ("${formatCidr(cidr)}")`);
}

export const validators: Validators = {
  "networking.k8s.io/Ingress": inVersions(["v1"], validateIngress),
  "networking.k8s.io/IngressClass": inVersions(["v1"], validateIngressClass),
  "networking.k8s.io/NetworkPolicy": inVersions(["v1"], validateNetworkPolicy),
  "networking.k8s.io/IPAddress": validateIpAddress,
  "networking.k8s.io/ServiceCIDR": validateServiceCidr,
};
