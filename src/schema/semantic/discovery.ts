// EndpointSlice (pkg/apis/discovery/validation, pkg/apis/discovery/v1 defaults).

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { validateEnum } from "./checks.ts";
import { formatErrors, quote } from "./format.ts";
import { parseIp, specialIp } from "./ip.ts";
import { validateLabels, validateMetadata } from "./metadata.ts";
import { isDns1123Label, isDns1123Subdomain, isLabelValue, isQualifiedName } from "./names.ts";
import { textOf } from "./read.ts";
import { inVersions } from "./served.ts";
import type { Cluster, Validators } from "./validator.ts";

const MOST_ENDPOINTS = 1000;
const MOST_PORTS = 20_000;
const MOST_ADDRESSES = 100;
const MOST_TOPOLOGY = 16;
const MOST_HINTS = 8;

function validateSlice(object: Field, _cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: true, name: "subdomain" }, problems);
  const type = object.get("addressType");
  validateEnum(type, ["FQDN", "IPv4", "IPv6"], problems, { empty: "required" });
  const endpoints = object.get("endpoints");
  if (!tooMany(endpoints, MOST_ENDPOINTS, problems))
    for (const endpoint of endpoints.items()) validateEndpoint(endpoint, textOf(type), problems);
  if (!tooMany(object.get("ports"), MOST_PORTS, problems)) validatePorts(object.get("ports"), problems);
}

function tooMany(field: Field, most: number, problems: Problems): boolean {
  const { length } = field.isMap ? field.entries() : field.items();
  if (length > most) problems.invalid(field, `${field.key} has ${length} items: must have at most ${most} items`);
  return length > most;
}

function validateEndpoint(endpoint: Field, type: string | undefined, problems: Problems): void {
  const addresses = endpoint.get("addresses");
  if (addresses.items().length === 0) problems.required(addresses, "required value: must contain at least 1 address");
  tooMany(addresses, MOST_ADDRESSES, problems);
  for (const address of addresses.items()) validateAddress(address, type, problems);
  if (endpoint.get("nodeName").exists)
    formatErrors(endpoint.get("nodeName"), "node name", isDns1123Subdomain, problems);
  tooMany(endpoint.get("deprecatedTopology"), MOST_TOPOLOGY, problems);
  validateLabels(endpoint.get("deprecatedTopology"), problems);
  if (endpoint.get("hostname").exists) formatErrors(endpoint.get("hostname"), "hostname", isDns1123Label, problems);
  validateHints(endpoint.get("hints", "forZones"), problems, isLabelValue);
  validateHints(endpoint.get("hints", "forNodes"), problems, isDns1123Subdomain);
}

function validateAddress(field: Field, type: string | undefined, problems: Problems): void {
  const text = textOf(field);
  if (text === undefined) return;
  if (type === "FQDN") {
    validateDomain(field, text, problems);
    return;
  }
  if (type !== "IPv4" && type !== "IPv6") return;
  const address = parseIp(text);
  if (address === undefined || `IPv${address.family}` !== type) {
    problems.invalid(field, `address ${quote(text)} must be a valid ${type} address`);
    return;
  }
  const error = specialIp(address, text);
  if (error !== undefined) problems.invalid(field, `address ${quote(text)} ${error}`);
}

/** IsFullyQualifiedDomainName: a dot at the end may be there. */
function validateDomain(field: Field, text: string, problems: Problems): void {
  if (text === "") problems.required(field, "required value: an address is empty");
  else if (!formatErrors(field, "domain name", value => isDns1123Subdomain(value.replace(/\.$/, "")), problems)) return;
  else if (text.replace(/\.$/, "").split(".").length < 2)
    problems.invalid(field, `${quote(text)} should be a domain with at least two segments separated by dots`);
}

function validateHints(hints: Field, problems: Problems, check: (text: string) => readonly string[]): void {
  if (tooMany(hints, MOST_HINTS, problems)) return;
  const seen = new Set<string>();
  for (const hint of hints.items()) {
    const name = textOf(hint.get("name"));
    if (name === undefined) continue;
    if (seen.has(name)) problems.invalid(hint.get("name"), `duplicate value ${quote(name)}`);
    seen.add(name);
    formatErrors(hint.get("name"), "name", check, problems);
  }
}

function validatePorts(ports: Field, problems: Problems): void {
  const names = new Set<string>();
  for (const port of ports.items()) {
    const field = port.get("name");
    const name = textOf(field);
    if (name !== undefined && name !== "") formatErrors(field, "port name", isDns1123Label, problems);
    if (name !== undefined && names.has(name))
      problems.invalid(field, `duplicate value ${quote(name)}: port names are unique`);
    if (name !== undefined) names.add(name);
    validateEnum(port.get("protocol"), ["SCTP", "TCP", "UDP"], problems);
    if (port.get("appProtocol").exists)
      formatErrors(port.get("appProtocol"), "application protocol", isQualifiedName, problems);
  }
}

export const validators: Validators = { "discovery.k8s.io/EndpointSlice": inVersions(["v1"], validateSlice) };
