// Pod specifications (pkg/apis/core/validation ValidatePodSpec, pkg/api/pod/warnings.go).

import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
import type { Cluster } from "./validator.ts";

export interface PodContext {
  readonly cluster: Cluster;
  /** A Pod itself, or the template of a workload. */
  readonly podKind: "Pod" | "template";
  /** The metadata of the pod or of the template. */
  readonly metadata?: Field;
  /** The volumes that a StatefulSet's volumeClaimTemplates add: names that mounts may use. */
  readonly claimTemplates?: readonly Field[];
}

/** Everything that ValidatePodSpec refuses, and the fields that are dropped. */
export function validatePodSpec(spec: Field, context: PodContext, problems: Problems): void {
  void spec;
  void context;
  void problems;
}

/** ValidatePodTemplateSpec: labels, annotations and finalizers of the template's metadata, then its spec. `template` is `spec.template`. */
export function validatePodTemplate(template: Field, context: PodContext, problems: Problems): void {
  validatePodSpec(template.get("spec"), { ...context, metadata: template.get("metadata") }, problems);
}

/** The warnings of pkg/api/pod/warnings.go: only for objects that are not refused. `pod` is the Pod or the template: the map with `metadata` and `spec`. */
export function warnPodSpec(pod: Field, context: PodContext, problems: Problems): void {
  void pod;
  void context;
  void problems;
}
