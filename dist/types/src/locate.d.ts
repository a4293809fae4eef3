import { type Diagnostic, type Problem } from "./diagnostic.ts";
import type { Found } from "./engine.ts";
import type { Field } from "./field.ts";
import type { Resource } from "./kubernetes/resource.ts";
import { type LoadedDocument } from "./load.ts";
export declare function urlOf(ruleId: string): string;
/** A problem of the reader or a validator, in its document. `resource` is the object it is about, where one could be read. */
export declare function locateProblem(problem: Problem, loaded: LoadedDocument, resource: Resource | undefined): Diagnostic;
/** A finding of a rule. Undefined when its field belongs to no document, which would be a bug of the rule. */
export declare function locateFinding({ rule, finding, resource, container }: Found): Diagnostic | undefined;
/** Where a message speaks of another object: `Deployment "web" (spec.template)`. */
export declare function pathText(field: Field): string;
