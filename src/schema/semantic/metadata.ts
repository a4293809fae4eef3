// Object metadata (k8s.io/apimachinery/pkg/api/validation, pkg/apis/core/validation ValidateObjectMeta, registry/rest BeforeCreate).

import type { Fix } from "../../diagnostic.ts";
import type { Field } from "../../field.ts";
import { distance } from "../../nearest.ts";
import type { Problems } from "../problems.ts";
import { replaceScalar } from "./fixes.ts";
import { formatMessage, quote } from "./format.ts";
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
import { isTrue, keyPathOf, pathOf, stringMapOf, textOf } from "./read.ts";

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
  /** Only kinds that are validated by pkg/apis/core also check that unqualified finalizers are standard ones. */
  readonly kubeFinalizers?: boolean;
}

const CHECKS: Readonly<Record<string, NameCheck>> = {
  subdomain: isDns1123Subdomain,
  label: isDns1123Label,
  dns1035: isDns1035Label,
  "path-segment": isPathSegmentName,
  any: () => [],
};

const KINDS: Readonly<Record<string, string>> = {
  subdomain: "DNS-1123 subdomain",
  label: "DNS-1123 label",
  dns1035: "DNS-1035 label",
};

/** A generated name is cut so that it and its random end have at most 63 characters together (names.SimpleNameGenerator). */
const GENERATED_BASE = 58;

const STANDARD_FINALIZERS = ["kubernetes", "orphan", "foregroundDeletion"];
const ANNOTATIONS_LIMIT = 256 * 1024;
const WELL_KNOWN_NAMESPACES = ["default", "kube-system", "kube-public", "kube-node-lease"];

/** Everything that the server checks in `metadata` on creation. `object` is the document's root. */
export function validateMetadata(object: Field, rule: MetadataRule, problems: Problems): void {
  const metadata = object.get("metadata");
  validateName(metadata, rule.name, problems);
  for (const field of metadata.entries()) if (field.exists) validatePart(field, rule, problems);
}

function validatePart(field: Field, rule: MetadataRule, problems: Problems): void {
  if (field.key === "namespace") validateNamespace(field, rule.namespaced, problems);
  else if (field.key === "labels") validateLabels(field, problems);
  else if (field.key === "annotations") validateAnnotations(field, problems);
  else if (field.key === "ownerReferences") validateOwnerReferences(field, problems);
  else if (field.key === "finalizers") validateFinalizers(field, rule.kubeFinalizers ?? true, problems);
  else if (field.key === "managedFields") validateManagedFields(field, problems);
  else if (field.key === "resourceVersion") validateResourceVersion(field, problems);
}

function nameErrors(name: string, prefix: boolean, rule: NameRule): readonly string[] {
  if (typeof rule === "function") return rule(name, prefix);
  // maskTrailingDash: the start of a name may end with a dash, for the random end follows.
  const whole =
    prefix && name.length > 1 && name.endsWith("-") && rule !== "path-segment" ? `${name.slice(0, -2)}a` : name;
  return (CHECKS[rule] ?? isDns1123Subdomain)(whole);
}

function validateName(metadata: Field, rule: NameRule, problems: Problems): void {
  const name = metadata.get("name");
  const prefix = metadata.get("generateName");
  const given = textOf(name);
  const start = textOf(prefix);
  const what = `${(typeof rule === "string" && KINDS[rule]) || "name"} for metadata`;
  if (start !== undefined && start !== "") {
    const errors = nameErrors(start, true, rule);
    const generated = given === "" ? nameErrors(`${start.slice(0, GENERATED_BASE)}xxxxx`, false, rule) : [];
    const paths = [...(errors.length > 0 ? [pathOf(prefix)] : []), ...(generated.length > 0 ? [pathOf(name)] : [])];
    const [serverField, ...serverAlso] = paths;
    if (serverField !== undefined)
      problems.invalid(prefix, formatMessage(start, `${what}.generateName`, errors.length > 0 ? errors : generated), {
        ruleId: "invalid-name",
        serverField,
        ...(serverAlso.length > 0 ? { serverAlso } : {}),
      });
  }
  if (given === undefined) return;
  if (given === "") {
    if (start === "") problems.required(name, "required value: name or generateName is required");
    return;
  }
  const errors = nameErrors(given, false, rule);
  if (errors.length === 0) return;
  problems.invalid(name, formatMessage(given, `${what}.name`, errors), {
    ruleId: "invalid-name",
    ...nameFix(name, given, rule),
  });
}

