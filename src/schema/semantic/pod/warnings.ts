// What the server prints as "Warning: …" about a pod that it creates (pkg/api/pod/warnings.go).

import type { Field } from "../../../field.ts";
import type { Problems } from "../../problems.ts";
import { warnClaimSpec } from "../core/claim-spec.ts";
import { parseIp } from "../ip.ts";
import { isLabelValue } from "../names.ts";
import { isWhole } from "../quantity.ts";
import { keyPathOf, pathOf, rawTextOf, stringMapOf, textOf } from "../read.ts";
import { APPARMOR_CONTAINER, SECCOMP_CONTAINER, SECCOMP_POD } from "./annotations.ts";
import { warnOverlappingPaths } from "./overlaps.ts";
import { warnPorts } from "./port-warnings.ts";
import { rounded, shownQuantity } from "./resources.ts";
import { containersOf, type PodContext } from "./scope.ts";

/** GetNodeLabelDeprecatedMessage. */
const DEPRECATED_NODE_LABELS: ReadonlyMap<string, string> = new Map([
  ["beta.kubernetes.io/arch", 'deprecated since v1.14; use "kubernetes.io/arch" instead'],
  ["beta.kubernetes.io/os", 'deprecated since v1.14; use "kubernetes.io/os" instead'],
  ["failure-domain.beta.kubernetes.io/region", 'deprecated since v1.17; use "topology.kubernetes.io/region" instead'],
  ["failure-domain.beta.kubernetes.io/zone", 'deprecated since v1.17; use "topology.kubernetes.io/zone" instead'],
  ["beta.kubernetes.io/instance-type", 'deprecated since v1.17; use "node.kubernetes.io/instance-type" instead'],
  ["node-role.kubernetes.io/master", 'use "node-role.kubernetes.io/control-plane" instead'],
]);

const DEPRECATED_ANNOTATIONS: ReadonlyMap<string, string> = new Map([
  ["scheduler.alpha.kubernetes.io/critical-pod", 'non-functional in v1.16+; use the "priorityClassName" field instead'],
  ["security.alpha.kubernetes.io/sysctls", 'non-functional in v1.11+; use the "sysctls" field instead'],
  ["security.alpha.kubernetes.io/unsafe-sysctls", 'non-functional in v1.11+; use the "sysctls" field instead'],
]);

/** Volume plugins that were taken out, with the key that the server's warning writes. */
const REMOVED_VOLUMES: ReadonlyMap<string, { message: string; key?: string }> = new Map([
  ["photonPersistentDisk", { message: "deprecated in v1.11, non-functional in v1.16+" }],
  ["gitRepo", { message: "deprecated in v1.11" }],
  ["scaleIO", { message: "deprecated in v1.16, non-functional in v1.22+" }],
  ["flocker", { message: "deprecated in v1.22, non-functional in v1.25+" }],
  ["storageos", { message: "deprecated in v1.22, non-functional in v1.25+", key: "storageOS" }],
  ["quobyte", { message: "deprecated in v1.22, non-functional in v1.25+" }],
  ["glusterfs", { message: "deprecated in v1.25, non-functional in v1.26+" }],
  ["cephfs", { message: "deprecated in v1.28, non-functional in v1.31+" }],
  ["rbd", { message: "deprecated in v1.28, non-functional in v1.31+" }],
]);
/** Since this minor the kubelet refuses gitRepo volumes by default, and the warning says so. */
const GIT_REPO_OFF_SINCE = 33;

/** The warnings for objects that are not refused. `pod` is the map with `metadata` and `spec`: a Pod or a template. */
export function warnPodSpec(pod: Field, context: PodContext, problems: Problems): void {
  const spec = pod.get("spec");
  const affinity = spec.get("affinity");
  warnNodeLabels(spec.get("nodeSelector"), affinity, problems);
  warnSpread(spec, problems);
  warnAnnotations(pod, context, problems);
  warnVolumes(spec, context, problems);
  warnOverlappingPaths(spec, problems);
  warnAddresses(spec, problems);
  warnPullSecrets(spec.get("imagePullSecrets"), problems);
  const overhead = spec.get("overhead");
  if (overhead.exists) for (const name of ["memory", "ephemeral-storage"]) warnFraction(overhead.get(name), problems);
  const containers = containersOf(spec);
  for (const container of containers) {
    const resources = container.get("resources");
    if (resources.exists)
      for (const name of ["memory", "ephemeral-storage"]) warnFractions(resources, name, context, problems);
    warnEnv(container.get("env"), problems);
  }
  warnPorts(spec, containers, context, problems);
  const grace = spec.get("terminationGracePeriodSeconds");
  if (grace.number !== undefined && grace.number < 0)
    problems.warns(
      grace,
      `terminationGracePeriodSeconds ${grace.number} must be >= 0; negative values are invalid and will be treated as 1`,
      { ruleId: "grace-period-negative" },
    );
  if (affinity.exists) warnPodAffinity(affinity, problems);
}

