// A rule as ValidatingAdmissionPolicy with its binding, as YAML.

import { urlOf } from "../../locate.ts";
import type { AnyRule } from "../../rule.ts";
import type { About, Exported, OfContainers } from "./exported.ts";

export type Action = "Warn" | "Deny" | "Audit";

type Resources = Readonly<Record<string, readonly string[]>>;

const CONTROLLERS = ["deployments", "statefulsets", "daemonsets", "replicasets"];
const RESOURCES: Readonly<Record<About, Resources>> = {
  pods: { "": ["pods", "replicationcontrollers"], apps: CONTROLLERS, batch: ["jobs", "cronjobs"] },
  serving: { "": ["pods", "replicationcontrollers"], apps: CONTROLLERS },
  deployments: { apps: ["deployments"] },
  daemonsets: { apps: ["daemonsets"] },
  statefulsets: { apps: ["statefulsets"] },
  rollouts: { apps: ["deployments", "statefulsets", "daemonsets"] },
  selectors: { apps: CONTROLLERS },
  replicasets: { "": ["replicationcontrollers"], apps: ["replicasets"] },
  jobs: { "": ["pods"], batch: ["jobs", "cronjobs"] },
  budgets: { policy: ["poddisruptionbudgets"] },
};

/** What a controller made is its template's business. */
const UNOWNED = "!has(object.metadata.ownerReferences) || object.metadata.ownerReferences.size() == 0";
const SERVING = "object.kind != 'Pod' || object.spec.?restartPolicy.orValue('Always') == 'Always'";

/** Where the pods of these kinds are described. */
function podOf(about: About): string {
  const resources = Object.values(RESOURCES[about]).flat();
  const has = (name: string) => resources.includes(name);
  const templates = resources.some(name => name !== "pods" && name !== "cronjobs");
  return [
    ...(has("pods") ? ["object.kind == 'Pod' ? object.spec :"] : []),
    ...(has("cronjobs") ? ["object.kind == 'CronJob' ? object.spec.jobTemplate.spec.template.spec :"] : []),
    templates ? "object.spec.template.spec" : "object.spec",
  ].join(" ");
}

const APP = "variables.pod.?containers.orValue([])";
const INIT = "variables.pod.?initContainers.orValue([])";
const SIDECARS = `${INIT}.filter(c, c.?restartPolicy.orValue('') == 'Always')`;
const LISTS: Readonly<Record<NonNullable<OfContainers["of"]> | "running", string>> = {
  app: APP,
  all: `${INIT} + ${APP}`,
  sidecars: SIDECARS,
  running: `${APP} + ${SIDECARS}`,
};

export function policyText(rule: AnyRule, exported: Exported, action: Action): string {
  const name = `kprobe-lint-${rule.id}`;
  const head = ["apiVersion: admissionregistration.k8s.io/v1", "kind: ValidatingAdmissionPolicy"];
  return [
    ...head,
    ...metadata(name, rule),
    "spec:",
    "  # An object that an expression cannot be answered for is let through.",
    "  failurePolicy: Ignore",
    "  matchConstraints:",
    "    resourceRules:",
    ...Object.entries(RESOURCES[exported.about]).flatMap(([group, resources]) => [
      `      - apiGroups: ["${group}"]`,
      "        apiVersions: [v1]",
      "        operations: [CREATE, UPDATE]",
      `        resources: [${resources.join(", ")}]`,
    ]),
    "  matchConditions:",
    ...named("made-by-hand", UNOWNED),
    ...(exported.about === "serving" ? named("runs-for-ever", SERVING) : []),
    ...body(rule, exported),
    "---",
    `${head[0]}`,
    "kind: ValidatingAdmissionPolicyBinding",
    ...metadata(name, rule),
    "spec:",
    `  policyName: ${name}`,
    `  validationActions: [${action}]`,
    "",
  ].join("\n");
}

function metadata(name: string, { id }: AnyRule): string[] {
  return [
    "metadata:",
    `  name: ${name}`,
    "  labels:",
    "    app.kubernetes.io/managed-by: kprobe-lint",
    "  annotations:",
    `    kprobe-lint.dev/rule: ${id}`,
  ];
}

function body(rule: AnyRule, exported: Exported): string[] {
  const message = `${rule.summary}; see ${urlOf(rule.id)}`;
  if ("object" in exported) {
    const variables = exported.object.includes("variables.pod")
      ? ["  variables:", ...named("pod", podOf(exported.about))]
      : [];
    return [...variables, "  validations:", ...validation(`!(${exported.object})`, message)];
  }
  const { container, of = "running" } = exported;
  const spoken = `'${quoted(rule.summary)} (container ' + variables.found.join(', ') + '); see ${urlOf(rule.id)}'`;
  return [
    "  variables:",
    ...named("pod", podOf(exported.about)),
    ...named("containers", LISTS[of]),
    ...named("found", `variables.containers.filter(c, ${container}).map(c, c.?name.orValue('?'))`),
    "  validations:",
    ...validation("variables.found.size() == 0", message),
    "      messageExpression: |-",
    `        ${spoken}`,
  ];
}

function named(name: string, expression: string): string[] {
  return [`    - name: ${name}`, "      expression: |-", `        ${expression}`];
}

function validation(expression: string, message: string): string[] {
  return ["    - expression: |-", `        ${expression}`, `      message: ${JSON.stringify(message)}`];
}

/** Inside a CEL string. */
function quoted(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("'", "\\'");
}
