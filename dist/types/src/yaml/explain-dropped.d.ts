import type { Problem } from "../diagnostic.ts";
import type { LineIndex } from "./lines.ts";
import type { Node } from "./node.ts";
import type { Part } from "./part.ts";
/** go-yaml reads one document of a part and drops the rest without a word. */
export declare function explainDropped(lines: LineIndex, part: Part, at: number, root: Node | undefined): Problem;
/** kubectl takes nothing but a comment behind a `---`, and gives up on the whole stream. */
export declare function explainSeparator(part: Part, bad: NonNullable<Part["badSeparator"]>): Problem;
/** YAMLOrJSONDecoder: one JSON value may be followed by YAML, two make a stream of JSON. */
export declare function explainBehindJson({ start }: Part): Problem;
/** Keys that every object has once at its root: twice means that two objects run together. */
export declare function joinDuplicates(lines: LineIndex, problems: readonly Problem[]): readonly Problem[];
