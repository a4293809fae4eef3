import type { Fix } from "../../diagnostic.ts";
import type { Field } from "../../field.ts";
/** Writes another value in place of a scalar. Nothing where the value stands elsewhere (an alias, a merge) or is a block scalar. */
export declare function replaceScalar(field: Field, text: string, title: string, safety?: Fix["safety"]): Fix[];
/** Takes an entry out of its map, together with the line or the comma that separates it. Nothing for the only entry. */
export declare function removeEntry(field: Field, title: string, safety?: Fix["safety"]): Fix[];
