import type { Graph } from "../graph/graph.ts";
import type { Workload } from "./workload.ts";
export interface Criticality {
    readonly critical: boolean;
    readonly signals: readonly string[];
}
/** How a message says why it is graver than usual: `; critical because: LoadBalancer Service web`. Empty where nothing was raised. */
export declare function criticalBecause({ critical, signals }: Criticality, isRaised?: boolean): string;
export type StrongSignal = "tier" | "external" | "priority" | "pdb";
export type SupportingSignal = "replicas" | "service" | "hpa" | "spread" | "prodNamespace" | "readiness";
export interface CriticalityConfig {
    readonly strong: readonly StrongSignal[];
    readonly supporting: {
        readonly atLeast: number;
        readonly of: readonly SupportingSignal[];
    };
    /** Label or annotation key -> values that mean "critical". */
    readonly tierLabels: Readonly<Record<string, readonly string[]>>;
    /** Globs; nothing in these namespaces is critical, unless an annotation or an override says so. */
    readonly ignoreNamespaces: readonly string[];
    /** `Kind/namespace/name` with `*`; the last that matches decides. */
    readonly overrides: readonly {
        readonly match: string;
        readonly critical: boolean;
    }[];
}
export declare const DEFAULT_CRITICALITY: CriticalityConfig;
export declare function criticality(workload: Workload, graph: Graph, config?: CriticalityConfig): Criticality;
