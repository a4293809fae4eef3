import type { Field } from "../../field.ts";
import type { Problems } from "../problems.ts";
/** What a semantic validator knows besides the object. */
export interface Cluster {
    /** The minor version of Kubernetes: 35 for 1.35. */
    readonly minor: number;
}
/**
 * Checks one object beyond its schema, as the registry strategy of its kind does on creation (defaulting, PrepareForCreate, Validate, WarningsOnCreate).
 * `object` is the document's root; its shape has been checked: every field that is there has the right JSON type, or is null, which equals absent.
 * The validator applies the server's defaults itself where they matter. It never throws.
 */
export type Validator = (object: Field, cluster: Cluster, problems: Problems) => void;
/** Validators by API group and kind: `"apps/Deployment"`, `"/Pod"` for the core group. */
export type Validators = Readonly<Record<string, Validator>>;
