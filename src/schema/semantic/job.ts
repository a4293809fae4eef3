// Jobs: the template, the selector that is made for it, and names (pkg/apis/batch/validation, pkg/registry/batch/job).

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { isRefused, reportUnsupported } from "./checks.ts";
import { contextOf, templateProblems, validateMatch, warnName } from "./controller-template.ts";
import { replaceScalar } from "./fixes.ts";
import { quote } from "./format.ts";
import { validateJobFields, warnJobFields } from "./job-fields.ts";
import { validateMetadata } from "./metadata.ts";
import { isDns1123Label } from "./names.ts";
import { warnPodSpec } from "./pod.ts";
import { integerOf, isTrue, pathOf, stringMapOf, textOf } from "./read.ts";
import { validateLabelSelector } from "./selector.ts";
import type { Cluster } from "./validator.ts";

const LONGEST_LABEL = 63;

export function validateJob(object: Field, cluster: Cluster, problems: Problems): void {
  const before = problems.list.length;
  validateMetadata(object, { namespaced: true, name: "subdomain" }, problems);
  const spec = object.get("spec");
  const name = object.get("metadata", "name");
  validateJobSpec(spec, cluster, problems);
  if (isTrue(spec.get("manualSelector"))) validateManualSelector(spec, problems);
  else validateGeneratedSelector(spec, name, problems);
  validateIndexedName(name, spec, problems);
  if (isRefused(problems, before)) return;
  warnName(object, problems);
  warnJobFields(spec, problems);
  warnJobTemplate(spec.get("template"), cluster, problems);
}

export function validateJobSpec(spec: Field, cluster: Cluster, problems: Problems): void {
  validateJobFields(spec, problems);
  const template = spec.get("template");
  if (template.exists) {
    problems.list.push(...templateProblems(template, contextOf({}, cluster)));
    validateEndingRestartPolicy(spec, problems);
    return;
  }
  problems.required(template, `"${pathOf(template)}" is required: without it the Job has no pods to make`, {
    ruleId: "incomplete-workload",
    serverField: `${pathOf(template)}.spec.containers`,
    serverAlso: [`${pathOf(template)}.spec.restartPolicy`],
  });
}

/** The default of a pod is "Always", which no Job takes: its pods are to end. */
function validateEndingRestartPolicy(spec: Field, problems: Problems): void {
  const policy = spec.get("template", "spec", "restartPolicy");
  const value = textOf(policy);
  const rule = { ruleId: "restart-policy-invalid" };
  const failurePolicy = spec.get("podFailurePolicy").exists;
  const better = failurePolicy ? "Never" : "OnFailure";
  const fixes = replaceScalar(policy, better, `write "${better}"`, "safe");
  if (value === "" || value === "Always")
    problems.required(
      policy,
      `restartPolicy ${value === "" ? 'is missing, which means "Always"' : '"Always"'}: the pods of a Job end; valid values: "OnFailure", "Never"`,
      {
        ...rule,
        ...(fixes.length > 0 && value === "Always"
          ? { fixes }
          : { help: `add restartPolicy: ${better} to the pod template's spec` }),
      },
    );
  else if (value === "OnFailure" && failurePolicy)
    problems.invalid(
      policy,
      'restartPolicy "OnFailure": only "Never" is supported when podFailurePolicy is specified',
      {
        ...rule,
        fixes,
      },
    );
  else if (value !== undefined && value !== "OnFailure" && value !== "Never")
    reportUnsupported(policy, value, ["OnFailure", "Never"], problems, rule);
}

/** With manualSelector the author takes care of both sides. */
function validateManualSelector(spec: Field, problems: Problems): void {
  const selector = spec.get("selector");
  if (!selector.exists) {
    problems.required(
      selector,
      "required value: manualSelector is true, so the Job makes no selector of its own (`selector` does not match template `labels`)",
      {
        serverAlso: [pathOf(spec.get("template", "metadata", "labels"))],
        related: [{ field: spec.get("manualSelector"), message: "manualSelector is true" }],
      },
    );
    return;
  }
  const before = problems.list.length;
  validateLabelSelector(selector, problems);
  if (!isRefused(problems, before)) validateMatch(selector, spec.get("template"), problems);
}

