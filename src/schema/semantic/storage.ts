// Storage classes, drivers and attachments (pkg/apis/storage/validation, pkg/apis/storage/v1 defaults).

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { requireText, validateEnum, validateNonnegative } from "./checks.ts";
import { formatErrors, quote } from "./format.ts";
import { validateMetadata } from "./metadata.ts";
import { byteLength, isDns1123Subdomain, isQualifiedName } from "./names.ts";
import { quantityOf } from "./quantity.ts";
import { integerOf, stringMapOf, textOf } from "./read.ts";
import { validateLabelSelector } from "./selector.ts";
import { inVersions } from "./served.ts";
import { shown } from "./shown.ts";
import type { Cluster, Validators } from "./validator.ts";

const MOST_PARAMETERS = 512;
const LARGEST_PARAMETERS = 256 * 1024;
const LONGEST_DRIVER = 63;
const LONGEST_NODE_ID = 256;
const SHORTEST_TOKEN = 600;
const LONGEST_TOKEN = 2 ** 32;

function validateStorageClass(object: Field, _cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: false, name: "subdomain" }, problems);
  validateProvisioner(object.get("provisioner"), "the driver that provides the volumes", problems);
  validateParameters(object.get("parameters"), false, problems);
  validateEnum(object.get("reclaimPolicy"), ["Delete", "Retain"], problems, { empty: "default" });
  validateEnum(object.get("volumeBindingMode"), ["Immediate", "WaitForFirstConsumer"], problems);
  const seen = new Set<string>();
  for (const term of object.get("allowedTopologies").items()) validateTopology(term, seen, problems);
}

/** The server compares the name in lower case, so that its errors show it so. */
function validateProvisioner(field: Field, why: string, problems: Problems): void {
  if (requireText(field, why, problems))
    formatErrors(field, "qualified name", text => isQualifiedName(text.toLowerCase()), problems);
}

function validateParameters(field: Field, required: boolean, problems: Problems): void {
  const parameters = stringMapOf(field);
  if (parameters.size > MOST_PARAMETERS) {
    problems.invalid(field, `there are ${parameters.size} parameters: may not be more than ${MOST_PARAMETERS}`);
    return;
  }
  let size = 0;
  for (const [key, value] of parameters) size += byteLength(key) + byteLength(value);
  if (parameters.has("")) problems.invalid(field, "the name of a parameter is empty: field can not be empty");
  if (size > LARGEST_PARAMETERS)
    problems.invalid(field, `parameters have ${size} bytes together: may not be more than ${LARGEST_PARAMETERS} bytes`);
  if (required && parameters.size === 0)
    problems.required(field, "required value: must contain at least one key/value pair");
}

/** ValidateTopologySelectorTerm: each key once, with at least one value and no value twice; no two terms alike. */
function validateTopology(term: Field, seen: Set<string>, problems: Problems): void {
  const keys = new Map<string, string[]>();
  for (const expression of term.get("matchLabelExpressions").items()) {
    const field = expression.get("key");
    const key = textOf(field);
    const values = expression.get("values").items();
    if (values.length === 0)
      problems.required(expression.get("values"), "required value: a topology needs at least one value");
    const known = new Set<string>();
    for (const value of values) {
      const text = textOf(value) ?? "";
      if (known.has(text)) problems.invalid(value, `duplicate value ${quote(text)}`);
      known.add(text);
    }
    formatErrors(field, "label key", isQualifiedName, problems);
    if (key !== undefined && keys.has(key))
      problems.invalid(field, `duplicate value ${quote(key)}: each key is given once`);
    if (key !== undefined) keys.set(key, [...known].sort());
  }
  const whole = JSON.stringify([...keys].sort(([a], [b]) => (a < b ? -1 : 1)));
  if (keys.size > 0 && seen.has(whole))
    problems.invalid(term.get("matchLabelExpressions"), "duplicate value: the same topology is there already");
  seen.add(whole);
}

function validateVolumeAttributesClass(object: Field, _cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: false, name: "subdomain" }, problems);
  validateProvisioner(object.get("driverName"), "the driver that the attributes are for", problems);
  validateParameters(object.get("parameters"), true, problems);
}

function validateVolumeAttachment(object: Field, _cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: false, name: "subdomain" }, problems);
  const spec = object.get("spec");
  validateDriverName(spec.get("attacher"), problems);
  formatErrors(spec.get("nodeName"), "node name", isDns1123Subdomain, problems);
  const source = spec.get("source");
  const volume = source.get("persistentVolumeName");
  const inline = source.get("inlineVolumeSpec");
  const message = "must specify exactly one of inlineVolumeSpec and persistentVolumeName";
  if (volume.exists && inline.exists) problems.invalid(source, message);
  else if (!volume.exists && !inline.exists) problems.required(source, `required value: ${message}`);
  else if (volume.exists && requireText(volume, "must specify non empty persistentVolumeName", problems))
    formatErrors(volume, "PersistentVolume name", isDns1123Subdomain, problems);
}

