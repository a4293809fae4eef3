// What all controllers of pods share: a selector, a pod template with matching labels, and a restart policy.

import { formatPath } from "../../diagnostic.ts";
import type { Field } from "../../field.ts";
import { nearest } from "../../nearest.ts";
import { Problems } from "../problems.ts";
import { isRefused } from "./checks.ts";
import { replaceScalar } from "./fixes.ts";
import { quote } from "./format.ts";
import { isDns1123Label } from "./names.ts";
import { type PodContext, validatePodTemplate, warnPodSpec } from "./pod.ts";
import { pathOf, stringMapOf, textOf } from "./read.ts";
import { selectorMatches, validateLabelSelector } from "./selector.ts";
import { shown } from "./shown.ts";
import type { Cluster } from "./validator.ts";

export interface ControllerRule {
  readonly kind: string;
  /** The server asks for the selector by name; a DaemonSet's only fails to match. */
  readonly selectorRequired: boolean;
  /** An unreadable selector is reported a second time, at its own path. */
  readonly selectorReportedTwice: boolean;
  readonly claimTemplates?: readonly Field[];
}

/** The selector, the template and how they fit, as a Deployment, ReplicaSet, StatefulSet or DaemonSet has them. */
export function validateController(spec: Field, rule: ControllerRule, cluster: Cluster, problems: Problems): void {
  const selector = spec.get("selector");
  const template = spec.get("template");
  if (!selector.exists || !template.exists) reportIncomplete(spec, rule, problems);
  const readable = !selector.exists || validateSelector(selector, rule, problems);
  if (!template.exists) return;
  if (selector.exists && readable) validateMatch(selector, template, problems);
  const found = templateProblems(template, contextOf(rule, cluster));
  // What is wrong with a label is mostly wrong with it in both places, and was said of the selector.
  const labels = `${pathOf(template)}.labels`;
  problems.list.push(...found.filter(problem => readable || problem.serverField !== labels));
  validateAlwaysRestarts(template, rule.kind, problems);
}

export function contextOf(rule: Pick<ControllerRule, "claimTemplates">, cluster: Cluster): PodContext {
  const { claimTemplates } = rule;
  return { cluster, podKind: "template", ...(claimTemplates === undefined ? {} : { claimTemplates }) };
}

/** ValidateXxxSpec reports what follows from a missing part at several paths: they are one problem here. */
function reportIncomplete(spec: Field, rule: ControllerRule, problems: Problems): void {
  const selector = spec.get("selector");
  const template = spec.get("template");
  const fields: string[] = [];
  if (!selector.exists && rule.selectorRequired) fields.push(pathOf(selector));
  // A missing selector matches no labels at all.
  if (selectorMatches(selector, new Map()) === false) fields.push(pathOf(template.get("metadata", "labels")));
  if (!template.exists) fields.push(pathOf(template.get("spec", "containers")));
  const missing = [selector, template].filter(field => !field.exists);
  const place = missing.length === 2 ? spec : (missing[0] ?? spec);
  const [serverField, ...serverAlso] = fields;
  const names = missing.map(field => `"${pathOf(field)}"`).join(" and ");
  problems.required(
    place,
    `${names} ${missing.length === 2 ? "are" : "is"} required: ${purpose(selector, template, rule)}`,
    {
      ruleId: "incomplete-workload",
      ...(serverField === undefined ? {} : { serverField }),
      ...(serverAlso.length > 0 ? { serverAlso } : {}),
      ...helpFor(selector, template),
    },
  );
}

function purpose(selector: Field, template: Field, { kind }: ControllerRule): string {
  if (!selector.exists && !template.exists) return `without them the ${kind} neither makes pods nor knows its own`;
  if (!selector.exists)
    return `without it the ${kind} does not know its pods (\`selector\` does not match template \`labels\`)`;
  return `without it the ${kind} has no pods to make`;
}

function helpFor(selector: Field, template: Field): { help?: string } {
  const labels = [...stringMapOf(template.get("metadata", "labels"))].map(([key, value]) => `${key}: ${value}`);
  if (selector.exists || labels.length === 0) return {};
  return {
    help: `the pods are labelled ${labels.join(", ")}: repeat the labels that identify them in spec.selector.matchLabels`,
  };
}

