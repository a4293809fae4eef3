// Security contexts (ValidateSecurityContext, validatePodSpecSecurityContext, validateHostUsers).

import type { Field } from "../../../field.ts";
import { reportUnsupported, requireText, validateEnum, validateRange } from "../checks.ts";
import { byteLength } from "../names.ts";
import { isTrue, pathOf, textOf } from "../read.ts";
import { validateDescendingPath } from "./paths.ts";
import type { PodScope } from "./scope.ts";
import { validateWindowsOptions } from "./windows.ts";

const LARGEST_ID = 2_147_483_647;
/** Minors since which the feature gates of these fields default on. */
const USER_NAMESPACES_SINCE = 33;
const SUPPLEMENTAL_POLICY_SINCE = 33;
/** SELinuxMount is off up to this minor: only one policy is accepted. */
const SELINUX_MOUNT_OFF_UNTIL = 35;
const SELINUX_POLICY_SINCE = 33;
const LONGEST_PATH = 4095;
const LONGEST_SYSCTL = 253;

export function validateSecurityContext(context: Field, scope: PodScope): void {
  if (!context.exists) return;
  const { problems } = scope;
  validateRange(context.get("runAsUser"), 0, LARGEST_ID, problems);
  validateRange(context.get("runAsGroup"), 0, LARGEST_ID, problems);
  validateProcMount(context.get("procMount"), scope);
  validateSeccomp(context.get("seccompProfile"), scope);
  validateEscalation(context, scope);
  validateWindowsOptions(context.get("windowsOptions"), problems);
  validateAppArmor(context.get("appArmorProfile"), scope);
}

function validateProcMount(field: Field, scope: PodScope): void {
  if (!field.exists || scope.minor < USER_NAMESPACES_SINCE) return;
  const known = validateEnum(field, ["Default", "Unmasked"], scope.problems);
  if (known && textOf(field) === "Unmasked" && scope.hostUsers)
    scope.problems.invalid(
      field,
      'procMount "Unmasked" needs a user namespace: `hostUsers` must be false to use `Unmasked`',
    );
}

/** Privileged and CAP_SYS_ADMIN imply what allowPrivilegeEscalation: false rules out. */
function validateEscalation(context: Field, scope: PodScope): void {
  const escalation = context.get("allowPrivilegeEscalation");
  if (escalation.boolean !== false) return;
  const details = { serverField: pathOf(context) };
  if (isTrue(context.get("privileged")))
    scope.problems.invalid(escalation, "cannot set `allowPrivilegeEscalation` to false and `privileged` to true", {
      ...details,
      related: [{ field: context.get("privileged"), message: "privileged" }],
    });
  for (const capability of context.get("capabilities", "add").items())
    if (textOf(capability) === "CAP_SYS_ADMIN")
      scope.problems.invalid(
        capability,
        "cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN",
        {
          ...details,
          related: [{ field: escalation, message: "allowPrivilegeEscalation" }],
        },
      );
}

const PROFILE_TYPES = ["Localhost", "RuntimeDefault", "Unconfined"];

function validateSeccomp(profile: Field, scope: PodScope): void {
  if (!profile.exists) return;
  const { problems } = scope;
  const type = profile.get("type");
  validateEnum(type, PROFILE_TYPES, problems, {
    empty: "required",
    why: "type is required when seccompProfile is set",
  });
  const local = profile.get("localhostProfile");
  if (textOf(type) === undefined) return;
  if (textOf(type) === "Localhost") {
    if (!local.exists)
      problems.required(local, "required value: localhostProfile must be set when seccomp type is Localhost");
    else validateDescendingPath(local, problems);
  } else if (local.exists) problems.invalid(local, "localhostProfile can only be set when seccomp type is Localhost");
}

function validateAppArmor(profile: Field, scope: PodScope): void {
  if (!profile.exists) return;
  const { problems } = scope;
  const type = profile.get("type");
  const name = textOf(type);
  const local = profile.get("localhostProfile");
  if (name === "Localhost") validateLocalAppArmor(local, scope);
  else if (name === "RuntimeDefault" || name === "Unconfined") {
    if (local.exists) problems.invalid(local, "localhostProfile can only be set when AppArmor type is Localhost");
  } else if (name === "") problems.required(type, "required value: type is required when appArmorProfile is set");
  else if (name !== undefined) reportUnsupported(type, name, PROFILE_TYPES, problems);
}

