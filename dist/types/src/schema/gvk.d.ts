import type { Problem } from "../diagnostic.ts";
import type { Field } from "../field.ts";
import { type Kind } from "./versions.ts";
export interface Identity {
    readonly known: "built-in" | "unserved" | "unknown";
    /** The kind, where the server serves it. */
    readonly kind?: Kind;
    readonly problems: readonly Problem[];
}
export declare function identify(root: Field, minor: number): Identity;
