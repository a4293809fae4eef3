import type { ScalarNode } from "./node.ts";
import { type FastText } from "./read-text.ts";
/** A plain value, over several lines if they are indented deeper than `parent`. Leaves the reader on the next line. */
export declare function readPlain(reader: FastText, parent: number): ScalarNode;
/** A quoted scalar. Leaves the reader right behind it. */
export declare function readQuoted(reader: FastText): ScalarNode;
/** A literal or folded block, its indentation told or taken from the first line. Leaves the reader on the next line. */
export declare function readBlockScalar(reader: FastText, parent: number): ScalarNode;
