// Pod specifications: everything that the registries check when a Pod or a template is created (pkg/apis/core/validation ValidatePodSpec).

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { requireText, validateEnum, validateRange } from "./checks.ts";
import { formatErrors } from "./format.ts";
import { validateAnnotations, validateLabels } from "./metadata.ts";
import { isDns1123Label, isDns1123Subdomain } from "./names.ts";
import { validateAffinity } from "./pod/affinity.ts";
import { dropInitContainerAnnotations, validateAnnotationsMatch, validatePodAnnotations } from "./pod/annotations.ts";
import { validateContainers } from "./pod/containers.ts";
import { dropDisabledFields } from "./pod/gates.ts";
import { validateDns, validateHostAliases, validateHostnames } from "./pod/network.ts";
import { validateHostPorts } from "./pod/ports.ts";
import { validateOverhead, validatePodResources } from "./pod/resources.ts";
import { validateGates, validateSpread, validateTolerations } from "./pod/scheduling.ts";
import { containersOf, DEFAULT_GRACE_SECONDS, type PodContext, type PodScope } from "./pod/scope.ts";
import { validateHostUsers, validatePodSecurityContext } from "./pod/security.ts";
import { validateVolumes } from "./pod/volumes.ts";
import { validateHostProcess, validateOs } from "./pod/windows.ts";
import { childPath, integerOf, pathOf, rawTextOf, textOf } from "./read.ts";

export type { PodContext } from "./pod/scope.ts";
export { warnPodSpec } from "./pod/warnings.ts";

const LARGEST_DEADLINE = 2_147_483_647;
/** PodLevelResources and DynamicResourceAllocation default on since this minor. */
const POD_RESOURCES_SINCE = 34;

/** Everything that ValidatePodSpec refuses, and the fields that are dropped. */
export function validatePodSpec(spec: Field, context: PodContext, problems: Problems): void {
  const found = validateVolumes(spec, context, problems);
  const claims = spec
    .get("resourceClaims")
    .items()
    .map(claim => rawTextOf(claim.get("name")) ?? "");
  const scope: PodScope = {
    spec,
    context,
    minor: context.cluster.minor,
    containers: containersOf(spec),
    problems,
    volumes: found.volumes,
    refusedVolumes: found.refused,
    unknownVolumes: found.unknown,
    claims: new Set(claims.filter(name => name !== "")),
    graceSeconds: integerOf(spec.get("terminationGracePeriodSeconds"), DEFAULT_GRACE_SECONDS),
    hostUsers: spec.get("hostUsers").boolean ?? true,
    restartPolicy: textOf(spec.get("restartPolicy")),
  };
  dropDisabledFields(scope);
  validateContainers(scope);
  validateHostPorts(scope);
  const checks = new Set<Check>();
  for (const field of spec.entries()) {
    const check = field.exists ? CHECKS.get(String(field.key)) : undefined;
    if (check !== undefined) checks.add(check);
  }
  for (const check of checks) check(scope);
  validateHostProcess(scope);
  validateAnnotationsOf(scope);
}

type Check = (scope: PodScope) => void;

function inSpec(key: string, check: (field: Field, scope: PodScope) => void): [string, Check] {
  return [key, scope => check(scope.spec.get(key), scope)];
}

/** A name in a pod spec, checked where it is not empty. */
function nameOf(key: string, what: string): [string, Check] {
  return inSpec(key, (field, { problems }) => {
    const isSet = key === "runtimeClassName" || rawTextOf(field) !== "";
    if (isSet) formatErrors(field, what, isDns1123Subdomain, problems);
  });
}

