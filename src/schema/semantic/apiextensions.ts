// CustomResourceDefinitions (k8s.io/apiextensions-apiserver pkg/apis/apiextensions/validation, defaults of v1). Before it validates, the server
// moves what all versions have in common (schema, subresources, columns) from the versions to the spec, and its errors speak of it there.
// Rules in CEL (x-kubernetes-validations) are not compiled.

import type { Field } from "../../field.ts";
import type { Node } from "../../yaml/node.ts";
import {
  validateColumns,
  validateConversion,
  validateSelectableFields,
  validateSubresources,
} from "../crd/definition-parts.ts";
import { type FormatWarning, validateSchema } from "../crd/definition-schemas.ts";
import { isRequestUri } from "../crd/format-addresses.ts";
import { equals, isNull } from "../crd/json.ts";
import { readSchema } from "../crd/schema.ts";
import type { Problems } from "../problems.ts";
import { isRefused, requireText, validateEnum } from "./checks.ts";
import { formatErrors } from "./format.ts";
import { validateMetadata } from "./metadata.ts";
import { isDns1035Label, isDns1123Subdomain } from "./names.ts";
import { isTrue, textOf } from "./read.ts";
import type { Validator, Validators } from "./validator.ts";

const RULE = "api-invalid";

const validateDefinition: Validator = (object, { minor }, problems) => {
  const before = problems.list.length;
  const spec = object.get("spec");
  validateName(object, problems);
  if (!spec.exists) {
    reportNoSpec(object, problems);
    return;
  }
  validateGroup(object, problems);
  validateEnum(spec.get("scope"), ["Cluster", "Namespaced"], problems, { empty: "required", ruleId: RULE });
  validateNames(object, problems);
  const formats = validateVersions(spec, minor, problems);
  validateConversion(spec.get("conversion"), problems);
  validatePreserving(spec, problems);
  if (!isRefused(problems, before)) warnFormats(formats, problems);
};

export const validators: Validators = { "apiextensions.k8s.io/CustomResourceDefinition": validateDefinition };

/** Gone with v1, and with it what v1beta1 allowed only where unknown fields are pruned. */
function validatePreserving(spec: Field, problems: Problems): void {
  const field = spec.get("preserveUnknownFields");
  if (!isTrue(field)) return;
  const strategy = spec.get("conversion", "strategy");
  const converts = spec.get("conversion").exists && textOf(strategy) !== "None";
  problems.invalid(
    field,
    "preserveUnknownFields cannot be set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema instead",
    { ruleId: RULE, ...(converts ? { serverAlso: ["spec.conversion.strategy"] } : {}) },
  );
}

/** The name is made of the plural and the group; where one of them is missing, that is the cause. */
function validateName(object: Field, problems: Problems): void {
  const spec = object.get("spec");
  const [plural, group] = [textOf(spec.get("names", "plural")), textOf(spec.get("group"))];
  const wanted = plural && group ? `${plural}.${group}` : undefined;
  const name = (text: string) =>
    wanted === undefined || text === wanted
      ? isDns1123Subdomain(text)
      : [...isDns1123Subdomain(text), `must be spec.names.plural+"."+spec.group, which is "${wanted}"`];
  validateMetadata(object, { namespaced: false, kubeFinalizers: false, name }, problems);
}

/** The errors about a name that cannot be right. */
function nameToo(object: Field): string[] {
  const name = textOf(object.get("metadata", "name"));
  return name === undefined || name === "" ? [] : ["metadata.name"];
}

function reportNoSpec(object: Field, problems: Problems): void {
  const names = ["plural", "singular", "kind", "listKind"].map(key => `spec.names.${key}`);
  problems.required(
    object.get("spec"),
    "required value: a definition has a spec with group, scope, names and versions",
    {
      ruleId: RULE,
      serverField: "spec.group",
      serverAlso: [...nameToo(object), "spec.scope", ...names, "spec.versions", "status.storedVersions"],
    },
  );
}

const APPROVAL = "api-approved.kubernetes.io";

