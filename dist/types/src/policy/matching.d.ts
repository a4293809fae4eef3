import type { Field } from "../field.ts";
/** The creation that is asked about. */
export interface Creation {
    readonly group: string;
    readonly version: string;
    readonly kind: string;
    readonly resource: string;
    /** Empty where the object has none. */
    readonly namespace: string;
    readonly name: string;
    /** Of the defaulted object. */
    readonly labels: () => ReadonlyMap<string, string>;
    readonly namespaceLabels: ReadonlyMap<string, string>;
    /** Other versions in which the server could show the same object. */
    readonly equivalents: readonly string[];
}
/** Where something matched: the version in which rules see the object. */
export interface Match {
    readonly version: string;
}
/** Kinds that no policy is asked about, so that nobody locks himself out. */
export declare function isExempt({ group, kind }: Creation): boolean;
/** What is read of `matchConstraints` or `matchResources`. */
export declare class Matcher {
    private readonly field;
    private readonly isBinding;
    private readonly rules;
    private readonly excluded;
    private readonly isOpen;
    private readonly isExact;
    constructor(field: Field, isBinding: boolean);
    /** Whether objects of this resource can match at all, in any version. */
    concerns({ group, version, resource, equivalents }: Creation): boolean;
    match(creation: Creation): Match | undefined;
}
/** The name under which the API serves a kind (meta.UnsafeGuessKindToResource). */
export declare function resourceName(kind: string): string;
