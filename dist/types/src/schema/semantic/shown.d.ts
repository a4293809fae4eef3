import type { Field } from "../../field.ts";
/** A value as a message shows it: text in quotes, numbers plain, lists and maps by their kind. */
export declare function shown(field: Field): string;