function warnNodeLabels(selector: Field, affinity: Field, problems: Problems): void {
  for (const entry of selector.entries()) {
    const message = DEPRECATED_NODE_LABELS.get(String(entry.key));
    if (message !== undefined)
      problems.warns(entry, `node label ${entry.key}: ${message}`, { serverField: keyPathOf(entry) });
  }
  const node = affinity.get("nodeAffinity");
  if (!node.exists) return;
  const required = node.get("requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms");
  for (const term of required.items()) warnNodeTerm(term, false, problems);
  for (const term of node.get("preferredDuringSchedulingIgnoredDuringExecution").items())
    warnNodeTerm(term.get("preference"), true, problems);
}

/** GetWarningsForNodeSelectorTerm: bad values are refused in what is required, and match nothing in what is preferred. */
export function warnNodeTerm(term: Field, checkValues: boolean, problems: Problems): void {
  for (const requirement of term.get("matchExpressions").items()) {
    const key = requirement.get("key");
    const message = DEPRECATED_NODE_LABELS.get(textOf(key) ?? "");
    if (message !== undefined) problems.warns(key, `node label ${textOf(key)}: ${message}`);
    if (!checkValues) continue;
    for (const value of requirement.get("values").items()) {
      const text = textOf(value);
      const errors = text === undefined ? [] : isLabelValue(text);
      if (errors.length > 0) problems.warns(value, `"${text}" is invalid, ${errors.join("; ")}`);
    }
  }
}

const NULL_SELECTOR = "a null labelSelector results in matching no pod";

function warnSpread(spec: Field, problems: Problems): void {
  for (const constraint of spec.get("topologySpreadConstraints").items()) {
    const key = constraint.get("topologyKey");
    const message = DEPRECATED_NODE_LABELS.get(textOf(key) ?? "");
    if (message !== undefined) problems.warns(key, `node label ${textOf(key)}: ${message}`);
    if (!constraint.get("labelSelector").exists) problems.warns(constraint.get("labelSelector"), NULL_SELECTOR);
  }
}

function warnPodAffinity(affinity: Field, problems: Problems): void {
  for (const kind of ["podAffinity", "podAntiAffinity"]) {
    const required = affinity.get(kind, "requiredDuringSchedulingIgnoredDuringExecution").items();
    const preferred = affinity.get(kind, "preferredDuringSchedulingIgnoredDuringExecution").items();
    for (const term of [...required, ...preferred.map(weighted => weighted.get("podAffinityTerm"))])
      if (!term.get("labelSelector").exists) problems.warns(term.get("labelSelector"), NULL_SELECTOR);
  }
}

function warnAnnotations(pod: Field, context: PodContext, problems: Problems): void {
  const annotations = pod.get("metadata", "annotations");
  if (!annotations.exists) return;
  const warn = (key: string, message: string) => {
    const field = annotations.get(key);
    if (field.entry !== undefined)
      problems.warns(field, `annotation ${key}: ${message}`, { serverField: keyPathOf(field) });
  };
  for (const key of stringMapOf(annotations).keys()) {
    const message = DEPRECATED_ANNOTATIONS.get(key);
    if (message !== undefined) warn(key, message);
  }
  const spec = pod.get("spec");
  const security = spec.get("securityContext");
  const seccomp = 'non-functional in v1.27+; use the "seccompProfile" field instead';
  if (!security.get("seccompProfile").exists) warn(SECCOMP_POD, seccomp);
  for (const container of containersOf(spec)) {
    const name = rawTextOf(container.get("name")) ?? "";
    const own = container.get("securityContext");
    if (!own.get("seccompProfile").exists) warn(`${SECCOMP_CONTAINER}${name}`, seccomp);
    const hasField = security.get("appArmorProfile").exists || own.get("appArmorProfile").exists;
    if (context.podKind === "template" && context.cluster.minor >= APPARMOR_FIELDS_SINCE && !hasField)
      warn(`${APPARMOR_CONTAINER}${name}`, 'deprecated since v1.30; use the "appArmorProfile" field instead');
  }
}

