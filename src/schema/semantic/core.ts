// Validators of the core group, except Service and ReplicationController.

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import { isRefused } from "./checks.ts";
import {
  validateEndpoints,
  validateEvent,
  validateNamespaceObject,
  validateNode,
  validateServiceAccount,
} from "./core/cluster.ts";
import { validateConfigMap, validateSecret } from "./core/config.ts";
import { validateLimitRange, validateResourceQuota } from "./core/limits.ts";
import { validateClaim, validateVolume } from "./core/volumes.ts";
import { validateMetadata } from "./metadata.ts";
import { isDns1123Label } from "./names.ts";
import { validatePodSpec, validatePodTemplate, warnPodSpec } from "./pod.ts";
import { textOf } from "./read.ts";
import type { Cluster, Validators } from "./validator.ts";

function validatePod(object: Field, cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: true, name: "subdomain" }, problems);
  const context = { cluster, podKind: "Pod", metadata: object.get("metadata") } as const;
  validatePodSpec(object.get("spec"), context, problems);
  if (isRefused(problems)) return;
  const field = object.get("metadata", "name");
  const name = textOf(field);
  const errors = name === undefined || name === "" ? [] : isDns1123Label(name);
  if (errors.length > 0)
    problems.warns(
      field,
      `metadata.name "${name}": this is used in the Pod's hostname, which can result in surprising behavior; a DNS label is recommended: [${errors.join(" ")}]`,
    );
  warnPodSpec(object, context, problems);
}

function validatePodTemplateObject(object: Field, cluster: Cluster, problems: Problems): void {
  validateMetadata(object, { namespaced: true, name: "subdomain" }, problems);
  const template = object.get("template");
  const context = { cluster, podKind: "template", metadata: template.get("metadata") } as const;
  validatePodTemplate(template, context, problems);
  if (!isRefused(problems)) warnPodSpec(template, context, problems);
}

export const validators: Validators = {
  "/Pod": validatePod,
  "/PodTemplate": validatePodTemplateObject,
  "/ConfigMap": validateConfigMap,
  "/Secret": validateSecret,
  "/Namespace": validateNamespaceObject,
  "/ServiceAccount": validateServiceAccount,
  "/PersistentVolume": validateVolume,
  "/PersistentVolumeClaim": validateClaim,
  "/LimitRange": validateLimitRange,
  "/ResourceQuota": validateResourceQuota,
  "/Node": validateNode,
  "/Endpoints": validateEndpoints,
  "/Event": validateEvent,
};
