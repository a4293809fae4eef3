// Environment variables (ValidateEnv, ValidateEnvFrom).

import type { Field } from "../../../field.ts";
import type { Problems } from "../../problems.ts";
import { requireText } from "../checks.ts";
import { formatErrors } from "../format.ts";
import { envNameCheck, isConfigMapKey, isDns1123Subdomain } from "../names.ts";
import { pathOf, textOf } from "../read.ts";
import { ENV_FIELDS, validateFieldRef, validateResourceFieldRef } from "./field-refs.ts";
import { validateRelativePath } from "./paths.ts";
import type { PodScope } from "./scope.ts";

/** EnvFiles defaults on since this minor. */
const ENV_FILES_SINCE = 35;

export function validateEnv(list: Field, scope: PodScope): void {
  const check = envNameCheck(scope.minor);
  for (const variable of list.items()) {
    const name = variable.get("name");
    if (requireText(name, "an environment variable needs a name", scope.problems))
      formatErrors(name, "environment variable name", check, scope.problems);
    validateValueFrom(variable, scope);
  }
}

export function validateEnvFrom(list: Field, scope: PodScope): void {
  for (const source of list.items()) validateEnvSource(source, scope);
}

function validateValueFrom(variable: Field, scope: PodScope): void {
  const { problems } = scope;
  const from = variable.get("valueFrom");
  if (!from.exists) return;
  const fieldRef = from.get("fieldRef");
  const resourceRef = from.get("resourceFieldRef");
  if (fieldRef.exists) validateFieldRef(fieldRef, ENV_FIELDS, problems);
  if (resourceRef.exists) validateResourceFieldRef(resourceRef, false, problems);
  validateKeyRefs(from, problems);
  const withFiles = scope.minor >= ENV_FILES_SINCE;
  const fileRef = from.get("fileKeyRef");
  if (withFiles && fileRef.exists) validateFileKeyRef(fileRef, scope);
  const kinds = [
    "fieldRef",
    "resourceFieldRef",
    "configMapKeyRef",
    "secretKeyRef",
    ...(withFiles ? ["fileKeyRef"] : []),
  ];
  const given = kinds.filter(kind => from.get(kind).exists);
  const value = variable.get("value");
  if (given.length === 0 && !from.isUnknown)
    problems.invalid(from, `valueFrom says nothing: must specify one of: ${oneOf(kinds)}`);
  else if (value.exists && value.scalar !== "")
    problems.invalid(from, "valueFrom may not be specified when `value` is not empty", {
      related: [{ field: value, message: "the value" }],
    });
  else if (given.length > 1)
    problems.invalid(
      from,
      `valueFrom has ${given.join(" and ")}: may not have more than one field specified at a time`,
    );
}

function validateKeyRefs(from: Field, problems: Problems): void {
  for (const kind of ["configMapKeyRef", "secretKeyRef"]) {
    const ref = from.get(kind);
    if (!ref.exists) continue;
    formatErrors(
      ref.get("name"),
      kind === "secretKeyRef" ? "Secret name" : "ConfigMap name",
      isDns1123Subdomain,
      problems,
    );
    if (requireText(ref.get("key"), `a ${kind} needs the key to read`, problems))
      formatErrors(ref.get("key"), "key", isConfigMapKey, problems);
  }
}

/** `a`, `b` or `c`, as the server lists alternatives. */
function oneOf(names: readonly string[]): string {
  const quoted = names.map(name => `\`${name}\``);
  return `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`;
}

/** validateFileKeySelector: a key in a file of an emptyDir volume. */
function validateFileKeyRef(ref: Field, scope: PodScope): void {
  const { problems } = scope;
  if (requireText(ref.get("key"), "a fileKeyRef needs the key to read", problems))
    formatErrors(ref.get("key"), "environment variable name", envNameCheck(scope.minor), problems);
  const volume = ref.get("volumeName");
  if (requireText(volume, "a fileKeyRef needs the volumeName of an emptyDir", problems)) {
    const name = textOf(volume);
    if (name !== undefined && !scope.volumes.has(name) && !scope.refusedVolumes.has(name) && !scope.unknownVolumes)
      problems.invalid(
        volume,
        `volume "${name}" not found: the pod cannot start, for the file is looked for in one of its volumes`,
        { server: undefined },
      );
  }
  if (requireText(ref.get("path"), "a fileKeyRef needs the path of the file in the volume", problems))
    validateRelativePath(ref.get("path"), problems);
}

function validateEnvSource(source: Field, scope: PodScope): void {
  const { problems } = scope;
  const prefix = source.get("prefix");
  if (prefix.exists && prefix.scalar !== "")
    formatErrors(prefix, "environment variable prefix", envNameCheck(scope.minor), problems);
  const given = ["configMapRef", "secretRef"].filter(kind => source.get(kind).exists);
  for (const kind of given) {
    const name = source.get(kind, "name");
    if (requireText(name, `a ${kind} needs a name`, problems))
      formatErrors(name, kind === "secretRef" ? "Secret name" : "ConfigMap name", isDns1123Subdomain, problems);
  }
  const list = source.parent;
  const details = list === undefined ? {} : { serverField: pathOf(list) };
  if (given.length === 0 && !source.isUnknown)
    problems.invalid(source, "envFrom says nothing: must specify one of: `configMapRef` or `secretRef`", details);
  else if (given.length > 1)
    problems.invalid(
      source,
      "envFrom has configMapRef and secretRef: may not have more than one field specified at a time",
      details,
    );
}
