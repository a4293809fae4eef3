// PersistentVolume and PersistentVolumeClaim (ValidatePersistentVolume, ValidatePersistentVolumeClaim).

import type { Field } from "../../../field.ts";
import type { Problems } from "../../problems.ts";
import { isRefused, requireText, validateEnum } from "../checks.ts";
import { formatErrors } from "../format.ts";
import { validateMetadata } from "../metadata.ts";
import { isDns1123Subdomain } from "../names.ts";
import { validateNodeSelector } from "../pod/affinity.ts";
import { validateNoBacksteps } from "../pod/paths.ts";
import { rounded, shownQuantity } from "../pod/resources.ts";
import { SOURCES } from "../pod/volume-sources.ts";
import { warnNodeTerm } from "../pod/warnings.ts";
import { keyPathOf, pathOf, textOf } from "../read.ts";
import type { Cluster } from "../validator.ts";
import {
  ATTRIBUTES_CLASS_SINCE,
  dropDataSource,
  VOLUME_MODES,
  validateAccessModes,
  validateClaimSpec,
  warnClaimSpec,
} from "./claim-spec.ts";

const BETA_CLASS = "volume.beta.kubernetes.io/storage-class";
const MOUNT_OPTIONS = "volume.beta.kubernetes.io/mount-options";

export function validateClaim(object: Field, cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: true, name: "subdomain" }, problems);
  const spec = object.get("spec");
  dropDataSource(spec, problems);
  const attributes = spec.get("volumeAttributesClassName");
  if (attributes.exists && cluster.minor < ATTRIBUTES_CLASS_SINCE && cluster.minor >= 29)
    problems.drops(
      attributes,
      "volumeAttributesClassName is dropped without a word: the feature gate VolumeAttributesClass is off by default before 1.34",
    );
  validateClaimSpec(spec, cluster, problems, true);
  if (isRefused(problems)) return;
  warnAnnotation(object, BETA_CLASS, 'deprecated since v1.8; use "storageClassName" attribute instead', problems);
  warnClaimSpec(spec, problems);
}

function warnAnnotation(object: Field, key: string, message: string, problems: Problems): void {
  const annotation = object.get("metadata", "annotations", key);
  if (annotation.entry !== undefined)
    problems.warns(annotation, `annotation ${key}: ${message}`, { serverField: keyPathOf(annotation) });
}

/** The order in which the server looks at the sources. */
const ORDER = (
  "hostPath gcePersistentDisk awsElasticBlockStore glusterfs flocker nfs rbd quobyte cephfs iscsi cinder fc flexVolume azureFile " +
  "vsphereVolume photonPersistentDisk portworxVolume azureDisk scaleIO local storageos csi"
).split(" ");

const WITH_MOUNT_OPTIONS =
  "gcePersistentDisk awsElasticBlockStore glusterfs nfs rbd quobyte iscsi cinder cephfs azureFile vsphereVolume azureDisk photonPersistentDisk".split(
    " ",
  );

const REMOVED: ReadonlyMap<string, { message: string; key?: string }> = new Map([
  ["cephfs", { message: "deprecated in v1.28, non-functional in v1.31+" }],
  ["rbd", { message: "deprecated in v1.28, non-functional in v1.31+" }],
  ["photonPersistentDisk", { message: "deprecated in v1.11, non-functional in v1.16+" }],
  ["scaleIO", { message: "deprecated in v1.16, non-functional in v1.22+" }],
  ["storageos", { message: "deprecated in v1.22, non-functional in v1.25+", key: "storageOS" }],
  ["glusterfs", { message: "deprecated in v1.25, non-functional in v1.26+" }],
]);

