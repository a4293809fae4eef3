import type { Field } from "../field.ts";
import type { Resource } from "../kubernetes/resource.ts";
import type { Graph, NearMiss, ResolvedReference } from "./graph.ts";
import { type Gravity } from "./proof.ts";
export interface MissingReference {
    readonly resolved: ResolvedReference;
    /** An object of nearly that name in the same application: it was meant. */
    readonly near: NearMiss<Resource> | undefined;
    readonly gravity: Gravity;
    /** `; did you mean "x"?`, or where there is one of that name. */
    readonly hint: string;
}
/** References of an object to objects of one kind that are not there, and have to be. */
export declare function missingReferences(groupKind: string, from: Resource, graph: Graph): Generator<MissingReference>;
/** What every rule about a missing object says beside its message. */
export declare function aboutMissing({ resolved, near, gravity }: MissingReference): {
    severity: import("../diagnostic.ts").Severity;
    strict: boolean;
    at: Field;
} | {
    severity: import("../diagnostic.ts").Severity;
    strict: boolean;
    at: Field;
    related: {
        at: Field;
        message: string;
    }[];
    fixes: {
        title: string;
        safety: "unsafe";
        changes: {
            set: Field;
            to: string;
        }[];
    }[];
};
export interface MissingKey {
    readonly key: Field;
    readonly target: Resource;
    readonly meant: string | undefined;
    /** The two belong together, and the target shows all that it holds. */
    readonly isBeside: boolean;
}
/** Keys inside ConfigMaps or Secrets that are asked for and are not there. */
export declare function missingKeys(groupKind: string, from: Resource, graph: Graph): Generator<MissingKey>;
