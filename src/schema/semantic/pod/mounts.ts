// Volumes in containers (ValidateVolumeMounts, ValidateVolumeDevices).

import type { Field } from "../../../field.ts";
import { nearest } from "../../../nearest.ts";
import { requireText, validateEnum } from "../checks.ts";
import { replaceScalar } from "../fixes.ts";
import { hasNoBacksteps } from "../names.ts";
import { isTrue, named, pathOf, rawTextOf, textOf } from "../read.ts";
import { validateDescendingPath } from "./paths.ts";
import type { PodScope } from "./scope.ts";

/** The server names the list, not the mount, in these errors. */
function onList(mounts: Field, key: string) {
  return named(() => `${pathOf(mounts)}.${key}`);
}

export function validateMounts(container: Field, scope: PodScope): void {
  const mounts = container.get("volumeMounts");
  const devices = container.get("volumeDevices").items();
  const deviceNames = new Set(devices.map(device => rawTextOf(device.get("name"))));
  const devicePaths = new Set(devices.map(device => rawTextOf(device.get("devicePath"))));
  const paths = new Map<string, Field>();
  for (const mount of mounts.items()) {
    validateVolumeName(mount, scope);
    const path = mount.get("mountPath");
    const text = textOf(path);
    requireText(path, "a volume mount needs the mountPath in the container", scope.problems);
    if (text !== undefined && text !== "") {
      const first = paths.get(text);
      if (first !== undefined)
        scope.problems.invalid(path, `mountPath "${text}" must be unique`, {
          related: [{ field: first, message: "the first mount there" }],
        });
      paths.set(text, first ?? path);
      if (devicePaths.has(text))
        scope.problems.invalid(path, `mountPath "${text}" must not already exist as a path in volumeDevices`);
    }
    const name = rawTextOf(mount.get("name"));
    if (name !== undefined && deviceNames.has(name))
      scope.problems.invalid(mount.get("name"), `volume "${name}" must not already exist in volumeDevices`);
    validateSubPaths(mount, mounts, scope);
    validatePropagation(mount, mounts, container, scope);
  }
}

function validateVolumeName(mount: Field, scope: PodScope): boolean {
  const field = mount.get("name");
  if (!requireText(field, "a volume mount needs the name of a volume", scope.problems)) return false;
  const name = rawTextOf(field);
  if (name === undefined || scope.volumes.has(name)) return name !== undefined;
  if (scope.refusedVolumes.has(name) || scope.unknownVolumes || field.isUnknown) return false;
  const known = firstNames(scope);
  const guess = nearest(name, known);
  const which =
    known.length === 0
      ? "the pod has no volumes"
      : `the pod's volumes are ${known
          .slice(0, 8)
          .map(one => `"${one}"`)
          .join(", ")}`;
  const hint = guess === undefined ? "" : `; did you mean "${guess.word}"?`;
  const fixes = guess === undefined ? [] : replaceScalar(field, guess.word, `mount "${guess.word}"`, "unsafe");
  scope.problems.invalid(field, `volume "${name}" not found: ${which}${hint}`, fixes.length > 0 ? { fixes } : {});
  return false;
}

/** No pod has more volumes than this; hostile input may. */
const MOST_NAMES = 100;

function firstNames(scope: PodScope): string[] {
  const names: string[] = [];
  for (const name of scope.volumes.keys()) if (names.push(name) === MOST_NAMES) break;
  return names;
}

function validateSubPaths(mount: Field, mounts: Field, scope: PodScope): void {
  const { problems } = scope;
  const subPath = mount.get("subPath");
  const expression = mount.get("subPathExpr");
  const hasPath = rawTextOf(subPath) !== "";
  const hasExpression = rawTextOf(expression) !== "";
  if (hasPath) validateDescendingPath(subPath, problems, onList(mounts, "subPath"));
  if (!hasExpression) return;
  if (hasPath)
    problems.invalid(expression, "subPathExpr and subPath are mutually exclusive", {
      related: [{ field: subPath, message: "the subPath" }],
    });
  validateDescendingPath(expression, problems, onList(mounts, "subPathExpr"));
}

function validatePropagation(mount: Field, mounts: Field, container: Field, scope: PodScope): void {
  const { problems } = scope;
  const propagation = mount.get("mountPropagation");
  const details = onList(mounts, "mountPropagation");
  validateEnum(propagation, ["Bidirectional", "HostToContainer", "None"], problems, details);
  if (textOf(propagation) === "Bidirectional" && !isTrue(container.get("securityContext", "privileged")))
    problems.invalid(
      propagation,
      "Bidirectional mount propagation is available only to privileged containers",
      details,
    );
  const recursive = mount.get("recursiveReadOnly");
  const where = onList(mounts, "recursiveReadOnly");
  if (!recursive.exists || !validateEnum(recursive, ["Disabled", "Enabled", "IfPossible"], problems, where)) return;
  const mode = textOf(recursive);
  if (mode === undefined || mode === "Disabled") return;
  if (!isTrue(mount.get("readOnly")))
    problems.invalid(recursive, `recursiveReadOnly "${mode}" may only be specified when readOnly is true`, where);
  const given = textOf(propagation);
  if (propagation.exists && given !== undefined && given !== "None")
    problems.invalid(
      recursive,
      `recursiveReadOnly "${mode}" may only be specified when mountPropagation is None or not specified`,
      where,
    );
}

export function validateDevices(container: Field, scope: PodScope): void {
  const { problems } = scope;
  const mounts = container.get("volumeMounts").items();
  const mountPaths = new Set(mounts.map(mount => rawTextOf(mount.get("mountPath"))));
  const names = new Set<string>();
  const paths = new Set<string>();
  for (const device of container.get("volumeDevices").items()) {
    const field = device.get("name");
    const name = rawTextOf(field);
    if (validateVolumeName(device, scope) && name !== undefined && scope.volumes.get(name)?.claim === false)
      problems.invalid(
        field,
        `volume "${name}": can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode`,
      );
    if (name !== undefined && names.has(name)) problems.invalid(field, `volume device name "${name}" must be unique`);
    // A mount of the same volume was reported at the mount, and the server reports it here as well.
    const clash = mounts.find(mount => name !== "" && rawTextOf(mount.get("name")) === name);
    if (clash !== undefined)
      problems.invalid(field, `volume "${name}" must not already exist in volumeMounts`, {
        related: [{ field: clash, message: "the mount" }],
      });
    validateDevicePath(device.get("devicePath"), paths, mountPaths, scope);
    if (name) names.add(name);
  }
}

function validateDevicePath(
  field: Field,
  paths: Set<string>,
  mountPaths: ReadonlySet<string | undefined>,
  scope: PodScope,
): void {
  const { problems } = scope;
  if (!requireText(field, "a volume device needs the devicePath in the container", problems)) return;
  const path = textOf(field);
  if (path === undefined) return;
  if (paths.has(path)) problems.invalid(field, `devicePath "${path}" must be unique`);
  if (hasNoBacksteps(path).length > 0) problems.invalid(field, `devicePath "${path}" can not contain backsteps ('..')`);
  else paths.add(path);
  if (mountPaths.has(path))
    problems.invalid(field, `devicePath "${path}" must not already exist as a path in volumeMounts`);
}
