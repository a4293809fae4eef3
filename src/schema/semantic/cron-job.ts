// CronJob (pkg/apis/batch/validation ValidateCronJobCreate).

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { isRefused, reportUnsupported, validateEnum, validateNonnegative } from "./checks.ts";
import { warnName } from "./controller-template.ts";
import { scheduleError } from "./cron.ts";
import { replaceScalar } from "./fixes.ts";
import { quote } from "./format.ts";
import { validateJobSpec, warnJobTemplate } from "./job.ts";
import { warnJobFields } from "./job-fields.ts";
import { validateAnnotations, validateLabels, validateMetadata } from "./metadata.ts";
import { isDns1123Label } from "./names.ts";
import { integerOf, isTrue, textOf } from "./read.ts";
import { isTimeZone, nearestTimeZone } from "./timezones.ts";
import type { Cluster } from "./validator.ts";

/** A Job's name is 11 characters longer than its CronJob's, and must stay a label. */
const LONGEST_NAME = 52;

export function validateCronJob(object: Field, cluster: Cluster, problems: Problems): void {
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
  sayWhetherPodsHaveNames(object.get("metadata", "name"), spec.get("jobTemplate", "spec"), problems);
  warnName(object, problems);
  warnJobFields(spec.get("jobTemplate", "spec"), problems);
  warnJobTemplate(spec.get("jobTemplate", "spec", "template"), cluster, problems);
}

function validateCronJobName(name: Field, problems: Problems): void {
  const text = textOf(name);
  if (text === undefined || text.length <= LONGEST_NAME) return;
  problems.invalid(
    name,
    `name has ${text.length} characters: must be no more than ${LONGEST_NAME} characters, since its Jobs are called by it and 11 more`,
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

/** The Jobs of a CronJob are called by its name and 11 more characters, and those of an indexed one have hostnames with the index. */
function sayWhetherPodsHaveNames(name: Field, spec: Field, problems: Problems): void {
  const text = textOf(name);
  const completions = integerOf(spec.get("completions"));
  if (textOf(spec.get("completionMode")) !== "Indexed" || !text || completions === undefined || completions <= 0)
    return;
  const hostname = `${text}-1234567890-${completions - 1}`;
  const errors = isDns1123Label(hostname);
  if (errors.length === 0) return;
  problems.invalid(
    name,
    `the CronJob is created, but none of its Jobs can be: their last pod would have a hostname such as ${quote(hostname)}, which ${errors.join("; ")}`,
    { ruleId: "invalid-name", server: undefined },
  );
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
