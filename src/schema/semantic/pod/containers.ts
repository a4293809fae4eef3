// The containers of a pod (validateContainers, validateInitContainers, validateEphemeralContainers, validateContainerCommon).

import type { Field } from "../../../field.ts";
import { requireText, validateEnum } from "../checks.ts";
import { formatErrors } from "../format.ts";
import { isDns1123Label } from "../names.ts";
import { pathOf, rawTextOf, textOf } from "../read.ts";
import { validateEnv, validateEnvFrom } from "./env.ts";
import { validateDevices, validateMounts } from "./mounts.ts";
import { validatePorts } from "./ports.ts";
import { PROBES, validateProbesAndHooks } from "./probes.ts";
import { validateContainerResources } from "./resources.ts";
import { validateContainerRestart } from "./restart.ts";
import { isSidecar, type PodScope } from "./scope.ts";
import { validateSecurityContext } from "./security.ts";

export function validateContainers(scope: PodScope): void {
  const { spec, problems } = scope;
  const containers = spec.get("containers");
  if (containers.items().length === 0) {
    problems.required(containers, "required value: a pod needs at least one container");
    // The server stops here with the regular containers only.
  }
  const names = new Map<string, Field>();
  for (const container of containers.items()) {
    validateCommon(container, scope);
    claimName(container, names, scope);
    validateProbesAndHooks(container, scope);
    validateContainerRestart(container, scope);
  }
  for (const container of spec.get("initContainers").items()) validateInitContainer(container, names, scope);
  validateEphemeralContainers(names, scope);
}

function claimName(container: Field, names: Map<string, Field>, scope: PodScope): void {
  const field = container.get("name");
  const name = rawTextOf(field);
  if (name === undefined || name === "") return;
  const first = names.get(name);
  if (first === undefined) names.set(name, field);
  else
    scope.problems.invalid(field, `duplicate value: two containers of the pod are called "${name}"`, {
      related: [{ field: first, message: "the first one" }],
    });
}

type Check = (field: Field, container: Field, scope: PodScope) => void;

/** What is checked where it is there: most containers have few of these fields, and are many. */
const CHECKS: ReadonlyMap<string, Check> = new Map<string, Check>([
  [
    "terminationMessagePolicy",
    (field, _, { problems }) =>
      void validateEnum(field, ["File", "FallbackToLogsOnError"], problems, { empty: "default" }),
  ],
  ["ports", (field, _, scope) => validatePorts(field, scope)],
  ["env", (field, _, scope) => validateEnv(field, scope)],
  ["envFrom", (field, _, scope) => validateEnvFrom(field, scope)],
  ["volumeMounts", (_, container, scope) => validateMounts(container, scope)],
  ["volumeDevices", (_, container, scope) => validateDevices(container, scope)],
  [
    "imagePullPolicy",
    (field, _, { problems }) =>
      void validateEnum(field, ["Always", "IfNotPresent", "Never"], problems, { empty: "default" }),
  ],
  ["resources", (field, _, scope) => validateContainerResources(field, scope)],
  ["resizePolicy", (field, _, scope) => validateResizePolicy(field, scope)],
  ["securityContext", (field, _, scope) => validateSecurityContext(field, scope)],
]);

function validateCommon(container: Field, scope: PodScope): void {
  const { problems } = scope;
  const name = container.get("name");
  if (requireText(name, "a container needs a name", problems))
    formatErrors(name, "container name", isDns1123Label, problems);
  validateImage(container.get("image"), scope);
  for (const field of container.entries()) if (field.exists) CHECKS.get(String(field.key))?.(field, container, scope);
}

function validateImage(image: Field, scope: PodScope): void {
  if (!requireText(image, "a container needs an image", scope.problems)) return;
  const text = textOf(image);
  if (text === undefined || text === text.trim()) return;
  const isPod = scope.context.podKind === "Pod";
  const later = isPod ? "" : ": the workload is created, and none of its pods";
  scope.problems.invalid(
    image,
    `image ${JSON.stringify(text)} must not have leading or trailing whitespace${later}`,
    isPod ? {} : { server: undefined },
  );
}

