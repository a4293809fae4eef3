// Job and CronJob (pkg/apis/batch/validation, pkg/registry/batch).

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { isRefused, reportUnsupported, validateEnum, validateNonnegative } from "./checks.ts";
import { contextOf, validateMatch, warnName } from "./controller-template.ts";
import { scheduleError } from "./cron.ts";
import { replaceScalar } from "./fixes.ts";
import { quote } from "./format.ts";
import { validateJobFields, warnJobFields } from "./job-fields.ts";
import { validateAnnotations, validateLabels, validateMetadata } from "./metadata.ts";
import { isDns1123Label } from "./names.ts";
import { validatePodTemplate, warnPodSpec } from "./pod.ts";
import { integerOf, isTrue, pathOf, stringMapOf, textOf } from "./read.ts";
import { validateLabelSelector } from "./selector.ts";
import { inVersions } from "./served.ts";
import { isTimeZone, nearestTimeZone } from "./timezones.ts";
import type { Cluster, Validators } from "./validator.ts";

/** A Job's name is 11 characters longer than its CronJob's, and must stay a label. */
const LONGEST_CRON_JOB_NAME = 52;
const LONGEST_LABEL = 63;

function validateJob(object: Field, cluster: Cluster, problems: Problems): void {
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
  warnTemplate(spec.get("template"), cluster, problems);
}

function validateJobSpec(spec: Field, cluster: Cluster, problems: Problems): void {
  validateJobFields(spec, problems);
  const template = spec.get("template");
  if (template.exists) {
    validatePodTemplate(template, contextOf({}, cluster), problems);
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
  // Words that are no restart policy at all are said by the pod's own validation.
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
const UID_LABELS = ["controller-uid", "batch.kubernetes.io/controller-uid"];

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
        ...(key === "batch.kubernetes.io/controller-uid" ? { serverAlso: [pathOf(labels)] } : {}),
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

function warnTemplate(template: Field, cluster: Cluster, problems: Problems): void {
  warnPodSpec(template, { cluster, podKind: "template", metadata: template.get("metadata") }, problems);
}

function validateCronJob(object: Field, cluster: Cluster, problems: Problems): void {
  const before = problems.list.length;
  validateMetadata(object, { namespaced: true, name: "subdomain" }, problems);
  const spec = object.get("spec");
  validateCronJobName(object.get("metadata", "name"), problems);
  validateSchedule(spec.get("schedule"), problems);
  validateTimeZone(spec.get("timeZone"), problems);
  for (const key of ["startingDeadlineSeconds", "successfulJobsHistoryLimit", "failedJobsHistoryLimit"])
    validateNonnegative(spec.get(key), problems);
  validateEnum(spec.get("concurrencyPolicy"), ["Allow", "Forbid", "Replace"], problems, { empty: "default" });
  validateJobTemplate(spec.get("jobTemplate"), cluster, problems);
  if (isRefused(problems, before)) return;
  warnName(object, problems);
  warnJobFields(spec.get("jobTemplate", "spec"), problems);
  warnTemplate(spec.get("jobTemplate", "spec", "template"), cluster, problems);
}

function validateCronJobName(name: Field, problems: Problems): void {
  const text = textOf(name);
  if (text === undefined || text.length <= LONGEST_CRON_JOB_NAME) return;
  problems.invalid(
    name,
    `name has ${text.length} characters: must be no more than ${LONGEST_CRON_JOB_NAME} characters, since its Jobs are called by it and 11 more`,
    { ruleId: "invalid-name" },
  );
}

function validateSchedule(field: Field, problems: Problems): void {
  const schedule = textOf(field);
  if (schedule === undefined) return;
  if (schedule === "") {
    problems.required(field, 'required value: schedule says when the Jobs run, such as "0 3 * * *"');
    return;
  }
  const error = scheduleError(schedule);
  if (schedule.includes("TZ"))
    problems.invalid(
      field,
      `schedule ${quote(schedule)}: cannot use TZ or CRON_TZ in schedule, use timeZone field instead`,
    );
  else if (error !== undefined)
    problems.invalid(field, `schedule ${quote(schedule)}: ${error}`, helpForSchedule(schedule));
}

function helpForSchedule(schedule: string): { help?: string } {
  const fields = schedule.trim().split(/\s+/);
  if (fields.length === 6)
    return { help: "there is no field for seconds or years: minute hour day-of-month month day-of-week" };
  if (fields.length === 5 && fields[4] === "7") return { help: "Sunday is 0" };
  return fields.length === 5
    ? {}
    : { help: "a schedule is minute hour day-of-month month day-of-week, or @daily, @hourly, @every 5m" };
}

function validateTimeZone(field: Field, problems: Problems): void {
  const zone = textOf(field);
  if (zone === undefined || !field.exists) return;
  if (zone === "") problems.invalid(field, 'timeZone "" must be nil or non-empty string');
  else if (zone.toLowerCase() === "local")
    problems.invalid(
      field,
      `timeZone "${zone}" must be an explicit time zone as defined in https://www.iana.org/time-zones`,
    );
  else if (!isTimeZone(zone)) {
    const near = nearestTimeZone(zone);
    problems.invalid(
      field,
      `unknown time zone ${quote(zone)}${near === undefined ? "" : `; did you mean "${near}"?`}`,
      {
        ...(near === undefined ? {} : { fixes: replaceScalar(field, near, `write "${near}"`, "unsafe") }),
      },
    );
  }
}

function validateJobTemplate(template: Field, cluster: Cluster, problems: Problems): void {
  const spec = template.get("spec");
  validateJobSpec(spec, cluster, problems);
  if (spec.get("selector").exists)
    problems.invalid(spec.get("selector"), "`selector` will be auto-generated: the Jobs of a CronJob make their own");
  if (isTrue(spec.get("manualSelector")))
    reportUnsupported(spec.get("manualSelector"), "true", ["nil", "false"], problems);
  sayWhatJobsFailOn(template.get("metadata"), problems);
}

/** The server takes the metadata of a job template as it is: what is wrong in it makes every run fail. */
function sayWhatJobsFailOn(metadata: Field, problems: Problems): void {
  const before = problems.list.length;
  validateLabels(metadata.get("labels"), problems);
  validateAnnotations(metadata.get("annotations"), problems);
  const found = problems.list.splice(before);
  for (const { server: _server, serverField: _field, ...problem } of found)
    problems.list.push({
      ...problem,
      message: `${problem.message}; the CronJob is created, but none of its Jobs can be`,
    });
}

export const validators: Validators = {
  "batch/Job": inVersions(["v1"], validateJob),
  "batch/CronJob": inVersions(["v1"], validateCronJob),
};
