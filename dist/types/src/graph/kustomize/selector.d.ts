import type { Node } from "../../yaml/node.ts";
import type { Item } from "./item.ts";
type Test = (text: string) => boolean;
/** An anchored regular expression, as Go's regexp reads it; undefined where there is none, which matches everything. */
export declare function patternTest(pattern: string | undefined): Test;
/** types.Selector: every part that is given must match the original or the present id. */
export declare function targetTest(target: Node): (item: Item) => boolean;
export {};
