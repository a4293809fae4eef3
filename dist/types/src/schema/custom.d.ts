import type { Problem } from "../diagnostic.ts";
import type { Field } from "../field.ts";
/** The problems of a custom resource in a file; undefined when no definition of its kind is known. */
export type CustomValidator = (root: Field, file: string, minor: number) => readonly Problem[] | undefined;
/** Reads the definitions; `sources` are the roots of CustomResourceDefinitions with their files. */
export declare function customValidator(sources: readonly {
    readonly root: Field;
    readonly file: string;
}[]): CustomValidator;