/** The labels by which a Job knows its pods are made from its name and its uid (strategy.go generateSelector, validateGeneratedSelector). */
const NAME_LABELS = ["job-name", "batch.kubernetes.io/job-name"];
/** The one that the selector asks for, unless the author's own does. */
const SELECTED = "batch.kubernetes.io/controller-uid";
const UID_LABELS = ["controller-uid", SELECTED];

function validateGeneratedSelector(spec: Field, name: Field, problems: Problems): void {
  const labels = spec.get("template", "metadata", "labels");
  const own = stringMapOf(labels);
  const jobName = textOf(name);
  if (jobName !== undefined && jobName.length > LONGEST_LABEL)
    problems.invalid(
      name,
      `name has ${jobName.length} characters, and becomes the label "job-name" of the pods: must be no more than ${LONGEST_LABEL} bytes`,
      { ruleId: "invalid-name", serverField: `${pathOf(spec)}.template.labels` },
    );
  for (const key of [...NAME_LABELS, ...UID_LABELS]) {
    const value = own.get(key);
    const expected = NAME_LABELS.includes(key) ? jobName : undefined;
    if (value === undefined || (expected !== undefined && (value === expected || expected === ""))) continue;
    if (expected === undefined && NAME_LABELS.includes(key)) continue;
    problems.invalid(
      labels.get(key),
      `label "${key}" is made by the Job itself: must be '${expected ?? "the uid of the Job"}'`,
      {
        serverField: `${pathOf(labels)}[${key}]`,
        ...(key === SELECTED && !spec.get("selector", "matchLabels", key).exists
          ? { serverAlso: [pathOf(labels)] }
          : {}),
      },
    );
  }
  validateOwnSelector(spec, jobName, own, problems);
}

/** A selector of the author's is added to, and must ask for nothing but what is generated. */
function validateOwnSelector(
  spec: Field,
  name: string | undefined,
  labels: Map<string, string>,
  problems: Problems,
): void {
  const selector = spec.get("selector");
  if (!selector.exists) return;
  const before = problems.list.length;
  validateLabelSelector(selector, problems);
  if (isRefused(problems, before)) return;
  const generated = new Map(name === undefined ? [] : NAME_LABELS.map(key => [key, name] as const));
  const foreign = [...selector.get("matchLabels").entries(), ...selector.get("matchExpressions").items()].find(
    entry => {
      if (entry.isUnknown) return false;
      if (entry.isMap) return !generated.has(textOf(entry.get("key")) ?? "");
      return generated.get(String(entry.key)) !== textOf(entry);
    },
  );
  if (foreign === undefined) return;
  const matches = foreign.isMap || labels.get(String(foreign.key)) === textOf(foreign);
  problems.invalid(
    foreign,
    "`selector` not auto-generated: a Job makes its own selector, unless manualSelector is true",
    {
      serverField: pathOf(selector),
      ...(matches ? {} : { serverAlso: [pathOf(spec.get("template", "metadata", "labels"))] }),
      help: "remove spec.selector",
    },
  );
}

/** The pods of an indexed Job have hostnames that end in the index. */
function validateIndexedName(name: Field, spec: Field, problems: Problems): void {
  const text = textOf(name);
  const completions = integerOf(spec.get("completions"));
  if (textOf(spec.get("completionMode")) !== "Indexed" || !text || completions === undefined || completions <= 0)
    return;
  const hostname = `${text}-${completions - 1}`;
  const errors = isDns1123Label(hostname);
  if (errors.length === 0) return;
  problems.invalid(
    name,
    `the last pod would have the hostname ${quote(hostname)}: will not able to create pod with invalid DNS label: ${errors.join("; ")}`,
    {
      ruleId: "invalid-name",
    },
  );
}

export function warnJobTemplate(template: Field, cluster: Cluster, problems: Problems): void {
  warnPodSpec(template, { cluster, podKind: "template", metadata: template.get("metadata") }, problems);
}
