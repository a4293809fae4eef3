// The questions a rule may ask about what belongs together. How the answers are found is written in build.ts and scopes.ts.

import type { Resource } from "../kubernetes/resource.ts";
import type { Service } from "../kubernetes/service.ts";
import type { Workload } from "../kubernetes/workload.ts";

/** How much a "not found" proves. */
export type Completeness =
  /** The input is the whole namespace (`--complete`, a kustomization root, a Helm stream). */
  | "complete"
  /** The project was looked at, and holds candidates of the searched kind in that namespace. */
  | "candidates"
  /** Nothing can be said: no context, or no candidate at all. */
  | "unknown";

/** The nearest thing to what was searched. `difference` is a phrase for a message: `its label "app" is "web", not "wbe"`. */
export interface NearMiss<T> {
  readonly candidate: T;
  readonly difference: string;
  /** The place that differs, in the candidate. */
  readonly at: import("../field.ts").Field;
}

export interface Graph {
  readonly resources: readonly Resource[];
  readonly workloads: readonly Workload[];
  readonly services: readonly Service[];

  /** The namespace a namespaced object ends up in: its own, the kustomization's, or `--namespace`. */
  namespaceOf(resource: Resource): string;
  /** Services of the workload's namespace whose selector selects its pods, as near as they stand (same file, directory, …). */
  servicesOf(workload: Workload): readonly Service[];
  /** Workloads whose pods the Service selects. */
  workloadsOf(service: Service): readonly Workload[];
  /** The replica count a rollout has to keep up: minReplicas of a HorizontalPodAutoscaler (or ScaledObject) that targets it, else replicas. */
  replicasOf(workload: Workload): number | undefined;
  /** Autoscalers (HorizontalPodAutoscaler, ScaledObject) that target the workload. */
  autoscalersOf(workload: Workload): readonly Resource[];
  /** PodDisruptionBudgets whose selector selects the workload's pods. */
  budgetsOf(workload: Workload): readonly Resource[];
  /** Ingresses, HTTPRoutes and the like with a backend that names the Service. */
  routesTo(service: Service): readonly Resource[];
  /** Objects of a group and kind by name, as seen from `from`; without a namespace for cluster-scoped kinds. */
  find(groupKind: string, name: string, from: Resource): readonly Resource[];
  /** How much it proves that `find` or a selector found nothing. */
  completeness(groupKind: string, from: Resource): Completeness;
}
