import type { Node } from "../../yaml/node.ts";
import type { BuildError, ErrorKind } from "./build.ts";
import { type FieldSpecs } from "./field-specs.ts";
import type { Item } from "./item.ts";
import type { Kustomization } from "./read.ts";
/** What a kustomization has gathered so far. */
export interface Accumulation {
    items: Item[];
    readonly errors: BuildError[];
    specs: FieldSpecs;
    isComponent: boolean;
}
export interface Loader {
    parse(text: string): readonly Node[] | undefined;
    /** The root nodes of a file beside the kustomization; failures are told by the loader. */
    load(path: string): readonly Node[] | undefined;
    /** The same, where a directory with a kustomization may stand for the file. */
    loadObjects(path: string): readonly Node[];
    fail(kind: ErrorKind, message: string): undefined;
}
export declare function transform(state: Accumulation, { root }: Kustomization, loader: Loader): void;