function validateGroup(object: Field, problems: Problems): void {
  const field = object.get("spec", "group");
  const group = textOf(field);
  const details = { ruleId: RULE, serverAlso: nameToo(object) };
  if (!requireText(field, "the API group of the definition", problems, details) || group === undefined) return;
  if (formatErrors(field, "DNS-1123 subdomain for spec.group", isDns1123Subdomain, problems) && !group.includes("."))
    problems.invalid(field, `group "${group}" should be a domain with at least one dot`, { ruleId: RULE });
  if (!/(?:^|\.)(?:k8s|kubernetes)\.io$/.test(group)) return;
  const approval = object.get("metadata", "annotations", APPROVAL);
  const text = textOf(approval);
  const approved = { ruleId: RULE, serverField: `metadata.annotations[${APPROVAL}]` };
  const message = `group "${group}" is protected: protected groups must have approval annotation "${APPROVAL}"`;
  if (text === "")
    problems.required(
      approval,
      `required value: ${message}, see https://github.com/kubernetes/enhancements/pull/1111`,
      approved,
    );
  else if (
    text !== undefined &&
    !text.startsWith("unapproved") &&
    !(/^[A-Za-z][\w+.-]*:\/\/[^/?]/.test(text) && isRequestUri(text))
  )
    problems.invalid(approval, `${message} with either a URL or a reason starting with "unapproved"`, approved);
}

function validateNames(object: Field, problems: Problems): void {
  const names = object.get("spec", "names");
  const hasGroup = textOf(object.get("spec", "group")) !== "";
  const plural = names.get("plural");
  requireText(plural, "the name of the resource in URLs", problems, {
    ruleId: RULE,
    ...(hasGroup ? { serverAlso: nameToo(object) } : {}),
  });
  const lists = [...names.get("shortNames").items(), ...names.get("categories").items()];
  for (const field of [plural, names.get("singular"), ...lists])
    if (textOf(field) !== "" || typeof field.key === "number")
      formatErrors(field, "DNS-1035 label", isDns1035Label, problems, { ruleId: RULE });
  validateKinds(names, problems);
}

/** A kind may have capitals. The server makes singular and listKind of it, where they are not given. */
function validateKinds(names: Field, problems: Problems): void {
  const [kind, listKind] = [names.get("kind"), names.get("listKind")];
  const made = ["listKind", "singular"].filter(key => textOf(names.get(key)) === "").map(key => `spec.names.${key}`);
  const hasKind = requireText(kind, "the kind of the objects", problems, { ruleId: RULE, serverAlso: made });
  for (const field of [kind, listKind]) {
    const text = textOf(field);
    if (text === undefined) continue;
    const errors = text === "" ? [] : isDns1035Label(text.toLowerCase());
    // What is wrong with a kind is wrong with the names that are made of it.
    const derived = field === kind && hasKind ? derivedNames(names) : [];
    const [first, ...others] = errors.length > 0 ? [`spec.names.${field.key}`, ...derived] : derived;
    if (first !== undefined)
      problems.invalid(
        field,
        `"${text}" may have mixed case, but should otherwise match: ${kindErrors(text, errors)}`,
        { ruleId: RULE, serverField: first, ...(others.length > 0 ? { serverAlso: others } : {}) },
      );
  }
  if (hasKind && textOf(kind) !== undefined && textOf(kind) === textOf(listKind))
    problems.invalid(listKind, `"${textOf(kind)}": kind and listKind may not be the same`, { ruleId: RULE });
}

function kindErrors(kind: string, errors: readonly string[]): string {
  if (errors.length > 0) return errors.join("; ");
  return `the server makes "${kind}List" of it, which must be no more than 63 characters`;
}

/** The names that the server makes of the kind and then refuses. */
function derivedNames(names: Field): string[] {
  const kind = textOf(names.get("kind")) ?? "";
  const list = textOf(names.get("listKind")) === "" && isDns1035Label(`${kind}list`.toLowerCase()).length > 0;
  const single = textOf(names.get("singular")) === "" && isDns1035Label(kind.toLowerCase()).length > 0;
  return [...(list ? ["spec.names.listKind"] : []), ...(single ? ["spec.names.singular"] : [])];
}

/** What all versions have in common, and the server therefore moves to the spec. */
interface Common {
  readonly schema: boolean;
  readonly subresources: boolean;
  readonly columns: boolean;
  readonly selectable: boolean;
}

function validateVersions(spec: Field, minor: number, problems: Problems): FormatWarning[] {
  const versions = spec.get("versions").items();
  validateVersionNames(spec.get("versions"), problems);
  const isCommon = (key: string) => versions.every(version => same(versions[0]?.get(key).node, version.get(key).node));
  const common: Common = {
    schema: isCommon("schema"),
    subresources: isCommon("subresources"),
    columns: isCommon("additionalPrinterColumns"),
    selectable: isCommon("selectableFields"),
  };
  return versions.flatMap((version, index) => {
    validateDeprecation(version, problems);
    validateParts(version, index, common, problems);
    return validateSchemaOf(version, index, { common, versions, minor }, problems);
  });
}

