// Paths inside volumes, and the permissions of what lies there.

import type { Field } from "../../../field.ts";
import type { Details, Problems } from "../../problems.ts";
import { formatErrors } from "../format.ts";
import { hasNoBacksteps, isDescendingPath, type NameCheck } from "../names.ts";
import { integerOf } from "../read.ts";

const isLocalPath: NameCheck = path => {
  const errors = [...isDescendingPath(path)];
  if (path.startsWith("..") && !path.startsWith("../") && errors.length === 0) errors.push("must not start with '..'");
  return errors;
};

/** validateLocalDescendingPath. */
export function validateDescendingPath(field: Field, problems: Problems, details: Details = {}): boolean {
  return formatErrors(field, "path", isDescendingPath, problems, details);
}

/** ValidateLocalNonReservedPath: names that start with two dots are the kubelet's. */
export function validateRelativePath(field: Field, problems: Problems, details: Details = {}): boolean {
  return formatErrors(field, "path", isLocalPath, problems, details);
}

/** validatePathNoBacksteps. */
export function validateNoBacksteps(field: Field, problems: Problems, details: Details = {}): boolean {
  return formatErrors(field, "path", hasNoBacksteps, problems, details);
}

const LARGEST_MODE = 0o777;
const USUAL_MODES = new Set([600, 640, 644, 660, 664, 666, 700, 711, 740, 744, 750, 755, 770, 774, 775, 777]);

export function validateMode(field: Field, problems: Problems, details: Details = {}): void {
  const mode = integerOf(field);
  if (mode === undefined || (mode >= 0 && mode <= LARGEST_MODE)) return;
  // Somebody who writes 644 without its zero means octal digits.
  const meant = USUAL_MODES.has(mode)
    ? `; ${mode} is decimal: did you mean 0${mode}, which is ${Number.parseInt(String(mode), 8)}?`
    : "";
  problems.invalid(
    field,
    `${field.key} ${mode} is ${mode < 0 ? "negative" : `octal ${mode.toString(8)}`}: must be a number between 0 and 0777 (octal), both inclusive${meant}`,
    details,
  );
}
