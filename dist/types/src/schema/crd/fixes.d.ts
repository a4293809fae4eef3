import type { Fix } from "../../diagnostic.ts";
import type { Field } from "../../field.ts";
import type { Fault } from "./fault.ts";
export declare function fixesOf(field: Field, fault: Fault): Fix[];
/** Other text for a key; a quoted key stays quoted. */
export declare function renameKey({ entry, parent }: Field, name: string, safety: Fix["safety"]): Fix[];
