import type { Field } from "../field.ts";
import type { Resource } from "../kubernetes/resource.ts";
import { type Value } from "./cel/values.ts";
import type { Policy } from "./compile.ts";
export declare class Parameters {
    private readonly resources;
    private readonly minor;
    private readonly values;
    constructor(resources: readonly Resource[], minor: number);
    /** Whether anything of a kind can be found: it is built in, or there are objects of it. */
    knows({ apiVersion, kind }: NonNullable<Policy["paramKind"]>): boolean;
    /** The objects a reference names, by their names; a message where the reference itself cannot be followed. */
    find(kind: NonNullable<Policy["paramKind"]>, reference: Field, namespace: string): readonly Resource[] | string;
    private isNamespaced;
    valueOf(resource: Resource): Value;
}
