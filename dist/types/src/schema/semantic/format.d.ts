import type { Field } from "../../field.ts";
import type { Details, Problems } from "../problems.ts";
import { type NameCheck } from "./names.ts";
/** Checks the text of a field ("" where nothing is there) and reports `"x" is not a valid <what>: <server's words>`. True when it is good or unknown. */
export declare function formatErrors(field: Field, what: string, check: NameCheck, problems: Problems, details?: Details): boolean;
export declare function reportFormat(field: Field, text: string, what: string, errors: readonly string[], problems: Problems, details?: Details): boolean;
export declare function quote(text: string): string;
/** `"x" is not a valid <what>: <server's words>; offending character U+0057 "W" at 0`. */
export declare function formatMessage(text: string, what: string, errors: readonly string[]): string;