/** Upper case and underscores are the usual slips: what the name becomes without them is offered, but other objects may refer to it. */
function nameFix(field: Field, given: string, rule: NameRule): { fixes?: Fix[] } {
  const better = given.trim().toLowerCase().replaceAll("_", "-");
  if (better === given || nameErrors(better, false, rule).length > 0) return {};
  const fixes = replaceScalar(field, better, `rename to "${better}"`, "unsafe");
  return fixes.length > 0 ? { fixes } : {};
}

function validateNamespace(field: Field, namespaced: boolean, problems: Problems): void {
  const namespace = textOf(field);
  if (namespace === undefined || namespace === "") return;
  if (!namespaced) {
    problems.drops(
      field,
      `namespace ${quote(namespace)} is dropped without a word: objects of this kind belong to no namespace`,
    );
    return;
  }
  const errors = isDns1123Label(namespace);
  if (errors.length === 0) return;
  const meant = WELL_KNOWN_NAMESPACES.find(known => distance(known, namespace.toLowerCase(), 2) !== undefined);
  const hint = meant === undefined ? "" : `; did you mean "${meant}"?`;
  const fixes = meant === undefined ? [] : replaceScalar(field, meant, `write "${meant}"`, "unsafe");
  problems.invalid(field, `${formatMessage(namespace, "DNS-1123 label for metadata.namespace", errors)}${hint}`, {
    ruleId: "invalid-name",
    ...(fixes.length > 0 ? { fixes } : {}),
  });
}

function ofMap(field: Field, serverField: string | undefined) {
  return { ruleId: "invalid-name", serverField: serverField ?? pathOf(field) };
}

/** ValidateLabels: the server's errors name the map, ours the entry. `serverField` where the server calls the map something else. */
export function validateLabels(field: Field, problems: Problems, serverField?: string): void {
  for (const entry of field.entries()) {
    const key = String(entry.key);
    const keyErrors = isQualifiedName(key);
    if (keyErrors.length > 0)
      problems.invalid(entry, formatMessage(key, "label key", keyErrors), ofMap(field, serverField));
    const value = textOf(entry);
    const valueErrors = value === undefined ? [] : isLabelValue(value);
    if (valueErrors.length > 0)
      problems.invalid(
        entry,
        formatMessage(value ?? "", `value of label "${key}"`, valueErrors),
        ofMap(field, serverField),
      );
  }
}

/** ValidateAnnotations: keys are qualified names in any case, and all together stay below 256 KiB. */
export function validateAnnotations(field: Field, problems: Problems, serverField?: string): void {
  let size = 0;
  for (const [key, value] of stringMapOf(field)) {
    size += byteLength(key) + byteLength(value);
    const errors = isQualifiedName(key.toLowerCase());
    if (errors.length > 0)
      problems.invalid(field.get(key), formatMessage(key, "annotation key", errors), ofMap(field, serverField));
  }
  if (size > ANNOTATIONS_LIMIT)
    problems.invalid(field, `annotations have ${size} bytes together: must have at most ${ANNOTATIONS_LIMIT} bytes`, {
      serverField: serverField ?? pathOf(field),
    });
}

