import type { Node } from "../../yaml/node.ts";
import type { Gvk } from "./item.ts";
export interface FieldSpec extends Gvk {
    readonly path: readonly string[];
    readonly create: boolean;
}
/** Names of one kind, and the fields that hold them. */
export interface NameReference extends Gvk {
    readonly specs: readonly FieldSpec[];
}
export interface FieldSpecs {
    readonly commonLabels: readonly FieldSpec[];
    readonly templateLabels: readonly FieldSpec[];
    readonly commonAnnotations: readonly FieldSpec[];
    readonly namePrefix: readonly FieldSpec[];
    readonly namespace: readonly FieldSpec[];
    readonly replicas: readonly FieldSpec[];
    readonly images: readonly FieldSpec[];
    readonly nameReference: readonly NameReference[];
}
/** What kustomize does without configuration. The tables are made when the first kustomization asks. */
export declare function defaultSpecs(): FieldSpecs;
/** What a `configurations:` file adds. */
export declare function addSpecs(specs: FieldSpecs, config: Node): FieldSpecs;
export declare function readSpecs(list: Node | undefined): FieldSpec[];
export declare function readGvk(node: Node | undefined): Gvk;
export declare function items(list: Node | undefined): readonly Node[];
export declare function texts(list: Node | undefined): string[];
/** A map of strings. */
export declare function pairsOf(node: Node | undefined): (readonly [string, string])[];
