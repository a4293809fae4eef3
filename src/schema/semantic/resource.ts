// Dynamic resource allocation (pkg/apis/resource/validation), but for CEL expressions and the contents of devices.

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { requireText } from "./checks.ts";
import { validateDeviceClaim, validateDeviceConfigs, validateDeviceSelectors } from "./device-claim.ts";
import { formatErrors, quote } from "./format.ts";
import { validateMetadata, validateTemplateMetadata } from "./metadata.ts";
import { isDns1123Label, isDns1123Subdomain } from "./names.ts";
import { integerOf, isTrue, textOf } from "./read.ts";
import { inVersions } from "./served.ts";
import type { Cluster, Validators } from "./validator.ts";

const LONGEST_POOL = 253;
const MOST_DEVICES = 128;
const VERSIONS = ["v1", "v1beta2"];

function validateClaim(object: Field, cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: true, name: "subdomain" }, problems);
  validateDeviceClaim(object.get("spec", "devices"), cluster, problems);
}

function validateClaimTemplate(object: Field, cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: true, name: "subdomain" }, problems);
  validateTemplateMetadata(object.get("spec", "metadata"), problems);
  validateDeviceClaim(object.get("spec", "spec", "devices"), cluster, problems);
}

function validateDeviceClass(object: Field, _cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: false, name: "subdomain" }, problems);
  validateDeviceSelectors(object.get("spec", "selectors"), problems);
  validateDeviceConfigs(object.get("spec", "config"), problems);
}

function validateSlice(object: Field, _cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: false, name: "subdomain" }, problems);
  const spec = object.get("spec");
  if (requireText(spec.get("driver"), "the name of the driver", problems))
    formatErrors(spec.get("driver"), "driver name", text => isDns1123Subdomain(text.toLowerCase()), problems);
  validatePool(spec.get("pool"), problems);
  validateReach(spec, problems);
  const devices = spec.get("devices");
  const names = new Set<string>();
  if (devices.items().length > MOST_DEVICES)
    problems.invalid(devices, `devices has ${devices.items().length} items: must have at most ${MOST_DEVICES} items`);
  for (const device of devices.items()) {
    const name = textOf(device.get("name"));
    formatErrors(device.get("name"), "device name", isDns1123Label, problems, { ruleId: "invalid-name" });
    if (name === undefined) continue;
    if (names.has(name)) problems.invalid(device, `duplicate value ${quote(name)}: device names are unique in a slice`);
    names.add(name);
  }
}

function validatePool(pool: Field, problems: Problems): void {
  const name = pool.get("name");
  const text = textOf(name);
  if (requireText(name, "the pool that the devices belong to", problems) && text !== undefined) {
    if (text.length > LONGEST_POOL)
      problems.invalid(name, `pool name has ${text.length} bytes: may not be more than ${LONGEST_POOL} bytes`);
    formatErrors(name, "pool name", value => value.split("/").flatMap(isDns1123Subdomain), problems);
  }
  const count = integerOf(pool.get("resourceSliceCount"));
  if (count !== undefined && count <= 0)
    problems.invalid(pool.get("resourceSliceCount"), `resourceSliceCount ${count} must be greater than zero`);
  const generation = integerOf(pool.get("generation"));
  if (generation !== undefined && generation < 0)
    problems.invalid(pool.get("generation"), `generation ${generation} must be greater than or equal to zero`);
}

const REACHES = ["nodeName", "nodeSelector", "allNodes", "perDeviceNodeSelection"];

/** On which nodes the devices are: said in exactly one way. */
function validateReach(spec: Field, problems: Problems): void {
  const given = REACHES.filter(key => isGiven(spec.get(key)));
  const message = "exactly one of `nodeName`, `nodeSelector`, `allNodes`, `perDeviceNodeSelection` is required";
  for (const key of ["allNodes", "perDeviceNodeSelection"])
    if (spec.get(key).boolean === false)
      problems.invalid(spec.get(key), `${key} is false: must be either unset or set to true`);
  if (spec.get("nodeName").scalar === "")
    problems.invalid(spec.get("nodeName"), "nodeName must be either unset or set to a non-empty string");
  if (given.length === 0) problems.required(spec, `required value: ${message}`);
  if (given.length > 1) problems.invalid(spec, `${message}, but multiple fields are set: ${given.join(", ")}`);
}

function isGiven(field: Field): boolean {
  return field.boolean === undefined ? field.exists && field.scalar !== "" : isTrue(field);
}

export const validators: Validators = {
  "resource.k8s.io/ResourceClaim": inVersions(VERSIONS, validateClaim),
  "resource.k8s.io/ResourceClaimTemplate": inVersions(VERSIONS, validateClaimTemplate),
  "resource.k8s.io/DeviceClass": inVersions(VERSIONS, validateDeviceClass),
  "resource.k8s.io/ResourceSlice": inVersions(VERSIONS, validateSlice),
};
