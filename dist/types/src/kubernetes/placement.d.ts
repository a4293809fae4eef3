import type { Field } from "../field.ts";
import { type Selector } from "./selector.ts";
import type { Workload } from "./workload.ts";
export declare const HOSTNAME = "kubernetes.io/hostname";
/** spec.nodeName, or a nodeSelector on the node's name: the pod runs on one certain node. */
export declare function pinOf({ podSpec }: Workload): Field | undefined;
export interface PlacementTerm {
    /** topologySpreadConstraints[i], or the podAffinityTerm. */
    readonly field: Field;
    readonly kind: "topologySpreadConstraint" | "podAntiAffinity";
    readonly isRequired: boolean;
    readonly topologyKey: string | undefined;
    readonly selector: Selector | undefined;
}
/** All that spreads the pods: constraints and anti-affinity terms, preferred ones too. */
export declare function spreadTermsOf({ podSpec }: Workload): PlacementTerm[];
export declare function selectsOwnPods(selector: Selector, workload: Workload): boolean;