export function validateVolume(object: Field, cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: false, name: "subdomain" }, problems);
  const spec = object.get("spec");
  const modes = spec.get("accessModes");
  if (modes.items().length === 0)
    problems.required(modes, "required value: a PersistentVolume needs at least one access mode");
  validateAccessModes(modes, problems);
  validateCapacity(spec.get("capacity"), problems);
  const policy = spec.get("persistentVolumeReclaimPolicy");
  validateEnum(policy, ["Delete", "Recycle", "Retain"], problems, { empty: "default" });
  const affinity = spec.get("nodeAffinity");
  if (affinity.exists) {
    const required = affinity.get("required");
    if (required.exists) validateNodeSelector(required, problems);
    else problems.required(required, "required value: must specify required node constraints");
  }
  validateSources(object, spec, problems);
  const path = textOf(spec.get("hostPath", "path"));
  if (path !== undefined && /^\/+(\.?\/*)*$/.test(path.slice(0, 64)) && textOf(policy) === "Recycle")
    problems.invalid(policy, "persistentVolumeReclaimPolicy may not be 'recycle' for a hostPath mount of '/'");
  validateClasses(spec, cluster, problems);
  validateEnum(spec.get("volumeMode"), VOLUME_MODES, problems);
  if (!isRefused(problems)) warnVolume(object, problems);
}

function validateCapacity(capacity: Field, problems: Problems): void {
  const entries = capacity.entries();
  if (entries.length === 0) problems.required(capacity, "required value: a PersistentVolume needs capacity.storage");
  else if (capacity.get("storage").entry === undefined || entries.length > 1)
    problems.invalid(
      capacity,
      `unsupported value: capacity names ${entries.map(entry => `"${entry.key}"`).join(", ")}; supported values: "storage"`,
    );
  for (const entry of entries) {
    const quantity = rounded(entry);
    if (quantity !== undefined && quantity <= 0n)
      problems.invalid(entry, `${entry.key} ${shownQuantity(entry)} must be greater than zero`, {
        serverField: keyPathOf(entry),
      });
  }
}

function validateSources(object: Field, spec: Field, problems: Problems): void {
  const given = ORDER.filter(kind => spec.get(kind).exists);
  const [first, ...more] = given;
  if (first === undefined) {
    problems.required(spec, "required value: a PersistentVolume must specify a volume type");
    return;
  }
  const annotation = object.get("metadata", "annotations", MOUNT_OPTIONS);
  if (annotation.entry !== undefined && !given.some(kind => WITH_MOUNT_OPTIONS.includes(kind)))
    problems.invalid(annotation, "may not specify mount options for this volume type", {
      serverField: `metadata.annotations.${MOUNT_OPTIONS}`,
    });
  // The server forgets to count a flexVolume, and checks it wherever it stands.
  for (const kind of more) {
    if (kind === "flexVolume") SOURCES[kind]?.(spec.get(kind), { problems, persistent: true });
    else
      problems.invalid(
        spec.get(kind),
        `the PersistentVolume is ${first} and ${kind}: may not specify more than 1 volume type`,
        {
          serverField: `${pathOf(spec)}.${kind === "cephfs" ? "cephFS" : kind}`,
          related: [{ field: spec.get(first), message: "the first source" }],
        },
      );
  }
  if (first === "local") validateLocal(spec, problems);
  else SOURCES[first]?.(spec.get(first), { problems, persistent: true });
}

function validateLocal(spec: Field, problems: Problems): void {
  const path = spec.get("local", "path");
  if (requireText(path, "a local volume needs the path on the node", problems)) validateNoBacksteps(path, problems);
  if (!spec.get("nodeAffinity").exists)
    problems.required(
      spec.get("nodeAffinity"),
      "required value: Local volume requires node affinity, which says where the disk is",
    );
}

function validateClasses(spec: Field, cluster: Cluster, problems: Problems): void {
  const className = spec.get("storageClassName");
  if (textOf(className) !== "") formatErrors(className, "StorageClass name", isDns1123Subdomain, problems);
  const attributes = spec.get("volumeAttributesClassName");
  if (!attributes.exists || cluster.minor < ATTRIBUTES_CLASS_SINCE) return;
  if (requireText(attributes, "an empty string is disallowed for volumeAttributesClassName", problems))
    formatErrors(attributes, "VolumeAttributesClass name", isDns1123Subdomain, problems);
  if (!spec.get("csi").exists)
    problems.required(spec.get("csi"), "required value: csi has to be specified when using volumeAttributesClassName");
}

function warnVolume(object: Field, problems: Problems): void {
  const spec = object.get("spec");
  for (const term of spec.get("nodeAffinity", "required", "nodeSelectorTerms").items())
    warnNodeTerm(term, false, problems);
  warnAnnotation(object, BETA_CLASS, 'deprecated since v1.8; use "storageClassName" attribute instead', problems);
  warnAnnotation(object, MOUNT_OPTIONS, 'deprecated since v1.31; use "mountOptions" attribute instead', problems);
  const policy = spec.get("persistentVolumeReclaimPolicy");
  if (textOf(policy) === "Recycle")
    problems.warns(
      policy,
      "The Recycle reclaim policy is deprecated. Instead, the recommended approach is to use dynamic provisioning",
    );
  for (const [kind, { message, key = kind }] of REMOVED)
    if (spec.get(kind).exists)
      problems.warns(spec.get(kind), `${kind} volumes are ${message}`, { serverField: `${pathOf(spec)}.${key}` });
}
