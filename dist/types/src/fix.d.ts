import type { Edit } from "./diagnostic.ts";
import type { Field } from "./field.ts";
import type { Change } from "./rule.ts";
/** The edits of a change, or undefined where the text is shaped in a way that no small edit serves (an alias, a merged entry). */
export declare function editsOf(change: Change, text: string): Edit[] | undefined;
/** All edits of several changes; undefined when one of them cannot be made, since half a fix is none. */
export declare function editsOfAll(changes: readonly Change[], text: string): Edit[] | undefined;
/** The field that a change is about. */
export declare function fieldOf(change: Change): Field;
/** Applies edits that do not overlap; of two that do, the earlier in the list wins. Edits are offsets into `text`. */
export declare function applyEdits(text: string, edits: readonly Edit[]): string;
/** By place; of insertions at one place the order of the list stays. */
export declare function inOrder(edits: readonly Edit[]): Edit[];
/** Applies edits that are sorted and do not overlap. */
export declare function applySorted(text: string, edits: readonly Edit[]): string;
