// A pod's volumes (ValidateVolumes, validateVolumeSource).

import type { Field } from "../../../field.ts";
import type { Problems } from "../../problems.ts";
import { isRefused, requireText, validateEnum } from "../checks.ts";
import { validateClaimSpec } from "../core/claim-spec.ts";
import { formatErrors } from "../format.ts";
import { validateTemplateMetadata } from "../metadata.ts";
import { byteLength, isDns1123Label } from "../names.ts";
import { quantityOf } from "../quantity.ts";
import { pathOf, rawTextOf, textOf } from "../read.ts";
import { validateDownwardVolume, validateKeyVolume, validateProjected } from "./projected.ts";
import { containersOf, type PodContext, type Volumes } from "./scope.ts";
import { SOURCES } from "./volume-sources.ts";

/** The kinds in the order in which the server looks at them: the first is the volume's, the others are one too many. */
const ORDER = (
  "emptyDir hostPath gitRepo gcePersistentDisk awsElasticBlockStore secret nfs iscsi glusterfs flocker persistentVolumeClaim rbd " +
  "cinder cephfs quobyte downwardAPI fc flexVolume configMap azureFile vsphereVolume photonPersistentDisk portworxVolume azureDisk " +
  "storageos projected scaleIO csi ephemeral image"
).split(" ");

const RANK: ReadonlyMap<string, number> = new Map(ORDER.map((kind, index) => [kind, index]));

/** Names that the server misspells in "may not specify more than 1 volume type". */
const SERVER_NAMES: Readonly<Record<string, string>> = { cephfs: "cephFS", downwardAPI: "downwarAPI" };

/** ImageVolume defaults on since this minor; recent servers allow a subPath in it. */
const IMAGE_VOLUME_SINCE = 35;

export interface FoundVolumes {
  readonly volumes: Volumes;
  readonly refused: ReadonlySet<string>;
  readonly unknown: boolean;
}

interface Found {
  readonly volumes: Map<string, { claim: boolean; field: Field }>;
  readonly refused: Set<string>;
  unknown: boolean;
}

export function validateVolumes(spec: Field, context: PodContext, problems: Problems): FoundVolumes {
  const found: Found = { volumes: new Map(), refused: new Set(), unknown: false };
  const podName = context.podKind === "Pod" ? textOf((context.metadata ?? spec).get("name")) : "";
  const list = spec.get("volumes").items();
  const generated = generatedClaims(list, podName);
  let mounts: ReadonlyMap<string, readonly string[]> | undefined;
  for (const volume of list) {
    const before = problems.list.length;
    const nameField = volume.get("name");
    const name = rawTextOf(nameField);
    const kinds = kindsOf(volume);
    if (nameField.isUnknown || name === undefined) found.unknown = true;
    validateSource(volume, kinds, context, problems);
    validateVolumeName(volume, nameField, podName, problems);
    if (
      name !== undefined &&
      keepVolume(volume, nameField, name, kinds, found, isRefused(problems, before), problems)
    ) {
      mounts ??= mountsOf(spec);
      nameMounts(problems, before, mounts.get(name) ?? []);
    }
    if (generated.size > 0) validateClaimName(volume.get("persistentVolumeClaim", "claimName"), generated, problems);
  }
  for (const template of context.claimTemplates ?? []) addClaimTemplate(template, found);
  return found;
}

/** Takes note of a volume by its name; true when it was refused, and mounts of it are to be named with its problem. */
function keepVolume(
  volume: Field,
  nameField: Field,
  name: string,
  kinds: readonly string[],
  found: Found,
  refused: boolean,
  problems: Problems,
): boolean {
  const first = found.volumes.get(name);
  if (first !== undefined) {
    problems.invalid(nameField, `duplicate value: two volumes are called "${name}"`, {
      related: [{ field: first.field, message: "the first one" }],
    });
    return false;
  }
  if (refused) found.refused.add(name);
  else
    found.volumes.set(name, {
      claim: kinds.includes("persistentVolumeClaim") || kinds.includes("ephemeral"),
      field: volume,
    });
  return refused;
}

function addClaimTemplate(template: Field, found: Found): void {
  const field = template.get("metadata", "name");
  const name = rawTextOf(field);
  if (name === undefined || field.isUnknown) found.unknown = true;
  if (!name) return;
  found.volumes.set(name, { claim: true, field: template });
  found.refused.delete(name);
}

function validateClaimName(claim: Field, generated: ReadonlySet<string>, problems: Problems): void {
  const name = textOf(claim) ?? "";
  if (generated.has(name))
    problems.invalid(claim, `claim "${name}" must not reference a PVC that gets created for an ephemeral volume`);
}

/** The claims that a pod's ephemeral volumes become, which only a Pod with a name knows. */
function generatedClaims(volumes: readonly Field[], podName: string | undefined): ReadonlySet<string> {
  if (!podName) return new Set();
  const made = volumes.filter(volume => volume.get("ephemeral").exists);
  return new Set(made.map(volume => `${podName}-${rawTextOf(volume.get("name"))}`));
}