function validateOwnerReferences(field: Field, problems: Problems): void {
  const serverField = pathOf(field);
  let controller: string | undefined;
  for (const owner of field.items()) {
    const apiVersion = textOf(owner.get("apiVersion"));
    if (apiVersion !== undefined && (apiVersion === "" || apiVersion.endsWith("/") || apiVersion.split("/").length > 2))
      problems.invalid(owner.get("apiVersion"), "ownerReferences need an apiVersion: version must not be empty", {
        serverField: `${serverField}.apiVersion`,
      });
    for (const key of ["kind", "name", "uid"])
      if (textOf(owner.get(key)) === "")
        problems.invalid(
          owner.get(key),
          `ownerReferences need a ${key} that the cluster gave: ${key} must not be empty`,
          {
            serverField: `${serverField}.${key}`,
          },
        );
    if (apiVersion === "v1" && textOf(owner.get("kind")) === "Event")
      problems.invalid(owner.get("kind"), "/v1, Kind=Event is disallowed from being an owner", { serverField });
    if (!isTrue(owner.get("controller"))) continue;
    const name = `${textOf(owner.get("kind"))}/${textOf(owner.get("name"))}`;
    if (controller !== undefined)
      problems.invalid(
        owner.get("controller"),
        `Only one reference can have Controller set to true. Found "true" in references for ${controller} and ${name}`,
        { serverField },
      );
    controller ??= name;
  }
}

function validateFinalizers(field: Field, kube: boolean, problems: Problems): void {
  for (const item of field.items()) {
    const name = textOf(item);
    if (name === undefined) continue;
    const errors = isQualifiedName(name);
    const odd = kube && !name.includes("/") && !STANDARD_FINALIZERS.includes(name);
    if (errors.length > 0)
      problems.invalid(item, formatMessage(name, "finalizer", errors), {
        serverField: pathOf(field),
        ...(odd ? { serverAlso: [pathOf(item)] } : {}),
      });
    else if (odd)
      problems.invalid(
        item,
        `finalizer "${name}": name is neither a standard finalizer name nor is it fully qualified`,
      );
  }
  const names = field.items().map(textOf);
  if (names.includes("orphan") && names.includes("foregroundDeletion"))
    problems.invalid(field, "finalizers orphan and foregroundDeletion cannot be both set");
}

function validateManagedFields(field: Field, problems: Problems): void {
  for (const item of field.items()) {
    const operation = textOf(item.get("operation"));
    if (operation !== undefined && operation !== "Apply" && operation !== "Update")
      problems.invalid(item.get("operation"), `operation "${operation}" must be \`Apply\` or \`Update\``);
    const type = textOf(item.get("fieldsType"));
    if (type !== undefined && type !== "" && type !== "FieldsV1")
      problems.invalid(item.get("fieldsType"), `fieldsType "${type}" must be \`FieldsV1\``);
  }
}

/** The storage refuses it last of all (storage/etcd3 Create); "0" is the same as none. */
function validateResourceVersion(field: Field, problems: Problems): void {
  const version = textOf(field);
  if (version === undefined || !/^[0-9]+$/.test(version) || /^0+$/.test(version)) return;
  problems.invalid(
    field,
    `resourceVersion "${version}" is an object's that was read from a cluster: resourceVersion should not be set on objects to be created`,
  );
}

/** The metadata of a template inside a spec where only labels and annotations may be set (ValidateTemplateObjectMeta). */
export function validateTemplateMetadata(metadata: Field, problems: Problems): void {
  validateAnnotations(metadata.get("annotations"), problems);
  validateLabels(metadata.get("labels"), problems);
  for (const entry of metadata.entries()) {
    if (!entry.exists || entry.key === "labels" || entry.key === "annotations") continue;
    if (entry.string === "" || (entry.isMap && entry.entries().length === 0)) continue;
    problems.invalid(entry, `${entry.key} cannot be set here: only labels and annotations of this metadata are used`, {
      serverField: entry.parent === undefined ? String(entry.key) : keyPathOf(entry).replace(/\[([^\]]*)\]$/, ".$1"),
    });
  }
}