function isEmptySelector(selector: Field): boolean {
  const [labels, expressions] = [selector.get("matchLabels"), selector.get("matchExpressions")];
  if (!selector.exists || [selector, labels, expressions].some(({ isUnknown }) => isUnknown)) return false;
  return labels.entries().length + expressions.items().length === 0;
}

/** True when the selector can be compared with labels. */
function validateSelector(selector: Field, rule: ControllerRule, problems: Problems): boolean {
  if (isEmptySelector(selector)) {
    const keys = selector.entries().map(entry => String(entry.key));
    const stray = keys.filter(key => key !== "matchLabels" && key !== "matchExpressions");
    problems.invalid(
      selector,
      `empty selector is invalid for ${rule.kind === "ReplicaSet" ? "deployment" : rule.kind.toLowerCase()}`,
      {
        ...(stray.length > 0
          ? { help: `labels belong under matchLabels, not directly under selector: ${stray.join(", ")}` }
          : {}),
      },
    );
    return false;
  }
  const found = collect(own => validateLabelSelector(selector, own));
  for (const [index, problem] of found.entries()) {
    const also =
      index === 0 && rule.selectorReportedTwice
        ? [...(problem.serverAlso ?? []), pathOf(selector)]
        : problem.serverAlso;
    problems.list.push(also === undefined ? problem : { ...problem, serverAlso: also });
  }
  return found.length === 0;
}

function collect(validate: (own: Problems) => void): Problems["list"] {
  const own = new Problems();
  validate(own);
  return own.list;
}

/** The labels of the template do not satisfy the selector: the first requirement that fails, and what comes nearest to it. */
export function validateMatch(selector: Field, template: Field, problems: Problems): void {
  const labels = template.get("metadata", "labels");
  const known = stringMapOf(labels);
  if (labels.isUnknown || labels.isWithinUnknown || labels.entries().some(label => label.isUnknown)) return;
  if (selectorMatches(selector, known) !== false) return;
  const pair = selector
    .get("matchLabels")
    .entries()
    .find(entry => known.get(String(entry.key)) !== textOf(entry));
  if (pair !== undefined) reportPair(pair, labels, known, problems);
  else reportExpression(selector.get("matchExpressions"), labels, known, problems);
}

/** A Service-like selector of pairs (ReplicationController). */
export function validatePairs(selector: Field, template: Field, problems: Problems): void {
  const labels = template.get("metadata", "labels");
  const known = stringMapOf(labels);
  if (
    labels.isUnknown ||
    labels.isWithinUnknown ||
    [...labels.entries(), ...selector.entries()].some(entry => entry.isUnknown)
  )
    return;
  const pair = selector.entries().find(entry => known.get(String(entry.key)) !== textOf(entry));
  if (pair !== undefined) reportPair(pair, labels, known, problems);
}

const MISMATCH = "`selector` does not match template `labels`";

function reportPair(pair: Field, labels: Field, known: Map<string, string>, problems: Problems): void {
  const key = String(pair.key);
  const wanted = textOf(pair) ?? "";
  const value = known.get(key);
  const details = { ruleId: "selector-template-mismatch", serverField: pathOf(labels) };
  if (value !== undefined) {
    problems.invalid(
      pair,
      `${MISMATCH}: the selector wants ${key}: ${quote(wanted)}, the template has ${key}: ${quote(value)}`,
      {
        ...details,
        related: [{ field: labels.get(key), message: `the pods are labelled ${key}: ${quote(value)}` }],
        fixes: replaceScalar(pair, scalarText(value), `select ${key}: ${value}`, "unsafe"),
      },
    );
    return;
  }
  const near = nearestLabel(key, wanted, known);
  const hint = near === undefined ? "" : `; the nearest label is ${near}: ${quote(known.get(near) ?? "")}`;
  problems.invalid(
    pair,
    `${MISMATCH}: the selector wants ${key}: ${quote(wanted)}, the template has no label "${key}"${hint}`,
    {
      ...details,
      related: [
        {
          field: near === undefined ? labels : labels.get(near),
          message: known.size === 0 ? "the pods have no labels" : "the pods are labelled here",
        },
      ],
    },
  );
}