/** What is checked where one of these fields is there, once however many of them are. */
const CHECKS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ["resourceClaims", validateResourceClaims],
  inSpec("resources", (_, scope) => {
    if (scope.minor >= POD_RESOURCES_SINCE) validatePodResources(scope);
  }),
  inSpec(
    "restartPolicy",
    (field, { problems }) =>
      void validateEnum(field, ["Always", "OnFailure", "Never"], problems, {
        empty: "default",
        ruleId: "restart-policy-invalid",
      }),
  ),
  nameOf("nodeName", "node name"),
  nameOf("priorityClassName", "PriorityClass name"),
  nameOf("runtimeClassName", "RuntimeClass name"),
  ["serviceAccountName", validateServiceAccount],
  ["serviceAccount", validateServiceAccount],
  inSpec("activeDeadlineSeconds", (field, { problems }) => void validateRange(field, 1, LARGEST_DEADLINE, problems)),
  inSpec(
    "preemptionPolicy",
    (field, { problems }) => void validateEnum(field, ["PreemptLowerPriority", "Never"], problems),
  ),
  inSpec("overhead", (field, { problems }) => validateOverhead(field, problems)),
  inSpec("nodeSelector", (field, { problems }) => validateLabels(field, problems)),
  ["securityContext", validatePodSecurityContext],
  ["shareProcessNamespace", validatePodSecurityContext],
  inSpec("affinity", (field, { problems }) => validateAffinity(field, problems)),
  ["dnsPolicy", validateDns],
  ["dnsConfig", validateDns],
  ["readinessGates", validateGates],
  ["schedulingGates", validateGates],
  ["topologySpreadConstraints", validateSpread],
  ["hostUsers", validateHostUsers],
  ["hostname", validateHostnames],
  ["subdomain", validateHostnames],
  ["hostnameOverride", validateHostnames],
  inSpec("tolerations", validateTolerations),
  ["hostAliases", validateHostAliases],
  ["os", validateOs],
  ["volumes", validateTokens],
]);

/** `serviceAccount` is the old name of the same field, and counts where the new one is empty. */
function validateServiceAccount(scope: PodScope): void {
  const { spec, problems } = scope;
  const named = spec.get("serviceAccountName");
  const field = rawTextOf(named) === "" ? spec.get("serviceAccount") : named;
  if (rawTextOf(field) !== "")
    formatErrors(field, "ServiceAccount name", isDns1123Subdomain, problems, { serverField: pathOf(named) });
}

/** validatePodResourceClaims. */
function validateResourceClaims(scope: PodScope): void {
  if (scope.minor < POD_RESOURCES_SINCE) return;
  const { problems } = scope;
  const names = new Set<string>();
  for (const claim of scope.spec.get("resourceClaims").items()) {
    const field = claim.get("name");
    if (requireText(field, "a resource claim needs a name, by which containers ask for it", problems)) {
      const name = rawTextOf(field) ?? "";
      if (names.has(name)) problems.invalid(field, `duplicate value: two resource claims are called "${name}"`);
      else formatErrors(field, "resource claim name", isDns1123Label, problems);
      names.add(name);
    }
    const direct = claim.get("resourceClaimName");
    const template = claim.get("resourceClaimTemplateName");
    if (direct.exists && template.exists)
      problems.invalid(claim, "at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified");
    if (!direct.exists && !template.exists)
      problems.invalid(claim, "must specify one of: `resourceClaimName`, `resourceClaimTemplateName`");
    if (direct.exists) formatErrors(direct, "ResourceClaim name", isDns1123Subdomain, problems);
    if (template.exists) formatErrors(template, "ResourceClaimTemplate name", isDns1123Subdomain, problems);
  }
}

/** A Pod names its ServiceAccount itself; workloads' pods get it from admission before they are validated. */
function validateTokens(scope: PodScope): void {
  const { spec, context, problems } = scope;
  const account = rawTextOf(spec.get("serviceAccountName")) || rawTextOf(spec.get("serviceAccount"));
  if (context.podKind !== "Pod" || account !== "") return;
  for (const volume of spec.get("volumes").items())
    for (const source of volume.get("projected", "sources").items()) {
      const token = source.get("serviceAccountToken");
      if (token.exists)
        problems.invalid(token, "serviceAccountToken must not be specified when serviceAccountName is not set");
    }
}

function validateAnnotationsOf(scope: PodScope): void {
  const annotations = scope.context.metadata?.get("annotations");
  if (annotations === undefined) return;
  const template = scope.context.metadata?.parent;
  const server =
    scope.context.podKind === "Pod" || template === undefined
      ? pathOf(annotations)
      : childPath(pathOf(template), "annotations");
  dropInitContainerAnnotations(annotations, scope);
  validatePodAnnotations(annotations, server, scope);
  validateAnnotationsMatch(annotations, scope);
}

/** ValidatePodTemplateSpec: `template` is `spec.template`. The server leaves `metadata` out of the paths of its labels and annotations. */
export function validatePodTemplate(template: Field, context: PodContext, problems: Problems): void {
  const metadata = template.get("metadata");
  const server = pathOf(template);
  validateLabels(metadata.get("labels"), problems, childPath(server, "labels"));
  validateAnnotations(metadata.get("annotations"), problems, childPath(server, "annotations"));
  validatePodSpec(template.get("spec"), { ...context, podKind: "template", metadata }, problems);
}
