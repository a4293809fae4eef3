import type { Graph } from "./graph.ts";
export interface PictureNode {
    readonly id: string;
    readonly kind: string;
    readonly name: string;
    /** Column: 0 routes, 1 Services, 2 workloads, 3 what workloads use. */
    readonly column: number;
    /** Named by something, but not there. */
    readonly missing: boolean;
}
export interface PictureEdge {
    readonly from: string;
    readonly to: string;
    /** The port, or what the edge is; empty for plain ones. */
    readonly label: string;
    /** Why nothing passes here; undefined for sound edges. */
    readonly broken: string | undefined;
}
export interface Picture {
    readonly title: string;
    readonly nodes: readonly PictureNode[];
    readonly edges: readonly PictureEdge[];
    /** Nodes that had no room. */
    readonly left: number;
}
/** The picture of a graph; of what lies in some files, or leads to it or from it, where `files` are given. */
export declare function pictureOf(graph: Graph, files?: ReadonlySet<string>): Picture;
/** The picture as text, one edge a row: `✗ Ingress web → Service web (80): no port 80`. */
export declare function pictureAsRows({ nodes, edges, left }: Picture): string[];
/** Mermaid's flow chart. Text from manifests is quoted and reduced, so that none of it is read as Mermaid or HTML. */
export declare function pictureAsMermaid({ nodes, edges }: Picture): string;
