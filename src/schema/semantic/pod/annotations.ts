// Annotations that stand for fields of a pod (ValidatePodSpecificAnnotations and the checks that both agree).

import type { Field } from "../../../field.ts";
import { isDescendingPath } from "../names.ts";
import { pathOf, rawTextOf, stringMapOf, textOf } from "../read.ts";
import type { PodScope } from "./scope.ts";

export const SECCOMP_POD = "seccomp.security.alpha.kubernetes.io/pod";
export const SECCOMP_CONTAINER = "container.seccomp.security.alpha.kubernetes.io/";
export const APPARMOR_CONTAINER = "container.apparmor.security.beta.kubernetes.io/";
const DELETION_COST = "controller.kubernetes.io/pod-deletion-cost";
const MIRROR = "kubernetes.io/config.mirror";

/** Init containers were annotations before 1.8; the conversion throws what is left of them away (dropInitContainerAnnotations). */
const INIT_CONTAINERS = [
  "pod.beta.kubernetes.io/init-containers",
  "pod.alpha.kubernetes.io/init-containers",
  "pod.beta.kubernetes.io/init-container-statuses",
  "pod.alpha.kubernetes.io/init-container-statuses",
];

export function dropInitContainerAnnotations(annotations: Field, scope: PodScope): void {
  const entries = annotations.entries();
  const old = entries.filter(entry => INIT_CONTAINERS.includes(String(entry.key)));
  const whole = old.length === entries.length ? { serverField: pathOf(annotations) } : {};
  for (const entry of old)
    scope.problems.drops(
      entry,
      `annotation ${entry.key} is dropped without a word since 1.8, and its init containers never run: write them as spec.initContainers`,
      whole,
    );
}

/** `serverParent` is what the server calls the annotations: of a template it leaves `metadata` out. */
export function validatePodAnnotations(annotations: Field, serverParent: string, scope: PodScope): void {
  const values = stringMapOf(annotations);
  const { problems, spec } = scope;
  if (values.size === 0) return;
  const names = new Set(scope.containers.map(container => rawTextOf(container.get("name"))));
  for (const [key, value] of values) {
    const field = annotations.get(key);
    const keyed = { serverField: `${serverParent}[${key}]` };
    if (key === MIRROR && rawTextOf(spec.get("nodeName")) === "")
      problems.invalid(field, "must set spec.nodeName if mirror pod annotation is set", keyed);
    else if (key === DELETION_COST && !isInt32(value) && !field.isUnknown)
      problems.invalid(field, `pod-deletion-cost "${value}" must be a 32bit integer`, keyed);
    else if (key === SECCOMP_POD || key.startsWith(SECCOMP_CONTAINER)) {
      const error = seccompError(value);
      if (error !== undefined && !field.isUnknown)
        problems.invalid(field, `"${value}" ${error}`, { serverField: `${serverParent}.${key}` });
    } else if (key.startsWith(APPARMOR_CONTAINER)) {
      const container = key.slice(APPARMOR_CONTAINER.length);
      if (!names.has(container))
        problems.invalid(
          field,
          `container "${container}" not found: the annotation names no container of this pod`,
          keyed,
        );
      if (!isAppArmor(value) && !field.isUnknown)
        problems.invalid(field, `invalid AppArmor profile name: "${value}"`, keyed);
    }
  }
}

/** strconv.ParseInt of 32 bits, where a sign and zeros in front are refused (GetDeletionCostFromPodAnnotations). */
function isInt32(text: string): boolean {
  if (!/^(-?[1-9][0-9]*|0)$/.test(text)) return false;
  const value = Number(text);
  return value >= -(2 ** 31) && value < 2 ** 31;
}

function seccompError(value: string): string | undefined {
  if (value === "runtime/default" || value === "docker/default" || value === "unconfined") return undefined;
  if (!value.startsWith("localhost/")) return "must be a valid seccomp profile";
  return isDescendingPath(value.slice("localhost/".length))[0];
}

function isAppArmor(value: string): boolean {
  return value === "" || value === "runtime/default" || value === "unconfined" || value.startsWith("localhost/");
}

/** Where annotation and field are both given they have to say the same. */
export function validateAnnotationsMatch(annotations: Field, scope: PodScope): void {
  if (!annotations.exists) return;
  const { spec, context } = scope;
  const podProfile = spec.get("securityContext", "seccompProfile");
  compareProfile(annotations.get(SECCOMP_POD), podProfile, "seccomp", pathOf(podProfile), scope);
  const podAppArmor = spec.get("securityContext", "appArmorProfile");
  const windows = textOf(spec.get("os", "name")) === "windows";
  for (const container of scope.containers) {
    const name = rawTextOf(container.get("name")) ?? "";
    const security = container.get("securityContext");
    const seccomp = security.get("seccompProfile");
    compareProfile(annotations.get(`${SECCOMP_CONTAINER}${name}`), seccomp, "seccomp", pathOf(seccomp), scope);
    if (context.podKind !== "Pod" || windows) continue;
    const own = security.get("appArmorProfile");
    compareProfile(
      annotations.get(`${APPARMOR_CONTAINER}${name}`),
      own.exists ? own : podAppArmor,
      "apparmor",
      pathOf(own),
      scope,
    );
  }
}

function compareProfile(
  annotation: Field,
  profile: Field,
  what: "seccomp" | "apparmor",
  server: string,
  scope: PodScope,
): void {
  const value = annotation.string;
  if (value === undefined || !profile.exists) return;
  const type = textOf(profile.get("type"));
  const defaults = what === "seccomp" ? ["runtime/default", "docker/default"] : ["runtime/default"];
  const local = value.startsWith("localhost/");
  const agrees =
    (type === "Unconfined" && value === "unconfined") ||
    (type === "RuntimeDefault" && defaults.includes(value)) ||
    (type === "Localhost" && local);
  const known = type === "Unconfined" || type === "RuntimeDefault" || type === "Localhost";
  const related = [{ field: annotation, message: "the annotation" }];
  if (known && !agrees)
    scope.problems.invalid(
      profile.get("type"),
      `${what} type in annotation and field must match: "${value}" and "${type}"`,
      {
        serverField: `${server}.type`,
        related,
      },
    );
  else if (type === "Localhost" && rawTextOf(profile.get("localhostProfile")) !== value.slice("localhost/".length))
    scope.problems.invalid(
      profile.get("localhostProfile"),
      `${what} profile in annotation and field must match: "${value}"`,
      {
        serverField: `${server}.localhostProfile`,
        related,
      },
    );
}
