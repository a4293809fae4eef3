import type { Resource } from "../../kubernetes/resource.ts";
import type { Node } from "../../yaml/node.ts";
import { type KustomizeFiles } from "./files.ts";
/** A file that was read: any text, with its documents where it is YAML or JSON. */
export interface ProjectFile {
    readonly path: string;
    readonly text: string;
    /** Undefined for files that are no YAML. */
    readonly documents?: readonly {
        readonly root: Node | undefined;
        readonly broken: boolean;
    }[];
    readonly resources: readonly Resource[];
}
export type Parse = (text: string) => readonly Node[] | undefined;
/** `areAll`: the files hold the texts for generators, too, not the manifests alone. */
export declare function projectFiles(files: Iterable<ProjectFile>, parse: Parse, areAll: boolean): KustomizeFiles;
