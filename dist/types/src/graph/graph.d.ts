import type { Field } from "../field.ts";
import type { Container, ContainerPort } from "../kubernetes/container.ts";
import type { Resource } from "../kubernetes/resource.ts";
import type { Selector } from "../kubernetes/selector.ts";
import type { Service, ServicePort } from "../kubernetes/service.ts";
import type { Workload } from "../kubernetes/workload.ts";
import type { Reference } from "./read-references.ts";
import type { RoutePort } from "./resolve.ts";
/** How much a "not found" proves. */
export type Completeness = 
/** The input is the whole namespace (`--complete`, a kustomization root, a Helm stream). */
"complete"
/** The project was looked at, and holds candidates of the searched kind in that namespace. */
 | "candidates"
/** Nothing can be said: no context, or no candidate at all. */
 | "unknown";
/** The nearest thing to what was searched. `difference` is a phrase for a message: `its label "app" is "web", not "wbe"`. */
export interface NearMiss<T> {
    readonly candidate: T;
    readonly difference: string;
    /** The place that differs, in the candidate. */
    readonly at: Field;
}
/** Where something was found, seen from where it was searched. "none": nowhere. */
export type Found = "file" | "directory" | "below" | "project" | "none";
/** What a selector selects, and how sure that is. */
export interface Selection {
    readonly workloads: readonly Workload[];
    readonly reach: Found;
    /** Nothing can be concluded from an empty answer: unknown label values, too many candidates, pods of an operator. */
    readonly uncertain: boolean;
    /** Who makes the pods, where that is no workload of the project: `the operator of Prometheus "k8s"`. */
    readonly operator: string | undefined;
}
/** A workload that the selector would select, were it in the same namespace. */
export interface Elsewhere {
    readonly workload: Workload;
    readonly namespace: string;
    /** One of the two does not write its namespace down. */
    readonly omitted: boolean;
}
/** Why pods behind a Service do not offer one of its ports. The words are for messages. */
export type PortFault = 
/** A named targetPort that no container declares. */
"no such name"
/** The name is declared with another protocol. */
 | "other protocol";
/** A Service port in the pods of one workload. */
export interface PortInWorkload {
    readonly workload: Workload;
    /** The container that declares it; undefined for a number that no container declares, which works all the same. */
    readonly container: Container | undefined;
    readonly declared: ContainerPort | undefined;
    /** The number that receives the traffic; undefined when there is none. */
    readonly number: number | undefined;
    /** Where it is declared, though with another protocol. */
    readonly declaredAs: {
        readonly container: Container;
        readonly port: ContainerPort;
    } | undefined;
    /** Set when the port vanishes from the endpoints of this workload's pods. */
    readonly fault: PortFault | undefined;
}
export interface PortResolution {
    readonly port: ServicePort;
    readonly targets: readonly PortInWorkload[];
}
/** A name that one object writes down to mean another, and what it leads to. */
export interface ResolvedReference {
    readonly reference: Reference;
    /** The namespace in which the target is searched. */
    readonly namespace: string;
    readonly targets: readonly Resource[];
    /** Why an absent target is no fault, as a phrase: "it is optional", "cert-manager makes it", "every cluster makes it". */
    readonly excuse: string | undefined;
    /** Key scalars of the reference that no target has; empty where the keys of a target cannot be known. */
    readonly missingKeys: readonly Field[];
    /** The port asked of a Service; undefined where none is asked, or no Service found. */
    readonly port: RoutePort | undefined;
}
export interface Graph {
    /** The kustomization's directory, the chart's, or "" for what is joined by place. */
    readonly name: string;
    readonly resources: readonly Resource[];
    readonly workloads: readonly Workload[];
    readonly services: readonly Service[];
    /** The namespace a namespaced object ends up in: its own, the kustomization's, or `--namespace`. */
    namespaceOf(resource: Resource): string;
    /** Services of the workload's namespace whose selector selects its pods, as near as they stand (same directory, below, …). */
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
    /** As `workloadsOf`, with how near they are and how sure it is that there are no others. */
    selectionOf(service: Service): Selection;
    /** Workloads whose pods any selector selects (a PodDisruptionBudget's, a NetworkPolicy's) in the namespace of `from`. */
    select(selector: Selector, from: Resource): Selection;
    /** Where the Service's selector matches though it must not: in other namespaces. */
    elsewhereOf(service: Service): readonly Elsewhere[];
    /** The workload that the Service's author most likely meant, when it selects none. */
    nearestOf(service: Service): NearMiss<Workload> | undefined;
    /** As `nearestOf`, for any selector that selects no pod. */
    nearestTo(selector: Selector, from: Resource): NearMiss<Workload> | undefined;
    /** Every port of the Service, in each workload behind it. */
    portsOf(service: Service): readonly PortResolution[];
    /** The object of that kind whose name is nearest to a name that was not found. */
    nearestName(groupKind: string, name: string, from: Resource): NearMiss<Resource> | undefined;
    /** Objects of that name in other namespaces. */
    inOtherNamespaces(groupKind: string, name: string, from: Resource): readonly Resource[];
    /** Both are deployed together: same kustomization, same directory (same file, where the directory is a collection of examples). */
    sameApplication(a: Resource, b: Resource): boolean;
    /** All that the object refers to by name (the table of references.ts), with what was found. */
    referencesOf(resource: Resource): readonly ResolvedReference[];
    /** Objects that refer to this one. */
    referrersOf(resource: Resource): readonly ResolvedReference[];
    /** Other objects of the application with the same kind, namespace and name: applied in turn, the last one stays. */
    duplicatesOf(resource: Resource): readonly Resource[];
    /** The workload or Service an object is, as the graph holds it. */
    workloadOf(resource: Resource): Workload | undefined;
    serviceOf(resource: Resource): Service | undefined;
    /** Other workloads of the application and namespace whose pods the workload's own selector selects too. */
    overlapsOf(workload: Workload): readonly Workload[];
}
