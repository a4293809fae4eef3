import type { Problem } from "../diagnostic.ts";
import type { Resource } from "../kubernetes/resource.ts";
import { type ResourceValidator } from "../schema/validate.ts";
import { type Answer, type Binding } from "./admission.ts";
import { type Compiler, type Policy } from "./compile.ts";
export declare const GROUP = "admissionregistration.k8s.io";
/** Where an object is created. */
export interface Surroundings {
    /** For objects that name none. */
    readonly namespace?: string;
    /** Labels of the object's namespace. */
    readonly namespaceLabels?: ReadonlyMap<string, string>;
    /** Nothing is to be said of policies that are not about objects of this kind. */
    readonly concernedOnly?: boolean;
}
export interface PolicyAnswer extends Answer {
    readonly policy: Policy;
}
/** Something is wrong with a policy or a binding itself, so that the server would not take it. */
export interface Refusal {
    readonly resource: Resource;
    readonly problems: readonly Problem[];
}
export interface LoadOptions {
    readonly minor?: number;
}
export declare class PolicySet {
    readonly refusals: readonly Refusal[];
    /** What the server takes, though it cannot be meant. */
    readonly warnings: readonly Refusal[];
    readonly policies: readonly Policy[];
    readonly bindings: readonly (Binding & {
        readonly policyName: string;
    })[];
    private readonly compiler;
    private readonly params;
    private readonly minor;
    private readonly byResource;
    private readonly bound;
    constructor(resources: readonly Resource[], validate: ResourceValidator, compiler: Compiler, options: LoadOptions);
    ask(resource: Resource, surroundings?: Surroundings): PolicyAnswer[];
    /** Policies that could match an object of this resource; most match few. */
    private concerned;
    private bindingsOf;
}
export declare function isPolicy({ group, kind }: Resource): boolean;
export declare function isBinding({ group, kind }: Resource): boolean;
/** The engine and the schemas are loaded here, when there is something to judge by. */
export declare function loadPolicySet(resources: readonly Resource[], options?: LoadOptions): Promise<PolicySet>;
