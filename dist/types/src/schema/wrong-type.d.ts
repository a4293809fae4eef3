import type { Path, Problem } from "../diagnostic.ts";
import type { Field } from "../field.ts";
import type { Node } from "../yaml/node.ts";
import type { Type } from "./tables.ts";
export declare function wrongType(field: Field, path: Path, node: Node, type: Type, reason: string | undefined): Problem;