function validateVolumeName(volume: Field, field: Field, podName: string | undefined, problems: Problems): void {
  if (!requireText(field, "a volume needs a name, by which containers mount it", problems)) return;
  if (!formatErrors(field, "volume name", isDns1123Label, problems)) return;
  const name = rawTextOf(field);
  if (podName && volume.get("ephemeral").exists && byteLength(`${podName}-${name}`) > 253)
    problems.invalid(field, `PVC name "${podName}-${name}": must be no more than 253 characters`);
  const iscsi = volume.get("iscsi");
  if (iscsi.get("initiatorName").exists && byteLength(`${name}:${textOf(iscsi.get("targetPortal"))}`) > 64)
    problems.invalid(
      field,
      "Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is specified",
    );
}

/** A refused volume does not exist for the server: every mount of it is an error of its own there, and the same one cause here. */
function nameMounts(problems: Problems, at: number, paths: readonly string[]): void {
  for (let index = at; index < problems.list.length; index++) {
    const problem = problems.list[index];
    if (problem?.server !== "rejects") continue;
    if (paths.length > 0) problems.list[index] = { ...problem, serverAlso: [...(problem.serverAlso ?? []), ...paths] };
    return;
  }
}

/** The paths of all mounts by the volume they name. */
function mountsOf(spec: Field): ReadonlyMap<string, readonly string[]> {
  const result = new Map<string, string[]>();
  for (const container of containersOf(spec))
    for (const kind of ["volumeMounts", "volumeDevices"])
      for (const mount of container.get(kind).items()) {
        const name = rawTextOf(mount.get("name"));
        if (name === undefined) continue;
        const paths = result.get(name) ?? [];
        paths.push(`${pathOf(mount)}.name`);
        result.set(name, paths);
      }
  return result;
}

/** The sources that are given, in the server's order. */
function kindsOf(volume: Field): string[] {
  return volume
    .entries()
    .filter(entry => entry.exists && RANK.has(String(entry.key)))
    .map(entry => String(entry.key))
    .sort((a, b) => (RANK.get(a) ?? 0) - (RANK.get(b) ?? 0));
}

function validateSource(volume: Field, given: readonly string[], context: PodContext, problems: Problems): void {
  const [first, ...more] = given;
  // A volume without a source is an emptyDir (SetDefaults_Volume).
  if (first === undefined) return;
  if (more.length > 0) {
    const [second = "", ...others] = more;
    const at = (kind: string) => `${pathOf(volume)}.${SERVER_NAMES[kind] ?? kind}`;
    problems.invalid(
      volume.get(second),
      `the volume is ${given.join(" and ")}: may not specify more than 1 volume type`,
      {
        serverField: at(second),
        serverAlso: others.map(at),
        related: [{ field: volume.get(first), message: `${first} is the first source` }],
      },
    );
  }
  validateKind(volume.get(first), first, context, problems);
}

function validateKind(source: Field, kind: string, context: PodContext, problems: Problems): void {
  const { minor } = context.cluster;
  const check = SOURCES[kind];
  if (check !== undefined) check(source, { problems, persistent: false });
  else if (kind === "emptyDir") validateEmptyDir(source, problems);
  else if (kind === "secret") validateKeyVolume(source, "secretName", problems);
  else if (kind === "configMap") validateKeyVolume(source, "name", problems);
  else if (kind === "downwardAPI") validateDownwardVolume(source, problems);
  else if (kind === "projected") validateProjected(source, minor, problems);
  else if (kind === "ephemeral") validateEphemeral(source, context, problems);
  else if (kind === "image" && minor >= IMAGE_VOLUME_SINCE) validateImage(source, context, problems);
}

function validateEmptyDir(source: Field, problems: Problems): void {
  const limit = source.get("sizeLimit");
  const quantity = quantityOf(limit);
  if (quantity !== undefined && quantity < 0n)
    problems.invalid(
      limit,
      `sizeLimit ${JSON.stringify(limit.scalar)} is negative: SizeLimit field must be a valid resource quantity`,
    );
}

function validateEphemeral(source: Field, context: PodContext, problems: Problems): void {
  const template = source.get("volumeClaimTemplate");
  if (!template.exists) {
    problems.required(template, "required value: an ephemeral volume needs a volumeClaimTemplate");
    return;
  }
  validateTemplateMetadata(template.get("metadata"), problems);
  validateClaimSpec(template.get("spec"), context.cluster, problems);
}

function validateImage(source: Field, context: PodContext, problems: Problems): void {
  const reference = source.get("reference");
  // Templates may leave the reference to whoever fills them in.
  if (context.podKind === "Pod") requireText(reference, "an image volume needs the reference of its image", problems);
  validateEnum(source.get("pullPolicy"), ["Always", "IfNotPresent", "Never"], problems, { empty: "default" });
}
