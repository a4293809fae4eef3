import { type KustomizeFiles } from "./files.ts";
import { Item } from "./item.ts";
/** What kustomize would refuse, or what cannot be followed here. */
export interface BuildError {
    readonly kind: ErrorKind;
    /** A phrase, without the file. */
    readonly message: string;
    readonly file: string;
}
export type ErrorKind = "missing" | "outside" | "duplicate" | "cycle" | "kustomization" | "resource" | "patch" | "generator" | "transformer"
/** Not wrong: it is fetched, or made by a program, and unknown here. */
 | "unknown";
export interface Built {
    readonly directory: string;
    readonly file: string;
    readonly isComponent: boolean;
    readonly items: readonly Item[];
    readonly errors: readonly BuildError[];
    /** Files that the build reads as manifests (resources, not patches). */
    readonly resourceFiles: readonly string[];
    /** Files read as patches, and as configuration of generators and transformers. */
    readonly fragmentFiles: readonly string[];
    /** Directories of the kustomizations below, components among them. */
    readonly bases: readonly string[];
}
export declare class Kustomizer {
    #private;
    constructor(files: KustomizeFiles);
    /** Builds the kustomization of a directory; undefined when it has none. */
    build(directory: string): Built | undefined;
    /** Directories of the kustomizations that the one of a directory uses itself. */
    basesOf(directory: string): string[];
}