/** InPlacePodVerticalScaling defaults on since this minor: before it resizePolicy is dropped. */
const RESIZE_SINCE = 33;

function validateResizePolicy(list: Field, scope: PodScope): void {
  if (list.items().length === 0 || scope.minor < RESIZE_SINCE) return;
  const { problems } = scope;
  const serverField = pathOf(list);
  const seen = new Set<string>();
  for (const policy of list.items()) {
    const resource = textOf(policy.get("resourceName"));
    if (resource !== undefined && seen.has(resource))
      problems.invalid(policy.get("resourceName"), `duplicate value: a second policy for "${resource}"`, {
        serverField: pathOf(policy),
      });
    if (resource !== undefined) seen.add(resource);
    validateEnum(policy.get("resourceName"), ["cpu", "memory"], problems, { empty: "required", serverField });
    const restart = policy.get("restartPolicy");
    validateEnum(restart, ["NotRequired", "RestartContainer"], problems, { empty: "required", serverField });
    if (scope.restartPolicy === "Never" && textOf(restart) === "RestartContainer")
      problems.invalid(
        restart,
        "resizePolicy \"RestartContainer\" must be 'NotRequired' when `restartPolicy` is 'Never'",
        { serverField },
      );
  }
}

const ONLY_SIDECARS = "may not be set for init containers without restartPolicy=Always";

function validateInitContainer(container: Field, names: Map<string, Field>, scope: PodScope): void {
  validateCommon(container, scope);
  validateContainerRestart(container, scope);
  claimName(container, names, scope);
  if (isSidecar(container) || container.get("restartPolicy").isUnknown) {
    validateProbesAndHooks(container, scope);
    return;
  }
  for (const key of ["lifecycle", ...PROBES]) {
    const field = container.get(key);
    if (!field.exists) continue;
    scope.problems.invalid(
      field,
      `${key} ${ONLY_SIDECARS}: this init container runs to its end before the others start`,
      {
        ruleId: "probe-on-init-container",
      },
    );
  }
}

const EPHEMERAL_FORBIDDEN = [
  "ports",
  "resources",
  "lifecycle",
  ...PROBES,
  "resizePolicy",
  "restartPolicy",
  "restartPolicyRules",
];

function validateEphemeralContainers(names: Map<string, Field>, scope: PodScope): void {
  const { spec, problems, context } = scope;
  const list = spec.get("ephemeralContainers");
  const others = new Set(names.keys());
  for (const container of list.items()) {
    validateCommon(container, scope);
    claimName(container, names, scope);
    const target = container.get("targetContainerName");
    const name = textOf(target);
    if (name !== undefined && name !== "" && !others.has(name))
      problems.invalid(target, `targetContainerName "${name}" not found: no container of the pod is called so`);
    for (const key of EPHEMERAL_FORBIDDEN) validateForbidden(container.get(key), key, scope);
    for (const mount of container.get("volumeMounts").items())
      for (const key of ["subPath", "subPathExpr"])
        if (rawTextOf(mount.get(key)) !== "")
          problems.invalid(mount.get(key), `${key} cannot be set for an Ephemeral Container`);
  }
  if (list.items().length === 0) return;
  const message =
    context.podKind === "Pod"
      ? "ephemeralContainers cannot be set on create: kubectl debug adds them to a running pod"
      : "ephemeral containers not allowed in pod template";
  problems.invalid(list, message);
}

function validateForbidden(field: Field, key: string, scope: PodScope): void {
  if (
    !field.exists ||
    (field.isList && field.items().length === 0) ||
    (key === "resources" && field.entries().length === 0)
  )
    return;
  const isProbe = key === "lifecycle" || PROBES.some(probe => probe === key);
  scope.problems.invalid(
    field,
    `${key} cannot be set for an Ephemeral Container`,
    isProbe ? { ruleId: "probe-on-ephemeral-container" } : {},
  );
}
