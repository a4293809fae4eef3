import type { Path, Problem } from "../diagnostic.ts";
import type { ScalarNode } from "./node.ts";
export declare function duplicateKey(name: string, key: ScalarNode, first: ScalarNode, path: Path): Problem;
