import { type NameReference } from "./field-specs.ts";
import { type Item } from "./item.ts";
/** Returns what kustomize would refuse: references that may mean several objects. */
export declare function fixReferences(all: readonly Item[], references: readonly NameReference[]): readonly string[];