function validateSchemaOf(
  version: Field,
  index: number,
  { common, versions, minor }: { common: Common; versions: readonly Field[]; minor: number },
  problems: Problems,
): readonly FormatWarning[] {
  const field = version.get("schema", "openAPIV3Schema");
  const own = `spec.versions[${index}].schema.openAPIV3Schema`;
  if (!field.exists) {
    problems.required(field, "required value: every version has a schema", { ruleId: RULE, serverField: own });
    return [];
  }
  if (index > 0 && common.schema) return [];
  const serverField = common.schema ? "spec.validation.openAPIV3Schema" : own;
  const those = common.schema ? versions : [version];
  const hasStatus = those.some(one => one.get("subresources", "status").exists);
  return validateSchema({ field, serverField, hasStatus }, minor, problems);
}

/** Whatever is common is said of the first version alone. */
function validateParts(version: Field, index: number, common: Common, problems: Problems): void {
  const start = (isCommon: boolean) => (isCommon ? "spec" : `spec.versions[${index}]`);
  const isFirst = index === 0;
  if (isFirst || !common.subresources)
    validateSubresources(version.get("subresources"), `${start(common.subresources)}.subresources`, problems);
  if (isFirst || !common.columns)
    validateColumns(
      version.get("additionalPrinterColumns"),
      `${start(common.columns)}.additionalPrinterColumns`,
      problems,
    );
  if (!isFirst && common.selectable) return;
  // Fields and schema have to be in the same place: both for all versions, or both for each.
  const schema = version.get("schema", "openAPIV3Schema");
  const isBeside = schema.isMap && common.selectable === common.schema;
  validateSelectableFields(
    version.get("selectableFields"),
    isBeside && schema.node !== undefined ? readSchema(schema.node) : undefined,
    `${start(common.selectable)}.selectableFields`,
    problems,
  );
}

function same(a: Node | undefined, b: Node | undefined): boolean {
  const [left, right] = [isNothing(a), isNothing(b)];
  if (left || right || a === undefined || b === undefined) return left && right;
  return equals(a, b);
}

function isNothing(node: Node | undefined): boolean {
  return node === undefined || isNull(node) || (node.kind === "list" && node.items.length === 0);
}

/** Names, and which version is stored. */
function validateVersionNames(field: Field, problems: Problems): void {
  const versions = field.items();
  const names = versions.map(version => textOf(version.get("name")));
  versions.forEach((version, index) => {
    // The name of the first version is that of the whole spec as well.
    const also = index === 0 && names[0] !== "" ? { serverAlso: ["spec.version"] } : {};
    formatErrors(version.get("name"), "DNS-1035 label", isDns1035Label, problems, { ruleId: RULE, ...also });
  });
  if (names.includes(undefined)) return;
  const repeated = names.findIndex((name, index) => names.indexOf(name) !== index);
  const stored = versions.filter(version => isTrue(version.get("storage")));
  const details = { ruleId: RULE, serverField: "spec.versions" };
  if (repeated >= 0)
    problems.invalid(
      (versions[repeated] as Field).get("name"),
      `version "${names[repeated]}" is there twice: must contain unique version names`,
      details,
    );
  if (stored.length !== 1)
    problems.invalid(
      stored[1]?.get("storage") ?? field,
      `${stored.length} versions are stored: must have exactly one version marked as storage version`,
      { ...details, serverAlso: ["status.storedVersions"] },
    );
}

const LONGEST_WARNING = 256;

function validateDeprecation(version: Field, problems: Problems): void {
  const field = version.get("deprecationWarning");
  const text = field.exists ? textOf(field) : undefined;
  if (text === undefined) return;
  const errors: string[] = [];
  if (!isTrue(version.get("deprecated"))) errors.push("can only be set for deprecated versions");
  else if (text === "") errors.push("must not be an empty string");
  else if (new TextEncoder().encode(text).length > LONGEST_WARNING) errors.push("must be <= 256 characters long");
  if (errors.length === 0 && /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u.test(text))
    errors.push("must only contain printable UTF-8 characters");
  if (errors.length > 0) problems.invalid(field, `deprecationWarning ${errors.join("; ")}`, { ruleId: RULE });
}

/** A format is warned of once, whatever the number of fields that have it. */
function warnFormats(warnings: readonly FormatWarning[], problems: Problems): void {
  const seen = new Set<string>();
  for (const { field, format } of warnings) {
    if (seen.has(format)) continue;
    seen.add(format);
    problems.warns(field, `unrecognized format "${format}": the server does not check it`, { ruleId: RULE });
  }
}
