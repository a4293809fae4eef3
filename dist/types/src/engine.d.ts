import type { FileTime } from "./file-time.ts";
import type { Graph } from "./graph/graph.ts";
import type { Container } from "./kubernetes/container.ts";
import type { Resource } from "./kubernetes/resource.ts";
import type { Workload } from "./kubernetes/workload.ts";
import type { AnyRule, Context, Finding, OptionValue } from "./rule.ts";
export interface ActiveRule {
    readonly rule: AnyRule;
    readonly options: Readonly<Record<string, OptionValue>>;
    /** The options for one object, where the configuration has other ones for some. */
    readonly optionsFor?: (resource: Resource | undefined) => Readonly<Record<string, OptionValue>>;
}
/** A finding and what it was found on. */
export interface Found {
    readonly rule: AnyRule;
    readonly finding: Finding;
    /** Undefined for findings about a whole scope; their place tells the object. */
    readonly resource: Resource | undefined;
    readonly container: Container | undefined;
    readonly graph: Graph;
}
/** A bug in a rule, and where it showed. */
export interface Fault {
    readonly rule: AnyRule;
    /** Undefined for rules about a whole scope. */
    readonly resource: Resource | undefined;
    readonly graph: Graph;
    readonly error: unknown;
}
export interface Outcome {
    readonly found: readonly Found[];
    readonly faults: readonly Fault[];
    /** How often each rule was shown something: a pass without a look proves nothing. */
    readonly offered: ReadonlyMap<string, number>;
    /** Of files that have had their time, each the first object that not every rule was shown. */
    readonly givenUp: readonly Resource[];
}
export interface Situation {
    readonly minor: number;
    criticality: (workload: Workload, graph: Graph) => ReturnType<Context["criticality"]>;
    /** Rules are shown only these objects; all where it is absent. */
    readonly focus?: ((resource: Resource) => boolean) | undefined;
    /** How long each file may take, asked before rules are shown an object of it. Rules about the whole scope count for no file. */
    readonly time: FileTime;
}
/** Runs the rules over one scope. */
export declare function run(rules: readonly ActiveRule[], graph: Graph, situation: Situation): Outcome;
