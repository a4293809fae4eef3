import { Field } from "../../field.ts";
import type { MapNode } from "../../yaml/node.ts";
import type { Problems } from "../problems.ts";
import type { Fault } from "./fault.ts";
import type { Special } from "./prepare.ts";
export declare function checkEmbedded({ path, serverField, node, schema }: Special): Fault[];
/** The metadata of a resource inside the object: a name may be missing, and any name will do that fits into a URL. */
export declare function validateEmbeddedMetadata(field: Field, node: MapNode, problems: Problems): void;
