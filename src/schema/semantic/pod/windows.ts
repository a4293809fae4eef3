// Windows options and the fields that the pod's operating system rules out (validateWindowsSecurityContextOptions, validateOS, validateWindows, validateLinux).

import type { Field } from "../../../field.ts";
import type { Problems } from "../../problems.ts";
import { requireText, validateEnum } from "../checks.ts";
import { formatErrors } from "../format.ts";
import { byteLength, isDns1123Subdomain } from "../names.ts";
import { isTrue, pathOf, textOf } from "../read.ts";
import type { PodScope } from "./scope.ts";

const LARGEST_CREDENTIAL_SPEC = 64 * 1024;
const LONGEST_DOMAIN = 256;
const LONGEST_USER = 104;

export function validateWindowsOptions(options: Field, problems: Problems): void {
  if (!options.exists) return;
  const name = options.get("gmsaCredentialSpecName");
  if (name.exists) formatErrors(name, "gmsaCredentialSpecName", isDns1123Subdomain, problems);
  const content = options.get("gmsaCredentialSpec");
  const text = textOf(content);
  if (content.exists && text === "") problems.invalid(content, "gmsaCredentialSpec cannot be an empty string");
  else if (text !== undefined && byteLength(text) > LARGEST_CREDENTIAL_SPEC)
    problems.invalid(content, "gmsaCredentialSpec size must be under 64 KiB");
  const user = options.get("runAsUserName");
  const userName = textOf(user);
  if (!user.exists || userName === undefined) return;
  const error = userNameError(userName);
  if (error !== undefined) problems.invalid(user, `"${userName}": ${error}`);
}

function userNameError(name: string): string | undefined {
  if (name === "") return "runAsUserName cannot be an empty string";
  if (/[\x00-\x1f\x7f]/.test(name)) return "runAsUserName cannot contain control characters";
  const parts = name.split("\\");
  if (parts.length > 2) return "runAsUserName cannot contain more than one backslash";
  const [domain, user] = parts.length === 1 ? [undefined, parts[0] ?? ""] : [parts[0] ?? "", parts[1] ?? ""];
  if (domain !== undefined && byteLength(domain) >= LONGEST_DOMAIN)
    return `runAsUserName's Domain length must be under ${LONGEST_DOMAIN} characters`;
  if (domain !== undefined && !isNetBios(domain) && !isDnsDomain(domain))
    return "runAsUserName's Domain doesn't match the NetBios nor the DNS format";
  if (user === "") return "runAsUserName's User cannot be empty";
  if (byteLength(user) > LONGEST_USER)
    return `runAsUserName's User length must not be longer than ${LONGEST_USER} characters`;
  if (/^[. ]+$/.test(user)) return "runAsUserName's User cannot contain only periods or spaces";
  if (/["/\\:;|=,+*?<>@[\]]/.test(user))
    return "runAsUserName's User cannot contain the following characters: \"/\\:;|=,+*?<>@[]";
  return undefined;
}

function isNetBios(domain: string): boolean {
  return /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/.test(domain);
}

function isDnsDomain(domain: string): boolean {
  return domain.split(".").every(part => /^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?$/.test(part));
}

/** Host process containers come all together, and on the host's network (validateWindowsHostProcessPod). */
export function validateHostProcess(scope: PodScope): void {
  const { spec, problems } = scope;
  const ofPod = spec.get("securityContext", "windowsOptions", "hostProcess");
  const { containers } = scope;
  let count = 0;
  for (const container of containers) {
    const context = container.get("securityContext");
    if (!context.exists && ofPod.boolean !== true) continue;
    const own = context.get("windowsOptions", "hostProcess");
    if (own.boolean !== undefined && ofPod.boolean !== undefined && own.boolean !== ofPod.boolean)
      problems.invalid(
        own,
        `hostProcess ${own.boolean}: pod hostProcess value must be identical if both are specified, was ${ofPod.boolean}`,
      );
    if (own.boolean ?? ofPod.boolean) count++;
  }
  if (count === 0) return;
  if (count !== containers.length)
    problems.invalid(
      spec,
      "If pod contains any hostProcess containers then all containers must be HostProcess containers",
    );
  if (!isTrue(spec.get("hostNetwork")))
    problems.invalid(spec.get("hostNetwork"), "hostNetwork must be true if pod contains any hostProcess containers");
}

const POD_FIELDS_NOT_ON_WINDOWS = ["hostUsers", "hostPID", "hostIPC", "shareProcessNamespace"];
const POD_CONTEXT_NOT_ON_WINDOWS =
  "appArmorProfile seLinuxOptions seccompProfile fsGroup fsGroupChangePolicy sysctls runAsUser runAsGroup supplementalGroups supplementalGroupsPolicy seLinuxChangePolicy".split(
    " ",
  );
const CONTEXT_NOT_ON_WINDOWS =
  "appArmorProfile seLinuxOptions seccompProfile capabilities readOnlyRootFilesystem privileged allowPrivilegeEscalation procMount runAsUser runAsGroup".split(
    " ",
  );

export function validateOs(scope: PodScope): void {
  const { spec, problems } = scope;
  const os = spec.get("os");
  if (!os.exists) return;
  const name = os.get("name");
  if (!requireText(name, "the name of the pod's os cannot be empty", problems)) return;
  if (!validateEnum(name, ["linux", "windows"], problems, { serverField: pathOf(os) })) return;
  const system = textOf(name);
  if (system === "linux")
    forbid(scope, ["windowsOptions"], ["windowsOptions"], "windows options cannot be set for a linux pod");
  if (system !== "windows") return;
  for (const key of POD_FIELDS_NOT_ON_WINDOWS) {
    const field = spec.get(key);
    const isSet = key === "hostPID" || key === "hostIPC" ? isTrue(field) : field.exists;
    if (isSet) problems.invalid(field, `${key} cannot be set for a windows pod`);
  }
  forbid(scope, POD_CONTEXT_NOT_ON_WINDOWS, CONTEXT_NOT_ON_WINDOWS, "cannot be set for a windows pod");
}

function forbid(scope: PodScope, ofPod: readonly string[], ofContainer: readonly string[], why: string): void {
  const contexts = [
    { context: scope.spec.get("securityContext"), keys: ofPod },
    ...scope.containers.map(container => ({ context: container.get("securityContext"), keys: ofContainer })),
  ];
  for (const { context, keys } of contexts)
    for (const key of keys) {
      const field = context.get(key);
      if (!field.exists || (key === "sysctls" && field.items().length === 0)) continue;
      scope.problems.invalid(field, why.startsWith("windows") ? why : `${key} ${why}`);
    }
}
