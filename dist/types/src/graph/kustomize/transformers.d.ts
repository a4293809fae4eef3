import type { FieldSpec } from "./field-specs.ts";
import { type Item } from "./item.ts";
/** api/filters/namespace. Returns the names of objects that fall together, which kustomize refuses. */
export declare function setNamespace(items: readonly Item[], namespace: string, specs: readonly FieldSpec[], unsetOnly?: boolean): string[];
export declare function addPrefix(items: readonly Item[], prefix: string, specs: readonly FieldSpec[]): void;
export declare function addSuffix(items: readonly Item[], suffix: string, specs: readonly FieldSpec[]): void;
/** Labels and annotations: every pair is written over what is there. */
export declare function setPairs(items: readonly Item[], pairs: readonly (readonly [string, string])[], specs: readonly FieldSpec[]): void;
/** False when no object of a kind with replicas has that name. */
export declare function setReplicas(items: readonly Item[], name: string, count: number, specs: readonly FieldSpec[]): boolean;
export interface ImageChange {
    readonly name: string;
    readonly newName: string | undefined;
    readonly newTag: string | undefined;
    readonly digest: string | undefined;
    readonly tagSuffix: string | undefined;
}
/** api/filters/imagetag: the legacy filter looks at `containers` and `initContainers` wherever they stand. */
export declare function setImages(items: readonly Item[], image: ImageChange, specs: readonly FieldSpec[]): void;
