// The fields of a Job's spec beside its template (pkg/apis/batch/validation validateJobSpec, pkg/api/job/warnings.go).

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { validateEnum, validateNonnegative } from "./checks.ts";
import { formatErrors } from "./format.ts";
import { validateFailurePolicy, validateSuccessPolicy } from "./job-policies.ts";
import { byteLength, isDomainPrefixedPath } from "./names.ts";
import { integerOf, textOf } from "./read.ts";

const NUMBERS = [
  "parallelism",
  "completions",
  "activeDeadlineSeconds",
  "backoffLimit",
  "ttlSecondsAfterFinished",
  "backoffLimitPerIndex",
  "maxFailedIndexes",
];
const INDEXED = "Indexed";
const MOST = 100_000;
const MANY_COMPLETIONS = 100_000;
const FEW_PARALLEL = 10_000;
const FEW_FAILED = 10_000;
const LONGEST_MANAGER = 63;

export function validateJobFields(spec: Field, problems: Problems): void {
  for (const key of NUMBERS) validateNonnegative(spec.get(key), problems);
  const mode = spec.get("completionMode");
  const value = mode.exists ? textOf(mode) : "NonIndexed";
  validateEnum(mode, ["NonIndexed", INDEXED], problems);
  if (spec.get("maxFailedIndexes").exists && !spec.get("backoffLimitPerIndex").exists)
    problems.required(
      spec.get("backoffLimitPerIndex"),
      "required value: backoffLimitPerIndex is needed when maxFailedIndexes is specified",
    );
  validateManager(spec.get("managedBy"), problems);
  if (value === INDEXED) validateIndexed(spec, problems);
  if (value === "NonIndexed") requireIndexed(spec, problems);
  validateFailurePolicy(spec, problems);
  validateSuccessPolicy(spec, value, problems);
  const replacement = spec.get("podReplacementPolicy");
  const failurePolicy = spec.get("podFailurePolicy").exists;
  validateEnum(replacement, failurePolicy ? ["Failed"] : ["Failed", "TerminatingOrFailed"], problems);
}

function validateManager(field: Field, problems: Problems): void {
  const name = textOf(field);
  if (!field.exists || name === undefined) return;
  formatErrors(field, "domain-prefixed path", isDomainPrefixedPath, problems);
  if (byteLength(name) > LONGEST_MANAGER)
    problems.invalid(field, `managedBy has ${byteLength(name)} bytes: may not be more than ${LONGEST_MANAGER} bytes`);
}

function validateIndexed(spec: Field, problems: Problems): void {
  const completions = spec.get("completions");
  const parallelism = spec.get("parallelism");
  // Both unset mean one pod at a time until one is done.
  if (!completions.exists && parallelism.exists)
    problems.required(completions, "required value: completions are needed when completion mode is Indexed");
  atMost(parallelism, MOST, "when completion mode is Indexed", problems);
  const failed = spec.get("maxFailedIndexes");
  const total = completions.exists ? completions.number : undefined;
  if (total === undefined) return;
  if (failed.exists && (failed.number ?? 0) > total)
    problems.invalid(
      failed,
      `maxFailedIndexes ${failed.number} must be less than or equal to completions, which are ${total}`,
    );
  atMost(failed, MOST, "", problems);
  if (total <= MANY_COMPLETIONS || !spec.get("backoffLimitPerIndex").exists) return;
  if (!failed.exists)
    problems.required(
      failed,
      `required value: maxFailedIndexes must be specified when completions is above ${MANY_COMPLETIONS}`,
    );
  const when = `when completions are above ${MANY_COMPLETIONS} and used with backoff limit per index`;
  atMost(parallelism, FEW_PARALLEL, when, problems);
  if ((failed.number ?? 0) <= MOST) atMost(failed, FEW_FAILED, when, problems);
}

function atMost(field: Field, most: number, when: string, problems: Problems): void {
  const value = integerOf(field);
  if (value === undefined || value <= most) return;
  problems.invalid(
    field,
    `${field.key} ${value} must be less than or equal to ${most}${when === "" ? "" : ` ${when}`}`,
  );
}

function requireIndexed(spec: Field, problems: Problems): void {
  for (const key of ["backoffLimitPerIndex", "maxFailedIndexes"])
    if (spec.get(key).exists)
      problems.invalid(spec.get(key), `${key} requires indexed completion mode`, {
        help: "set completionMode: Indexed",
      });
}

export function warnJobFields(spec: Field, problems: Problems): void {
  const completions = integerOf(spec.get("completions")) ?? 0;
  const parallelism = integerOf(spec.get("parallelism")) ?? 0;
  if (textOf(spec.get("completionMode")) !== INDEXED || completions <= MANY_COMPLETIONS || parallelism <= FEW_PARALLEL)
    return;
  problems.warns(
    spec.get("completions"),
    "In Indexed Jobs with a number of completions higher than 10^5 and a parallelism higher than 10^4, Kubernetes might not be able to track completedIndexes when a big number of indexes fail",
  );
}