/** ValidateCSIDriverName. */
function validateDriverName(field: Field, problems: Problems): void {
  const name = textOf(field);
  if (name === undefined || !requireText(field, "the name of a CSI driver", problems)) return;
  if (byteLength(name) > LONGEST_DRIVER)
    problems.invalid(
      field,
      `${quote(name)} has ${byteLength(name)} bytes: may not be more than ${LONGEST_DRIVER} bytes`,
    );
  formatErrors(field, "driver name", text => isDns1123Subdomain(text.toLowerCase()), problems);
}

function validateCsiDriver(object: Field, _cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: false, name: "subdomain" }, problems);
  const spec = object.get("spec");
  validateEnum(spec.get("fsGroupPolicy"), ["File", "None", "ReadWriteOnceWithFSType"], problems);
  for (const mode of spec.get("volumeLifecycleModes").items())
    validateEnum(mode, ["Persistent", "Ephemeral"], problems, {
      empty: "unsupported",
      serverField: "spec.volumeLifecycleModes",
    });
  const period = spec.get("nodeAllocatableUpdatePeriodSeconds");
  const seconds = integerOf(period, 10);
  if (seconds !== undefined && seconds < 10)
    problems.invalid(
      period,
      `nodeAllocatableUpdatePeriodSeconds ${seconds} must be greater than or equal to 10 seconds`,
    );
  validateTokenRequests(spec.get("tokenRequests"), problems);
}

function validateTokenRequests(requests: Field, problems: Problems): void {
  const audiences = new Set<string>();
  for (const request of requests.items()) {
    const audience = textOf(request.get("audience"));
    if (audience !== undefined && audiences.has(audience)) {
      problems.invalid(request.get("audience"), `duplicate value ${quote(audience)}: each audience is asked for once`);
      continue;
    }
    if (audience !== undefined) audiences.add(audience);
    const field = request.get("expirationSeconds");
    const seconds = integerOf(field, SHORTEST_TOKEN);
    if (seconds !== undefined && seconds < SHORTEST_TOKEN)
      problems.invalid(field, `expirationSeconds ${seconds} may not specify a duration less than 10 minutes`);
    if (seconds !== undefined && seconds > LONGEST_TOKEN)
      problems.invalid(field, `expirationSeconds ${seconds} may not specify a duration larger than 2^32 seconds`);
  }
}

function validateCsiNode(object: Field, _cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: false, name: "subdomain" }, problems);
  const names = new Set<string>();
  for (const driver of object.get("spec", "drivers").items()) {
    validateDriverName(driver.get("name"), problems);
    const name = textOf(driver.get("name"));
    if (name !== undefined && names.has(name)) problems.invalid(driver.get("name"), `duplicate value ${quote(name)}`);
    if (name !== undefined) names.add(name);
    const id = driver.get("nodeID");
    const text = textOf(id);
    requireText(id, "the name of the node that the driver knows", problems);
    if (text !== undefined && byteLength(text) > LONGEST_NODE_ID)
      problems.invalid(id, `nodeID has ${byteLength(text)} bytes: must be ${LONGEST_NODE_ID} characters or less`);
    validateNonnegative(driver.get("allocatable", "count"), problems);
  }
}

function validateCapacity(object: Field, _cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: true, name: "subdomain" }, problems);
  validateLabelSelector(object.get("nodeTopology"), problems);
  formatErrors(object.get("storageClassName"), "StorageClass name", isDns1123Subdomain, problems);
  const capacity = quantityOf(object.get("capacity"));
  if (capacity !== undefined && capacity < 0n)
    problems.invalid(
      object.get("capacity"),
      `capacity ${shown(object.get("capacity"))} must be greater than or equal to 0`,
    );
}

const GROUP = "storage.k8s.io";

export const validators: Validators = {
  [`${GROUP}/StorageClass`]: inVersions(["v1", "v1beta1"], validateStorageClass),
  [`${GROUP}/VolumeAttributesClass`]: inVersions(["v1", "v1beta1"], validateVolumeAttributesClass),
  [`${GROUP}/VolumeAttachment`]: inVersions(["v1"], validateVolumeAttachment),
  [`${GROUP}/CSIDriver`]: inVersions(["v1"], validateCsiDriver),
  [`${GROUP}/CSINode`]: inVersions(["v1"], validateCsiNode),
  [`${GROUP}/CSIStorageCapacity`]: inVersions(["v1"], validateCapacity),
};
