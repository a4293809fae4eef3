// What a claim asks for (pkg/apis/resource/validation validateDeviceClaim).

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { requireText, validateEnum } from "./checks.ts";
import { formatErrors, quote } from "./format.ts";
import { byteLength, isDns1123Label, isDns1123Subdomain } from "./names.ts";
import { integerOf, textOf } from "./read.ts";
import type { Cluster } from "./validator.ts";

const MOST = 32;
const MOST_ALTERNATIVES = 8;
const LONGEST_EXPRESSION = 10 * 1024;
/** DRAConsumableCapacity is off up to this minor. */
const CAPACITY_OFF_UNTIL = 35;

function atMost(list: Field, most: number, problems: Problems): void {
  const { length } = list.items();
  if (length > most) problems.invalid(list, `${list.key} has ${length} items: must have at most ${most} items`);
}

export function validateDeviceClaim(devices: Field, cluster: Cluster, problems: Problems): void {
  const requests = devices.get("requests");
  validateNamed(requests, MOST, problems);
  for (const request of requests.items()) validateRequest(request, cluster, problems);
  const known = namesOf(requests);
  const constraints = devices.get("constraints");
  atMost(constraints, MOST, problems);
  for (const constraint of constraints.items()) {
    validateReferences(constraint.get("requests"), known, problems);
    if (!constraint.get("matchAttribute").exists)
      problems.required(
        constraint.get("matchAttribute"),
        "required value: the attribute that the devices have in common",
      );
  }
  for (const config of devices.get("config").items()) validateReferences(config.get("requests"), known, problems);
  validateDeviceConfigs(devices.get("config"), problems);
}

/** Items with a name each, unique among them. */
function validateNamed(list: Field, most: number, problems: Problems): void {
  atMost(list, most, problems);
  const seen = new Set<string>();
  for (const item of list.items()) {
    const name = textOf(item.get("name"));
    formatErrors(item.get("name"), "request name", isDns1123Label, problems, { ruleId: "invalid-name" });
    if (name === undefined) continue;
    if (seen.has(name)) problems.invalid(item, `duplicate value ${quote(name)}: names of requests are unique`);
    seen.add(name);
  }
}

/** `gpu` and `gpu/large`. */
function namesOf(requests: Field): ReadonlySet<string> {
  const names = new Set<string>();
  for (const request of requests.items()) {
    const name = textOf(request.get("name")) ?? "";
    names.add(name);
    for (const alternative of request.get("firstAvailable").items())
      names.add(`${name}/${textOf(alternative.get("name")) ?? ""}`);
  }
  return names;
}

function validateReferences(list: Field, known: ReadonlySet<string>, problems: Problems): void {
  atMost(list, MOST, problems);
  const seen = new Set<string>();
  for (const item of list.items()) {
    const name = textOf(item);
    if (name === undefined) continue;
    if (seen.has(name)) problems.invalid(item, `duplicate value ${quote(name)}`);
    seen.add(name);
    if (!known.has(name))
      problems.invalid(
        item,
        `${quote(name)} must be the name of a request in the claim or the name of a request and a subrequest separated by '/'`,
      );
  }
}

function validateRequest(request: Field, cluster: Cluster, problems: Problems): void {
  const alternatives = request.get("firstAvailable");
  const exactly = request.get("exactly");
  const several = alternatives.items().length > 0;
  const message = "exactly one of `exactly` or `firstAvailable` is required";
  if (several && exactly.exists) problems.invalid(request, `${message}, but multiple fields are set`);
  else if (several) {
    validateNamed(alternatives, MOST_ALTERNATIVES, problems);
    for (const alternative of alternatives.items()) validateExactly(alternative, cluster, problems);
  } else if (exactly.exists) validateExactly(exactly, cluster, problems);
  else problems.required(request, `required value: ${message}`);
}

function validateExactly(request: Field, cluster: Cluster, problems: Problems): void {
  const deviceClass = request.get("deviceClassName");
  if (requireText(deviceClass, "the DeviceClass of the devices", problems))
    formatErrors(deviceClass, "DeviceClass name", isDns1123Subdomain, problems, { ruleId: "invalid-name" });
  validateDeviceSelectors(request.get("selectors"), problems);
  const mode = request.get("allocationMode");
  validateEnum(mode, ["All", "ExactCount"], problems, { empty: "default" });
  const count = request.get("count");
  const value = integerOf(count);
  if (textOf(mode) === "All" && value !== undefined && value !== 0)
    problems.invalid(count, `count ${value} must not be specified when allocationMode is 'All'`);
  if (textOf(mode) !== "All" && value !== undefined && value < 0)
    problems.invalid(count, `count ${value} must be greater than zero`);
  if (request.get("capacity").exists && cluster.minor <= CAPACITY_OFF_UNTIL)
    problems.drops(
      request.get("capacity"),
      "capacity is dropped without a word: the feature gate DRAConsumableCapacity is off",
    );
}

export function validateDeviceSelectors(selectors: Field, problems: Problems): void {
  atMost(selectors, MOST, problems);
  for (const selector of selectors.items()) {
    const cel = selector.get("cel");
    const expression = textOf(cel.get("expression"));
    if (!cel.exists) problems.required(cel, "required value: a selector is a CEL expression");
    else if (expression !== undefined && byteLength(expression) > LONGEST_EXPRESSION)
      problems.invalid(
        cel.get("expression"),
        `expression has ${byteLength(expression)} bytes: may not be more than ${LONGEST_EXPRESSION} bytes`,
      );
  }
}

export function validateDeviceConfigs(configs: Field, problems: Problems): void {
  atMost(configs, MOST, problems);
  for (const config of configs.items()) {
    const opaque = config.get("opaque");
    if (!opaque.exists) {
      problems.required(opaque, "required value: a configuration is a driver's own");
      continue;
    }
    if (requireText(opaque.get("driver"), "the driver that reads the parameters", problems))
      formatErrors(opaque.get("driver"), "driver name", text => isDns1123Subdomain(text.toLowerCase()), problems);
    if (!opaque.get("parameters").exists) problems.required(opaque.get("parameters"), "required value: the parameters");
  }
}
