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

export function validateClaimSpec(spec: Field, cluster: Cluster, problems: Problems): void {
  const modes = spec.get("accessModes");
  if (modes.items().length === 0) problems.required(modes, "required value: at least 1 access mode is required");
  validateAccessModes(modes, problems);
  validateLabelSelector(spec.get("selector"), problems);
  validateStorage(spec.get("resources"), problems);
  const className = spec.get("storageClassName");
  if (textOf(className) !== "") formatErrors(className, "StorageClass name", isDns1123Subdomain, problems);
  validateEnum(spec.get("volumeMode"), VOLUME_MODES, problems, { empty: "unset" });
  validateDataSources(spec, problems);
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

function validateDataSources(spec: Field, problems: Problems): void {
  const source = spec.get("dataSource");
  const reference = spec.get("dataSourceRef");
  if (source.exists && !isDroppedSource(source)) validateReference(source, problems);
  if (!reference.exists) return;
  validateReference(reference, problems);
  const namespace = reference.get("namespace");
  if (textOf(namespace) !== "") formatErrors(namespace, "namespace", isDns1123Label, problems);
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
  if (!source.exists || !isDroppedSource(source)) return;
  const kind = textOf(source.get("kind")) || "nothing";
  problems.drops(
    source,
    `dataSource of kind "${kind}" is dropped without a word, and the volume is empty: only PersistentVolumeClaim and snapshot.storage.k8s.io VolumeSnapshot are kept; use dataSourceRef`,
  );
}

function validateReference(reference: Field, problems: Problems): void {
  requireText(reference.get("name"), `${reference.key} needs a name`, problems);
  requireText(reference.get("kind"), `${reference.key} needs a kind`, problems);
  const group = textOf(reference.get("apiGroup"));
  const kind = textOf(reference.get("kind"));
  if (group === "" && kind !== "PersistentVolumeClaim" && kind !== undefined)
    problems.invalid(
      reference,
      `${reference.key} "${kind}" must be 'PersistentVolumeClaim' when referencing the default apiGroup`,
    );
  if (group !== "" && group !== undefined)
    formatErrors(reference.get("apiGroup"), "API group", isDns1123Subdomain, problems);
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
