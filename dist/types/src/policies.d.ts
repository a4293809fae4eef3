import type { Diagnostic } from "./diagnostic.ts";
import type { Graph } from "./graph/graph.ts";
import { type LoadedFile } from "./load.ts";
import { type OwnPolicies } from "./policy/own.ts";
import { type Settings } from "./settings.ts";
import type { Source } from "./yaml/document.ts";
export interface PolicyRun {
    /** What the policies say of the objects. */
    readonly found: readonly Diagnostic[];
    /** What is wrong with the policies, wherever they lie. */
    readonly ofPolicies: readonly Diagnostic[];
    /** Files that were read for it. */
    readonly files: readonly LoadedFile[];
}
/** `files` are those that are loaded already: a policy may be among them. */
export declare function runPolicies(sources: readonly Source[], files: readonly LoadedFile[], { graphs, settings, problems, }: {
    graphs: readonly Pick<Graph, "resources" | "namespaceOf">[];
    settings: Settings;
    /** Of the objects, policies among them. */
    problems: readonly Diagnostic[];
}): Promise<PolicyRun>;
/** What is wrong with the policies of a configuration, as the settings want it told. */
export declare function ofSettings(own: OwnPolicies, root: string, settings: Settings): Promise<Diagnostic[]>;
