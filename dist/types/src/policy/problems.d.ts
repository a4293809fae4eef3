import type { Problem } from "../diagnostic.ts";
import type { Field } from "../field.ts";
import { type Place } from "../place.ts";
import type { ExpressionFault } from "./compile.ts";
export declare const INVALID_POLICY = "policy-invalid";
export declare function problemOf({ at, offset, message }: ExpressionFault, severity?: "error" | "warning"): Problem;
/** The place of a character of a scalar, to the end of its line; the whole scalar where its text is not at hand. */
export declare function placeIn(at: Field, offset: number): Place;
