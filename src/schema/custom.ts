// Custom resources by the CustomResourceDefinitions at hand.

import type { Problem } from "../diagnostic.ts";
import type { Field } from "../field.ts";

/** The problems of a custom resource; undefined when no definition of its kind is known. */
export type CustomValidator = (root: Field, minor: number) => readonly Problem[] | undefined;

/** Reads the definitions, and loads what judges by them. */
export async function loadCustomValidator(_definitions: readonly Field[]): Promise<CustomValidator> {
  return () => undefined;
}
