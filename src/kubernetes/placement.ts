// Where pods may run: what ties them to a node, or keeps them apart.

import type { Field } from "../field.ts";
import { labelSelector, labelsOf, matches, type Selector } from "./selector.ts";
import type { Workload } from "./workload.ts";

export const HOSTNAME = "kubernetes.io/hostname";

/** spec.nodeName, or a nodeSelector on the node's name: the pod runs on one certain node. */
export function pinOf({ podSpec }: Workload): Field | undefined {
  return [podSpec.get("nodeName"), podSpec.get("nodeSelector", HOSTNAME)].find(
    field => field.string !== undefined && field.string !== "",
  );
}

export interface PlacementTerm {
  /** topologySpreadConstraints[i], or the podAffinityTerm. */
  readonly field: Field;
  readonly kind: "topologySpreadConstraint" | "podAntiAffinity";
  readonly isRequired: boolean;
  readonly topologyKey: string | undefined;
  readonly selector: Selector | undefined;
}

/** All that spreads the pods: constraints and anti-affinity terms, preferred ones too. */
export function spreadTermsOf({ podSpec }: Workload): PlacementTerm[] {
  const constraints = podSpec
    .get("topologySpreadConstraints")
    .items()
    .map(field => term(field, "topologySpreadConstraint", field.get("whenUnsatisfiable").scalar !== "ScheduleAnyway"));
  const antiAffinity = podSpec.get("affinity", "podAntiAffinity");
  const required = antiAffinity.get("requiredDuringSchedulingIgnoredDuringExecution").items();
  const preferred = antiAffinity.get("preferredDuringSchedulingIgnoredDuringExecution").items();
  return [
    ...constraints,
    ...required.map(field => term(field, "podAntiAffinity", true)),
    ...preferred.map(item => term(item.get("podAffinityTerm"), "podAntiAffinity", false)),
  ].filter(({ field }) => field.isMap);
}

function term(field: Field, kind: PlacementTerm["kind"], isRequired: boolean): PlacementTerm {
  const selector = labelSelector(field.get("labelSelector"));
  return { field, kind, isRequired, topologyKey: field.get("topologyKey").string, selector };
}

export function selectsOwnPods(selector: Selector, workload: Workload): boolean {
  return matches(selector, labelsOf(workload.template.get("metadata", "labels")));
}
