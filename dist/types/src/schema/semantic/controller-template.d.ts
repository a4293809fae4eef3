import type { Field } from "../../field.ts";
import { Problems } from "../problems.ts";
import { type PodContext } from "./pod.ts";
import type { Cluster } from "./validator.ts";
export interface ControllerRule {
    readonly kind: string;
    /** The server asks for the selector by name; a DaemonSet's only fails to match. */
    readonly selectorRequired: boolean;
    /** An unreadable selector is reported a second time, at its own path. */
    readonly selectorReportedTwice: boolean;
    readonly claimTemplates?: readonly Field[];
}
/** The selector, the template and how they fit, as a Deployment, ReplicaSet, StatefulSet or DaemonSet has them. */
export declare function validateController(spec: Field, rule: ControllerRule, cluster: Cluster, problems: Problems): void;
export declare function contextOf(rule: Pick<ControllerRule, "claimTemplates">, cluster: Cluster): PodContext;
/** The labels of the template do not satisfy the selector: the first requirement that fails, and what comes nearest to it. */
export declare function validateMatch(selector: Field, template: Field, problems: Problems): void;
/** A Service-like selector of pairs (ReplicationController). */
export declare function validatePairs(selector: Field, template: Field, problems: Problems): void;
/** Pods of a controller run for ever: any other restart policy, and a deadline, is refused. */
export declare function validateAlwaysRestarts(template: Field, kind: string, problems: Problems): void;
/**
 * ValidatePodTemplateSpec. Which restart policies there are depends on the kind, so that it alone speaks about them: the general
 * list would suggest one that is refused next.
 */
export declare function templateProblems(template: Field, context: PodContext): Problems["list"];
/** Names that become part of pod names and hostnames: longer or dotted ones are legal, but surprise. */
export declare function warnName(object: Field, problems: Problems): void;
/** The warnings of a controller: only where the object is not refused (registry/rest Create). */
export declare function warnController(object: Field, template: Field, cluster: Cluster, problems: Problems, named?: boolean): void;
