import type { OptionValue } from "../../rule.ts";
/** Sets of resources. `serving` are workloads that run for ever, as in src/kubernetes/workload.ts. */
export type About = "pods" | "serving" | "deployments" | "daemonsets" | "statefulsets" | "rollouts" | "selectors" | "replicasets" | "jobs" | "budgets";
/** Found in containers: the condition speaks of one as `c`. Without `of` these are app containers and sidecars; `all` are init containers, too. */
export interface OfContainers {
    readonly about: About;
    readonly of?: "app" | "sidecars" | "all";
    readonly container: string;
}
/** Found in the object as a whole. */
export interface OfObject {
    readonly about: About;
    readonly object: string;
}
export type Exported = OfContainers | OfObject;
/** Options of the rule, by name. */
export type Options = Readonly<Record<string, OptionValue>>;
/** Rule -> its CEL; undefined where it finds nothing in clusters of this version. */
export type Family = Readonly<Record<string, (options: Options, minor: number) => Exported | undefined>>;
