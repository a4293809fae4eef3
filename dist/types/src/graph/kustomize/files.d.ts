import type { Resource } from "../../kubernetes/resource.ts";
import type { Node } from "../../yaml/node.ts";
/** A manifest as kustomize sees it: its objects, and whether all of it is made of objects. */
export interface ManifestFile {
    readonly resources: readonly Resource[];
    /** A document does not parse. */
    readonly broken: boolean;
    /** A document parses, but is no object. */
    readonly stray: boolean;
    /** The root nodes of all documents, for files that are configuration and no objects. */
    readonly roots: readonly Node[];
}
export interface KustomizeFiles {
    /** The raw text, for generators; undefined where there is no such file. */
    text(path: string): string | undefined;
    /** Undefined where there is no such file. */
    manifest(path: string): ManifestFile | undefined;
    isDirectory(path: string): boolean;
    /** Every file of the project is here. Otherwise a file that is no YAML (an env file, a script) may exist though it is not. */
    readonly areAll: boolean;
    /** The root nodes of a text that stands inside a kustomization (an inline patch). Undefined when it does not parse. */
    parse(text: string): readonly Node[] | undefined;
}
export declare const KUSTOMIZATION_NAMES: readonly ["kustomization.yaml", "kustomization.yml", "Kustomization"];
export declare function isKustomizationFile(path: string): boolean;
