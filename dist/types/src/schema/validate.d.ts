import type { Field } from "../field.ts";
import type { Validation, ValidationOptions } from "./validation.ts";
export type ResourceValidator = (root: Field, options: ValidationOptions) => Validation;
/** Loads the schemas and validators that the given objects need, and returns what judges them. */
export declare function loadValidator(roots: Iterable<Field>): Promise<ResourceValidator>;
/** Judges an object whose group has been loaded. */
export declare function validateResource(root: Field, { minor }: ValidationOptions): Validation;
