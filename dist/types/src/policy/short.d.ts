import type { Severity } from "../diagnostic.ts";
import type { Field } from "../field.ts";
import type { Graph } from "../graph/graph.ts";
import type { Resource } from "../kubernetes/resource.ts";
import type { Functions } from "./cel/functions.ts";
import type { Expr, Fault } from "./cel/tree.ts";
import { type Project } from "./outlook.ts";
export interface ShortPolicy {
    readonly id: string;
    /** What it is about; everything where nothing is said. */
    readonly match?: {
        readonly kinds?: readonly string[];
        readonly namespaces?: readonly string[];
        readonly labels?: Readonly<Record<string, string>>;
    };
    readonly expression: string;
    readonly message: string;
    readonly severity?: Severity;
    readonly help?: string;
}
export interface ShortFinding {
    readonly id: string;
    readonly severity: Severity;
    readonly message: string;
    readonly help?: string;
    readonly at: Field;
}
interface Compiled {
    readonly policy: ShortPolicy;
    readonly expr: Expr;
    readonly concerns: (resource: Resource, graph: Graph) => boolean;
}
export declare class ShortPolicies {
    /** Expressions that do not compile, by the policy's id. */
    readonly faults: ReadonlyMap<string, Fault>;
    private readonly policies;
    private readonly functions;
    /** The object that was asked about last: most policies are asked about it, too. */
    private last;
    constructor(policies: readonly Compiled[], faults: ReadonlyMap<string, Fault>, functions: Functions);
    evaluate(resource: Resource, project: Project): ShortFinding[];
    /** What one policy finds in an object; undefined where it is content, or not about it. */
    ask(id: string, resource: Resource, project: Project): ShortFinding | undefined;
    private run;
}
export declare function loadShortPolicies(policies: readonly ShortPolicy[], minor: number): Promise<ShortPolicies>;
export {};
