// Manifests that are no objects by themselves: patches that some kustomization lays over the real ones.

import type { Field } from "../field.ts";
import { kindOf } from "../kubernetes/kinds.ts";
import type { Resource } from "../kubernetes/resource.ts";
import { Workload } from "../kubernetes/workload.ts";

/** A file that is called a patch; not a "dispatcher". */
const PATCH_FILE = /(^|\/)([^/]*[^a-z/])?patch(es)?([^a-z/][^/]*)?$/i;
/** Where people keep patches: a directory of that name, or a file called so. */
const PATCH_PLACE = new RegExp(`(^|/)(patches|overlays|components)/|${PATCH_FILE.source}`, "i");

/** What a step of a kuttl test expects to find, or not to find, in the cluster: parts of objects. */
const EXPECTATION = /(^|\/)\d+-(assert|errors)(-[^/]*)?\.ya?ml$/;

/** Files that kustomizations list as patches, and files they list as resources. */
export interface ListedFiles {
  /** File -> the kustomization that lists it. */
  readonly patches: ReadonlyMap<string, string>;
  readonly resources: ReadonlySet<string>;
  /** Files in whose text a directive stands; all may hold one where it is absent. */
  readonly directives?: ReadonlySet<string>;
}

export const DIRECTIVE = "$patch";

/** The objects of a project that lack nothing, by kind and name. Read when the first one that lacks something asks. */
export class WholeObjects {
  readonly #resources: readonly Resource[];
  #files: ReadonlyMap<string, ReadonlySet<string>> | undefined;

  constructor(resources: readonly Resource[]) {
    this.#resources = resources;
  }

  /** Whether another file holds the object in full. */
  has(resource: Resource): boolean {
    this.#files ??= this.#read();
    const files = this.#files.get(nameplate(resource));
    return files !== undefined && (files.size > 1 || !files.has(resource.file));
  }

  #read(): Map<string, Set<string>> {
    const found = new Map<string, Set<string>>();
    for (const resource of this.#resources) {
      if (!canLackParts(resource) || missingPart(resource) !== undefined) continue;
      const key = nameplate(resource);
      found.set(key, (found.get(key) ?? new Set()).add(resource.file));
    }
    return found;
  }
}

function nameplate(resource: Resource): string {
  return `${kindOf(resource)}\u0000${resource.name ?? ""}`;
}

function canLackParts(resource: Resource): boolean {
  return Workload.read(resource) !== undefined || REQUIRED[kindOf(resource)] !== undefined;
}

/** Why the resource is a fragment, as a phrase; undefined when it is an object. */
export function fragmentReason(
  resource: Resource,
  listed: ListedFiles,
  whole: WholeObjects = new WholeObjects([]),
): string | undefined {
  if (resource.apiVersion === "builtin") return "it configures kustomize";
  if (isHivePatch(resource.root)) return "it is a patch of a SyncSet";
  if (listed.resources.has(resource.file)) return undefined;
  const kustomization = listed.patches.get(resource.file);
  if (kustomization !== undefined) return `listed as a patch in ${kustomization}`;
  if (listed.directives?.has(resource.file) !== false && hasDirective(resource.root))
    return "it holds a $patch directive";
  if (EXPECTATION.test(resource.file)) return "it is what a step of a kuttl test expects";
  if (hasOwnerInName(resource)) return "its owner reference has no uid, as in what a test compares";
  const missing = missingPart(resource);
  if (missing === undefined) return undefined;
  if (PATCH_PLACE.test(resource.file)) return `it lies among patches and has no ${missing}`;
  if (!looksLikePatch(resource) || !whole.has(resource)) return undefined;
  return `it has no ${missing}, and ${resource.kind} "${resource.name ?? "?"}" stands in full in another file`;
}

/** So much is missing that nobody forgot it: no container has an image, or neither the selector nor the pods have labels. */
function looksLikePatch(resource: Resource): boolean {
  const workload = Workload.read(resource);
  if (resource.name === undefined || workload === undefined) return resource.name !== undefined;
  const { template, appContainers, shape } = workload;
  if (appContainers.every(container => !container.image.exists)) return true;
  const labels = template.get("metadata", "labels");
  return shape.selector !== undefined && !labels.exists && !resource.root.get(...shape.selector).exists;
}

/** hive.openshift.io: an entry of `patches` names the object beside the patch, with `name` where an object has `metadata`. */
function isHivePatch(root: Field): boolean {
  return root.get("patch").exists && root.get("patchType").exists && !root.get("metadata").exists;
}

/** Read from a cluster, where a controller made it, and stripped of what changes from run to run: nobody applies that. */
function hasOwnerInName(resource: Resource): boolean {
  const owners = resource.root.get("metadata", "ownerReferences").items();
  return owners.some(owner => owner.get("controller").boolean === true && !owner.get("uid").exists);
}

function hasDirective(root: Field): boolean {
  const places = [root, root.get("spec"), root.get("spec", "template", "spec")];
  const lists = ["containers", "volumes"].flatMap(key => root.get("spec", "template", "spec", key).items());
  return [...places, ...lists].some(field => field.get(DIRECTIVE).exists);
}

/** The first part that the API server requires of the kind and that is not there. */
function missingPart(resource: Resource): string | undefined {
  const { spec } = resource;
  const workload = Workload.read(resource);
  if (workload !== undefined) return missingInWorkload(workload);
  const required = REQUIRED[kindOf(resource)];
  if (required === undefined)
    return resource.kind.endsWith("WebhookConfiguration") ? missingInWebhooks(resource) : undefined;
  if (resource.kind === "Service" && spec.get("type").scalar === "ExternalName") return undefined;
  const missing = required.find(path => !path.split("|").some(key => spec.get(key).exists));
  return missing === undefined ? undefined : `spec.${missing.replace("|", " or ")}`;
}

function missingInWebhooks({ root }: Resource): string | undefined {
  const webhooks = root.get("webhooks").items();
  if (webhooks.length === 0) return "webhooks";
  return webhooks.some(webhook => !webhook.get("clientConfig").exists) ? "clientConfig" : undefined;
}

/** Fields of spec; of "a|b" one will do. */
const REQUIRED: Readonly<Record<string, readonly string[] | undefined>> = {
  "/Service": ["ports"],
  "/PersistentVolumeClaim": ["accessModes", "resources"],
  "/PersistentVolume": ["capacity", "accessModes"],
  "autoscaling/HorizontalPodAutoscaler": ["scaleTargetRef", "maxReplicas"],
  "policy/PodDisruptionBudget": ["selector"],
  "networking.k8s.io/Ingress": ["rules|defaultBackend"],
  "cert-manager.io/Certificate": ["secretName", "issuerRef"],
  "apiextensions.k8s.io/CustomResourceDefinition": ["group", "names"],
  "apiregistration.k8s.io/APIService": ["groupPriorityMinimum", "versionPriority"],
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
