// The small kinds of the core group: Namespace, ServiceAccount, Node, Endpoints, Event.

import type { Field } from "../../../field.ts";
import type { Problems } from "../../problems.ts";
import { isRefused, validateEnum } from "../checks.ts";
import { formatErrors } from "../format.ts";
import { isPortNumber, PORT_RANGE_MESSAGE } from "../intorstring.ts";
import { IP_MESSAGE, parseIp, specialIp } from "../ip.ts";
import { validateMetadata } from "../metadata.ts";
import { isDns1123Label, isDns1123Subdomain, isLabelValue, isQualifiedName } from "../names.ts";
import { PROTOCOLS } from "../pod/ports.ts";
import { TAINT_EFFECTS } from "../pod/scheduling.ts";
import { integerOf, keyPathOf, pathOf, rawTextOf, textOf } from "../read.ts";
import type { Cluster } from "../validator.ts";

export function validateNamespaceObject(object: Field, _cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: false, name: "label" }, problems);
  const finalizers = object.get("spec", "finalizers");
  const details = { serverField: pathOf(finalizers) };
  for (const item of finalizers.items()) {
    const good = formatErrors(item, "finalizer", isQualifiedName, problems, details);
    const name = textOf(item);
    if (
      good &&
      name !== undefined &&
      !name.includes("/") &&
      !["kubernetes", "orphan", "foregroundDeletion"].includes(name)
    )
      problems.invalid(
        item,
        `finalizer "${name}": name is neither a standard finalizer name nor is it fully qualified`,
        details,
      );
  }
}

const MOUNTABLE_SECRETS = "kubernetes.io/enforce-mountable-secrets";

export function validateServiceAccount(object: Field, cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: true, name: "subdomain" }, problems);
  const annotation = object.get("metadata", "annotations", MOUNTABLE_SECRETS);
  if (annotation.entry !== undefined && cluster.minor >= 32 && !isRefused(problems))
    problems.warns(
      annotation,
      `annotation ${MOUNTABLE_SECRETS}: deprecated in v1.32+; prefer separate namespaces to isolate access to mounted secrets`,
      {
        serverField: keyPathOf(annotation),
      },
    );
}

export function validateNode(object: Field, _cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: false, name: "subdomain" }, problems);
  const seen = new Map<string, Field>();
  for (const taint of object.get("spec", "taints").items()) {
    const key = taint.get("key");
    formatErrors(key, "taint key", isQualifiedName, problems);
    formatErrors(taint.get("value"), "taint value", isLabelValue, problems);
    const effect = taint.get("effect");
    validateEnum(effect, TAINT_EFFECTS, problems, { empty: "required", why: "a taint needs an effect" });
    const pair = `${rawTextOf(key)} ${rawTextOf(effect)}`;
    const first = seen.get(pair);
    if (first !== undefined)
      problems.invalid(key, "duplicate value: taints must be unique by key and effect pair", {
        serverField: pathOf(taint),
        related: [{ field: first, message: "the first one" }],
      });
    else seen.set(pair, taint);
  }
  if (isRefused(problems)) return;
  const source = object.get("spec", "configSource");
  if (source.exists) problems.warns(source, "configSource: the feature is removed");
  const external = object.get("spec", "externalID");
  if (rawTextOf(external) !== "")
    problems.warns(external, "externalID: this field is deprecated, and is unused by Kubernetes");
}

export function validateEndpoints(object: Field, _cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: true, name: "subdomain" }, problems);
  for (const subset of object.get("subsets").items()) {
    const ready = subset.get("addresses").items();
    const others = subset.get("notReadyAddresses").items();
    if (ready.length === 0 && others.length === 0)
      problems.required(subset, "required value: a subset must specify `addresses` or `notReadyAddresses`");
    for (const address of [...ready, ...others]) validateAddress(address, problems);
    const ports = subset.get("ports").items();
    for (const port of ports) validateEndpointPort(port, ports.length > 1, problems);
  }
}

function validateAddress(address: Field, problems: Problems): void {
  const field = address.get("ip");
  const text = textOf(field);
  if (text !== undefined) {
    const ip = parseIp(text);
    const error = ip === undefined ? IP_MESSAGE : specialIp(ip, text);
    if (error !== undefined) problems.invalid(field, `ip "${text}" ${error}`);
  }
  const host = address.get("hostname");
  if (rawTextOf(host) !== "") formatErrors(host, "host name", isDns1123Label, problems);
  const node = address.get("nodeName");
  if (node.exists) formatErrors(node, "node name", isDns1123Subdomain, problems);
}

function validateEndpointPort(port: Field, nameRequired: boolean, problems: Problems): void {
  const name = port.get("name");
  if (rawTextOf(name) !== "") formatErrors(name, "port name", isDns1123Label, problems);
  else if (nameRequired) problems.required(name, "required value: where there are several ports each needs a name");
  const number = integerOf(port.get("port"));
  if (number !== undefined && !isPortNumber(number))
    problems.invalid(port.get("port"), `port ${number} ${PORT_RANGE_MESSAGE}`);
  validateEnum(port.get("protocol"), PROTOCOLS, problems, { empty: "default" });
  const appProtocol = port.get("appProtocol");
  if (appProtocol.exists) formatErrors(appProtocol, "appProtocol", isQualifiedName, problems);
}

/** legacyValidateEvent: an event belongs to the namespace of what it is about. */
export function validateEvent(object: Field, _cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: true, name: "subdomain" }, problems);
  const own = textOf(object.get("metadata", "namespace"));
  const field = object.get("involvedObject", "namespace");
  const other = textOf(field);
  if (own === undefined || other === undefined) return;
  const namespace = own === "" ? "default" : own;
  if (other === "" ? namespace !== "default" : other !== namespace)
    problems.invalid(field, `involvedObject.namespace "${other}" does not match event.namespace "${namespace}"`);
}