/** A label with the same value under another key, else one whose key is spelt nearly so. */
function nearestLabel(key: string, value: string, known: Map<string, string>): string | undefined {
  for (const [other, given] of known) if (given === value) return other;
  return nearest(key, [...known.keys()])?.word;
}

/** Plain where YAML reads it as that very string, quoted otherwise. */
function scalarText(text: string): string {
  const plain = /^[A-Za-z][\w./-]*$/.test(text) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(text);
  return plain ? text : JSON.stringify(text);
}

function reportExpression(expressions: Field, labels: Field, known: Map<string, string>, problems: Problems): void {
  const failing = expressions.items().find(item => !expressionHolds(item, known));
  if (failing === undefined) return;
  const key = textOf(failing.get("key")) ?? "";
  const values = failing
    .get("values")
    .items()
    .map(item => quote(textOf(item) ?? ""));
  const value = known.get(key);
  const wanted = `${key} ${textOf(failing.get("operator"))}${values.length > 0 ? ` [${values.join(", ")}]` : ""}`;
  const has = value === undefined ? `no label "${key}"` : `${key}: ${quote(value)}`;
  problems.invalid(failing, `${MISMATCH}: the selector wants ${wanted}, the template has ${has}`, {
    ruleId: "selector-template-mismatch",
    serverField: pathOf(labels),
    related: [{ field: value === undefined ? labels : labels.get(key), message: `the template has ${has}` }],
  });
}

function expressionHolds(item: Field, known: Map<string, string>): boolean {
  const value = known.get(textOf(item.get("key")) ?? "");
  const values = item.get("values").items().map(textOf);
  const operator = textOf(item.get("operator"));
  if (operator === "Exists") return value !== undefined;
  if (operator === "DoesNotExist") return value === undefined;
  if (operator === "NotIn") return value === undefined || !values.includes(value);
  return value !== undefined && values.includes(value);
}

/** Pods of a controller run for ever: any other restart policy, and a deadline, is refused. */
export function validateAlwaysRestarts(template: Field, kind: string, problems: Problems): void {
  const policy = template.get("spec", "restartPolicy");
  const value = textOf(policy);
  if (value !== undefined && value !== "" && value !== "Always")
    problems.invalid(
      policy,
      `unsupported value ${quote(value)}: the pods of a ${kind} must have restartPolicy "Always"; supported values: "Always"`,
      {
        ruleId: "restart-policy-invalid",
        help: "pods that end are the business of a Job or a CronJob",
        fixes: replaceScalar(policy, "Always", 'write "Always"', "safe"),
      },
    );
  const deadline = template.get("spec", "activeDeadlineSeconds");
  const owner = kind === "Deployment" ? "ReplicaSet" : kind;
  if (deadline.exists)
    problems.invalid(
      deadline,
      `activeDeadlineSeconds ${shown(deadline)} would end the pods: activeDeadlineSeconds in ${owner} is not Supported`,
    );
}

/**
 * ValidatePodTemplateSpec. Which restart policies there are depends on the kind, so that it alone speaks about them: the general
 * list would suggest one that is refused next.
 */
export function templateProblems(template: Field, context: PodContext): Problems["list"] {
  const policy = pathOf(template.get("spec", "restartPolicy"));
  const found = collect(own => validatePodTemplate(template, context, own));
  return found.filter(problem => formatPath(problem.path) !== policy);
}

/** Names that become part of pod names and hostnames: longer or dotted ones are legal, but surprise. */
export function warnName(object: Field, problems: Problems): void {
  const name = object.get("metadata", "name");
  const text = textOf(name);
  const errors = text === undefined || text === "" ? [] : isDns1123Label(text);
  if (errors.length === 0) return;
  problems.warns(
    name,
    `metadata.name: this is used in Pod names and hostnames, which can result in surprising behavior; a DNS label is recommended: [${errors.join(" ")}]`,
  );
}

/** The warnings of a controller: only where the object is not refused (registry/rest Create). */
export function warnController(
  object: Field,
  template: Field,
  cluster: Cluster,
  problems: Problems,
  named = true,
): void {
  if (isRefused(problems)) return;
  if (named) warnName(object, problems);
  warnPodSpec(template, { cluster, podKind: "template", metadata: template.get("metadata") }, problems);
}
