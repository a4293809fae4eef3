// Manifests that are no objects by themselves: patches that some kustomization lays over the real ones.

import type { Field } from "../field.ts";
import { kindOf } from "../kubernetes/kinds.ts";
import type { Resource } from "../kubernetes/resource.ts";
import { Workload } from "../kubernetes/workload.ts";

/** Where people keep patches: a directory of that name, or a file called so. */
const PATCH_PLACE = /(^|\/)(patches|overlays|components)\/|(^|\/)[^/]*patch[^/]*$/i;

/** Files that kustomizations list as patches, and files they list as resources. */
export interface ListedFiles {
  /** File -> the kustomization that lists it. */
  readonly patches: ReadonlyMap<string, string>;
  readonly resources: ReadonlySet<string>;
}

/** Why the resource is a fragment, as a phrase; undefined when it is an object. */
export function fragmentReason(resource: Resource, listed: ListedFiles): string | undefined {
  if (listed.resources.has(resource.file)) return undefined;
  const kustomization = listed.patches.get(resource.file);
  if (kustomization !== undefined) return `listed as a patch in ${kustomization}`;
  if (hasDirective(resource.root)) return "it holds a $patch directive";
  if (!PATCH_PLACE.test(resource.file)) return undefined;
  const missing = missingPart(resource);
  return missing === undefined ? undefined : `it lies among patches and has no ${missing}`;
}

function hasDirective(root: Field): boolean {
  const places = [root, root.get("spec"), root.get("spec", "template", "spec")];
  const lists = ["containers", "volumes"].flatMap(key => root.get("spec", "template", "spec", key).items());
  return [...places, ...lists].some(field => field.get("$patch").exists);
}

/** The first part that the API server requires of the kind and that is not there. */
function missingPart(resource: Resource): string | undefined {
  const { spec } = resource;
  const workload = Workload.read(resource);
  if (workload !== undefined) return missingInWorkload(workload);
  const required = REQUIRED[kindOf(resource)];
  if (required === undefined) return undefined;
  if (resource.kind === "Service" && spec.get("type").scalar === "ExternalName") return undefined;
  const missing = required.find(path => !spec.get(...path.split(".")).exists);
  return missing === undefined ? undefined : `spec.${missing}`;
}

const REQUIRED: Readonly<Record<string, readonly string[] | undefined>> = {
  "/Service": ["ports"],
  "/PersistentVolumeClaim": ["accessModes", "resources"],
  "/PersistentVolume": ["capacity", "accessModes"],
  "autoscaling/HorizontalPodAutoscaler": ["scaleTargetRef", "maxReplicas"],
  "policy/PodDisruptionBudget": ["selector"],
  "apiextensions.k8s.io/CustomResourceDefinition": ["group", "names"],
};

function missingInWorkload({ kind, resource, shape, podSpec, appContainers }: Workload): string | undefined {
  if (resource.spec.get("workloadRef").exists) return undefined;
  const selects = ["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet"].includes(kind);
  const selector = shape.selector?.join(".");
  if (
    selects &&
    selector !== undefined &&
    !resource.root.get(...(shape.selector ?? [])).exists &&
    resource.version === "v1"
  )
    return selector;
  if (!podSpec.get("containers").exists || appContainers.length === 0) return "containers";
  return appContainers.some(container => !container.image.exists) ? "image" : undefined;
}
