// The spec of a PersistentVolumeClaim, also inside StatefulSets and ephemeral volumes (ValidatePersistentVolumeClaimSpec).

import type { Field } from "../../../field.ts";
import type { Problems } from "../../problems.ts";
import { requireText, validateEnum } from "../checks.ts";
import { formatErrors } from "../format.ts";
import { isDns1123Label, isDns1123Subdomain } from "../names.ts";
import { rounded, shownQuantity } from "../pod/resources.ts";
import { isWhole } from "../quantity.ts";
import { keyPathOf, pathOf, textOf } from "../read.ts";
import { validateLabelSelector } from "../selector.ts";
import type { Cluster } from "../validator.ts";

export const ACCESS_MODES = ["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"];
export const VOLUME_MODES = ["Block", "Filesystem"];
/** VolumeAttributesClass defaults on since this minor. */
export const ATTRIBUTES_CLASS_SINCE = 34;

/** `normalized` for a claim itself, whose data sources were made one before. */
export function validateClaimSpec(spec: Field, cluster: Cluster, problems: Problems, normalized = false): void {
  const modes = spec.get("accessModes");
  if (modes.items().length === 0) problems.required(modes, "required value: at least 1 access mode is required");
  validateAccessModes(modes, problems);
  validateLabelSelector(spec.get("selector"), problems);
  validateStorage(spec.get("resources"), problems);
  const className = spec.get("storageClassName");
  if (textOf(className) !== "") formatErrors(className, "StorageClass name", isDns1123Subdomain, problems);
  validateEnum(spec.get("volumeMode"), VOLUME_MODES, problems, { empty: "unset" });
  validateDataSources(spec, normalized, problems);
  const attributes = spec.get("volumeAttributesClassName");
  if (cluster.minor >= ATTRIBUTES_CLASS_SINCE && textOf(attributes) !== "")
    formatErrors(attributes, "VolumeAttributesClass name", isDns1123Subdomain, problems);
}

export function validateAccessModes(modes: Field, problems: Problems): void {
  const serverField = pathOf(modes);
  const texts = modes.items().map(textOf);
  for (const mode of modes.items()) validateEnum(mode, ACCESS_MODES, problems, { empty: "unsupported", serverField });
  const others = texts.some(text => text !== "ReadWriteOncePod" && text !== undefined && ACCESS_MODES.includes(text));
  if (texts.includes("ReadWriteOncePod") && others)
    problems.invalid(modes, "may not use ReadWriteOncePod with other access modes");
}

function validateStorage(resources: Field, problems: Problems): void {
  const storage = resources.get("requests", "storage");
  const serverField = `${pathOf(resources)}[storage]`;
  if (storage.entry === undefined) {
    problems.required(storage, "required value: a claim needs the size in resources.requests.storage", { serverField });
    return;
  }
  const size = rounded(storage);
  if (size !== undefined && size <= 0n)
    problems.invalid(storage, `storage request ${shownQuantity(storage)} must be greater than zero`, { serverField });
}

/**
 * The two data sources are one: what only one of them says is copied to the other before validation when a claim is created
 * (NormalizeDataSources), so that its faults are named twice.
 */
function validateDataSources(spec: Field, normalized: boolean, problems: Problems): void {
  const source = spec.get("dataSource");
  const reference = spec.get("dataSourceRef");
  const hasSource = source.exists && !(normalized && isDroppedSource(source));
  const hasReference = reference.exists && !(normalized && isCrossNamespace(reference));
  if (hasSource) validateReference(source, normalized && !hasReference ? pathOf(reference) : undefined, problems);
  if (!hasReference) return;
  validateReference(reference, normalized && !hasSource ? pathOf(source) : undefined, problems);
  if (hasSource && ["apiGroup", "kind", "name"].some(key => textOf(source.get(key)) !== textOf(reference.get(key))))
    problems.invalid(source, "dataSource must match dataSourceRef", {
      serverField: pathOf(spec),
      related: [{ field: reference, message: "the other data source" }],
    });
  const namespace = reference.get("namespace");
  if (textOf(namespace) !== "") formatErrors(namespace, "namespace", isDns1123Label, problems);
}

/** CrossNamespaceVolumeDataSource is off by default in every version so far. */
function isCrossNamespace(reference: Field): boolean {
  return reference.get("namespace").exists && textOf(reference.get("namespace")) !== "";
}

/** dropDisabledFields: a data source that is neither a claim nor a snapshot goes, without a word. */
export function isDroppedSource(source: Field): boolean {
  const kind = textOf(source.get("kind"));
  const group = textOf(source.get("apiGroup"));
  if (kind === undefined || group === undefined) return false;
  return !(
    (kind === "PersistentVolumeClaim" && group === "") ||
    (kind === "VolumeSnapshot" && group === "snapshot.storage.k8s.io")
  );
}

export function dropDataSource(spec: Field, problems: Problems): void {
  const source = spec.get("dataSource");
  if (source.exists && isDroppedSource(source)) {
    const kind = textOf(source.get("kind")) || "nothing";
    problems.drops(
      source,
      `dataSource of kind "${kind}" is dropped without a word, and the volume is empty: only PersistentVolumeClaim and snapshot.storage.k8s.io VolumeSnapshot are kept; use dataSourceRef`,
    );
  }
  const reference = spec.get("dataSourceRef");
  if (reference.exists && isCrossNamespace(reference))
    problems.drops(
      reference,
      "dataSourceRef with a namespace is dropped without a word, and the volume is empty: the feature gate CrossNamespaceVolumeDataSource is off by default",
    );
}

/** `twin` is the path of the other data source, where it is a copy of this one. */
function validateReference(reference: Field, twin: string | undefined, problems: Problems): void {
  const also = (key?: string) =>
    twin === undefined ? {} : { serverAlso: [key === undefined ? twin : `${twin}.${key}`] };
  requireText(reference.get("name"), `${reference.key} needs a name`, problems, also("name"));
  requireText(reference.get("kind"), `${reference.key} needs a kind`, problems, also("kind"));
  const group = textOf(reference.get("apiGroup"));
  const kind = textOf(reference.get("kind"));
  if (group === "" && kind !== "PersistentVolumeClaim" && kind !== undefined)
    problems.invalid(
      reference,
      `${reference.key} of kind "${kind}" must be 'PersistentVolumeClaim' when referencing the default apiGroup`,
      also(),
    );
  if (group !== "" && group !== undefined)
    formatErrors(reference.get("apiGroup"), "API group", isDns1123Subdomain, problems, also("apiGroup"));
}

/** GetWarningsForPersistentVolumeClaimSpec. */
export function warnClaimSpec(spec: Field, problems: Problems): void {
  for (const list of ["requests", "limits"]) {
    const storage = spec.get("resources", list, "storage");
    const size = rounded(storage);
    if (storage.entry !== undefined && size !== undefined && !isWhole(size))
      problems.warns(storage, `fractional byte value ${shownQuantity(storage)} is invalid, must be an integer`, {
        serverField: keyPathOf(storage),
      });
  }
}
