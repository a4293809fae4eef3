import type { Problem, Severity } from "../diagnostic.ts";
import type { Field } from "../field.ts";
import type { Resource } from "../kubernetes/resource.ts";
import { type LoadOptions, type PolicySet, type Surroundings } from "./load.ts";
export interface PolicyFinding {
    readonly policy: string;
    readonly binding: string;
    readonly severity: Severity;
    readonly message: string;
    readonly help: string;
    /** The deepest field that the rule read and found wanting, else the list it walked, else the object's name. */
    readonly at: Field;
}
/** Something about a policy, a binding or a parameter. */
export interface PolicyProblem {
    readonly resource: Resource;
    readonly problem: Problem;
}
/** Reads policies, bindings and parameters out of the resources of some files. */
export declare function loadPolicies(resources: readonly Resource[], options?: LoadOptions): Promise<Policies>;
export declare class Policies {
    private readonly set;
    private readonly resources;
    private readonly misconfigured;
    constructor(resources: readonly Resource[], set: PolicySet);
    /** What is wrong with the policies themselves. What a binding lacks is known only once it was needed. */
    get problems(): readonly PolicyProblem[];
    evaluate(resource: Resource, surroundings?: Surroundings): PolicyFinding[];
    private unbound;
    /** With generateName: a name is for the server to make. */
    private unnamed;
    private misconfigure;
    private problemAt;
}
/** Of a binding. */
export declare function bindingSeverity(root: Field): Severity;
export declare function gravest(severities: readonly (Severity | undefined)[]): Severity | undefined;
