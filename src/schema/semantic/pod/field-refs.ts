// The downward API: fieldRef and resourceFieldRef in environment variables and volumes.

import type { Field } from "../../../field.ts";
import type { Problems } from "../../problems.ts";
import { reportUnsupported, requireText } from "../checks.ts";
import { formatMessage } from "../format.ts";
import { isQualifiedName } from "../names.ts";
import { formatQuantity, parseQuantity, quantityText } from "../quantity.ts";
import { pathOf, textOf } from "../read.ts";

export const ENV_FIELDS = [
  "metadata.name",
  "metadata.namespace",
  "metadata.uid",
  "spec.nodeName",
  "spec.serviceAccountName",
  "status.hostIP",
  "status.hostIPs",
  "status.podIP",
  "status.podIPs",
];
export const VOLUME_FIELDS = [
  "metadata.annotations",
  "metadata.labels",
  "metadata.name",
  "metadata.namespace",
  "metadata.uid",
];
/** Labels that ConvertDownwardAPIFieldLabel knows, with or without a subscript. */
const CONVERTIBLE = new Set([
  ...ENV_FIELDS,
  ...VOLUME_FIELDS,
  "spec.restartPolicy",
  "spec.schedulerName",
  "status.phase",
  "spec.host",
]);
const RESOURCES = ["cpu", "ephemeral-storage", "memory"].flatMap(name => [`limits.${name}`, `requests.${name}`]).sort();
const DECIMAL_DIVISORS = ["1", "1k", "1M", "1G", "1T", "1P", "1E"];
const BINARY_DIVISORS = ["1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei"];

/** `serverField` is the path by which the server names the reference: inside volumes it leaves the item's number out. */
export function validateFieldRef(
  ref: Field,
  supported: readonly string[],
  problems: Problems,
  serverField: string = pathOf(ref),
): void {
  const field = ref.get("fieldPath");
  const details = { serverField: `${serverField}.fieldPath` };
  if (!requireText(field, "a fieldRef needs a fieldPath such as metadata.name", problems, details)) return;
  const path = textOf(field);
  if (path === undefined) return;
  const version = textOf(ref.get("apiVersion"));
  if (version !== undefined && version !== "" && version !== "v1") {
    problems.invalid(ref.get("apiVersion"), `error converting fieldPath: unsupported pod version: ${version}`, details);
    return;
  }
  const subscript = /^([^[]*)\['(.*)'\]$/.exec(path);
  if (subscript !== null) validateSubscript(field, subscript[1] ?? "", subscript[2] ?? "", problems, serverField);
  else if (!CONVERTIBLE.has(path))
    problems.invalid(field, `error converting fieldPath: field label not supported: ${path}`, details);
  else if (!supported.includes(path === "spec.host" ? "spec.nodeName" : path))
    reportUnsupported(field, path, supported, problems, details);
}

function validateSubscript(field: Field, path: string, key: string, problems: Problems, serverField: string): void {
  if (path !== "metadata.annotations" && path !== "metadata.labels") {
    problems.invalid(field, `error converting fieldPath: field label does not support subscript: ${path}['${key}']`, {
      serverField: `${serverField}.fieldPath`,
    });
    return;
  }
  const errors = isQualifiedName(path === "metadata.annotations" ? key.toLowerCase() : key);
  if (errors.length > 0) problems.invalid(field, formatMessage(key, "key in a fieldPath", errors), { serverField });
}

export function validateResourceFieldRef(
  ref: Field,
  inVolume: boolean,
  problems: Problems,
  serverField: string = pathOf(ref),
): void {
  const field = ref.get("resource");
  const resource = textOf(field);
  if (inVolume && textOf(ref.get("containerName")) === "")
    problems.required(
      ref.get("containerName"),
      "required value: in a volume a resourceFieldRef needs a containerName",
      {
        serverField: `${serverField}.containerName`,
      },
    );
  else if (resource === "")
    problems.required(field, "required value: a resourceFieldRef needs a resource such as limits.memory", {
      serverField: `${serverField}.resource`,
    });
  else if (resource !== undefined && !RESOURCES.includes(resource) && !isHugePages(resource))
    reportUnsupported(field, resource, RESOURCES, problems, { serverField: `${serverField}.resource` });
  if (resource !== undefined) validateDivisor(ref.get("divisor"), resource, problems, `${serverField}.divisor`);
}

function isHugePages(resource: string): boolean {
  return resource.startsWith("limits.hugepages-") || resource.startsWith("requests.hugepages-");
}

function validateDivisor(field: Field, resource: string, problems: Problems, serverField: string): void {
  const text = quantityText(field);
  const divisor = text === undefined ? undefined : parseQuantity(text);
  if (text === undefined || divisor === undefined || divisor === 0n) return;
  const isCpu = resource.endsWith(".cpu");
  if (!isCpu && !RESOURCES.includes(resource) && !isHugePages(resource)) return;
  const allowed = isCpu ? ["1m", "1"] : [...DECIMAL_DIVISORS, ...BINARY_DIVISORS];
  if (allowed.includes(text.trim()) || (!text.endsWith("i") && allowed.includes(formatQuantity(divisor)))) return;
  const what = isCpu ? "cpu" : resource.slice(resource.indexOf(".") + 1);
  problems.invalid(
    field,
    `divisor "${text}" of ${resource}: only divisor's values ${allowed.join(isCpu ? " and " : ", ")} are supported with the ${what} resource`,
    {
      serverField,
    },
  );
}