function validateLocalAppArmor(local: Field, scope: PodScope): void {
  const text = textOf(local);
  if (text === undefined) return;
  const { problems } = scope;
  if (text.trim() !== text)
    problems.invalid(local, `localhostProfile ${JSON.stringify(text)} must not be padded with whitespace`);
  else if (text === "")
    problems.required(local, "required value: localhostProfile must be set when AppArmor type is Localhost");
  if (byteLength(text) > LONGEST_PATH)
    problems.invalid(local, `localhostProfile is too long: may not be more than ${LONGEST_PATH} bytes`);
}

export function validatePodSecurityContext(scope: PodScope): void {
  const { spec, problems, minor } = scope;
  const context = spec.get("securityContext");
  if (isTrue(spec.get("shareProcessNamespace")) && isTrue(spec.get("hostPID")))
    problems.invalid(spec.get("shareProcessNamespace"), "ShareProcessNamespace and HostPID cannot both be enabled", {
      serverField: `${pathOf(context)}.shareProcessNamespace`,
    });
  if (!context.exists) return;
  for (const key of ["fsGroup", "runAsUser", "runAsGroup"]) validateRange(context.get(key), 0, LARGEST_ID, problems);
  for (const group of context.get("supplementalGroups").items()) validateRange(group, 0, LARGEST_ID, problems);
  validateSysctls(context.get("sysctls"), scope);
  validateEnum(context.get("fsGroupChangePolicy"), ["Always", "OnRootMismatch"], problems);
  validateSeccomp(context.get("seccompProfile"), scope);
  validateWindowsOptions(context.get("windowsOptions"), problems);
  validateAppArmor(context.get("appArmorProfile"), scope);
  if (minor >= SUPPLEMENTAL_POLICY_SINCE)
    validateEnum(context.get("supplementalGroupsPolicy"), ["Merge", "Strict"], problems);
  if (minor >= SELINUX_POLICY_SINCE)
    validateEnum(
      context.get("seLinuxChangePolicy"),
      minor > SELINUX_MOUNT_OFF_UNTIL ? ["MountOption", "Recursive"] : ["Recursive"],
      problems,
    );
}

function isSysctlName(name: string): boolean {
  return (
    byteLength(name) <= LONGEST_SYSCTL &&
    name.split(/[./]/).every(part => /^[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?$/.test(part))
  );
}

/** The namespaces whose sysctls are the host's when the pod shares them (utilsysctl.GetNamespace). */
function sysctlHost(name: string): "hostNetwork" | "hostIPC" | undefined {
  const dotted = name.replaceAll("/", ".");
  if (dotted.startsWith("net.")) return "hostNetwork";
  return dotted === "kernel.sem" || /^(kernel\.shm|kernel\.msg|fs\.mqueue\.)/.test(dotted) ? "hostIPC" : undefined;
}

function validateSysctls(sysctls: Field, scope: PodScope): void {
  const { problems, spec } = scope;
  const names = new Set<string>();
  for (const sysctl of sysctls.items()) {
    const field = sysctl.get("name");
    if (!requireText(field, "a sysctl needs a name", problems)) continue;
    const name = textOf(field);
    if (name === undefined) continue;
    if (!isSysctlName(name))
      problems.invalid(
        field,
        `"${name}" is not a valid sysctl name: must have at most ${LONGEST_SYSCTL} characters and match regex ^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$`,
      );
    else if (names.has(name)) problems.invalid(field, `duplicate value: sysctl "${name}" is set twice`);
    const host = sysctlHost(name);
    if (host !== undefined && isTrue(spec.get(host)))
      problems.invalid(field, `sysctl "${name}" may not be specified when '${host}' is true`);
    names.add(name);
  }
}

/** validateHostUsers: a user namespace excludes the host's other namespaces. */
export function validateHostUsers(scope: PodScope): void {
  const { spec, problems } = scope;
  if (scope.hostUsers || scope.minor < USER_NAMESPACES_SINCE) return;
  const parent = pathOf(spec);
  for (const [key, server] of [
    ["hostNetwork", "hostNetwork"],
    ["hostPID", "HostPID"],
    ["hostIPC", "HostIPC"],
  ] as const)
    if (isTrue(spec.get(key)))
      problems.invalid(spec.get(key), `${key} may not be true when \`hostUsers\` is false`, {
        serverField: parent === "" ? server : `${parent}.${server}`,
      });
}
