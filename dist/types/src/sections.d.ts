import type { Graph } from "./graph/graph.ts";
export interface Section {
    readonly title: string;
    readonly html: string;
}
/** Sections about the workloads of the files that were asked about. */
export declare function sectionsOf(graphs: readonly Graph[], asked: ReadonlySet<string>): Section[];