const APPARMOR_FIELDS_SINCE = 30;

function warnVolumes(spec: Field, context: PodContext, problems: Problems): void {
  for (const volume of spec.get("volumes").items()) {
    for (const source of volume.entries()) {
      const kind = String(source.key);
      const removed = REMOVED_VOLUMES.get(kind);
      if (removed === undefined || !source.exists) continue;
      const { message, key = kind } = removed;
      const off =
        kind === "gitRepo" && context.cluster.minor >= GIT_REPO_OFF_SINCE ? ", and disabled by default in v1.33+" : "";
      problems.warns(source, `${kind} volumes are ${message}${off}`, {
        serverField: `${pathOf(volume)}.${key}`,
      });
    }
    const claim = volume.get("ephemeral", "volumeClaimTemplate");
    if (claim.exists) warnClaimSpec(claim.get("spec"), problems);
  }
}

function warnAddresses(spec: Field, problems: Problems): void {
  const seen = new Set<string>();
  for (const alias of spec.get("hostAliases").items()) {
    const field = alias.get("ip");
    const ip = rawTextOf(field) ?? "";
    if (seen.has(ip)) problems.warns(field, `duplicate ip "${ip}" in hostAliases`);
    seen.add(ip);
    warnIp(field, problems);
  }
  for (const server of spec.get("dnsConfig", "nameservers").items()) warnIp(server, problems);
}

/** GetWarningsForIP. */
export function warnIp(field: Field, problems: Problems): void {
  const text = textOf(field);
  const ip = text === undefined ? undefined : parseIp(text);
  if (ip?.nonStandard !== undefined)
    problems.warns(
      field,
      `non-standard IP address "${text}" will be considered invalid in a future Kubernetes release: use "${ip.nonStandard}"`,
    );
}

function warnPullSecrets(secrets: Field, problems: Problems): void {
  const seen = new Set<string>();
  for (const secret of secrets.items()) {
    const field = secret.get("name");
    const name = rawTextOf(field) ?? "";
    if (seen.has(name)) problems.warns(field, `duplicate name "${name}" in imagePullSecrets`);
    seen.add(name);
    if (name === "") problems.warns(field, 'invalid empty name "" in imagePullSecrets');
  }
}

function warnFractions(resources: Field, name: string, context: PodContext, problems: Problems): void {
  const limit = resources.get("limits", name);
  const request = resources.get("requests", name);
  // A Pod's missing request is its limit, and the server warns of both.
  const both = context.podKind === "Pod" && request.entry === undefined;
  warnFraction(limit, problems, both ? [keyPathOf(request)] : []);
  warnFraction(request, problems);
}

function warnFraction(field: Field, problems: Problems, also: readonly string[] = []): void {
  const quantity = field.entry === undefined ? undefined : rounded(field);
  if (quantity === undefined || isWhole(quantity)) return;
  problems.warns(
    field,
    `fractional byte value ${shownQuantity(field)} is invalid, must be an integer: "m" means thousandths; "M" is mega, "Mi" 1024 x 1024`,
    {
      serverField: keyPathOf(field),
      ...(also.length > 0 ? { serverAlso: also } : {}),
    },
  );
}

/** A second definition is fine only when it extends the first: X=abc, then X=$(X)d. */
function warnEnv(env: Field, problems: Problems): void {
  const seen = new Map<string, Field>();
  for (const variable of env.items()) {
    const name = rawTextOf(variable.get("name"));
    if (name === undefined) continue;
    const first = seen.get(name);
    if (first === undefined) {
      seen.set(name, variable);
      continue;
    }
    const reference = `$(${name})`;
    const value = rawTextOf(variable.get("value")) ?? "";
    if (!variable.get("valueFrom").exists && value !== reference && value.includes(reference)) continue;
    problems.warns(
      variable.get("name"),
      `env hides previous definition of "${name}", which may be dropped when using apply`,
      {
        serverField: pathOf(variable),
        related: [{ field: first.get("name"), message: "the first definition" }],
      },
    );
  }
}
