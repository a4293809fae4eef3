import type { Fault } from "./fault.ts";
import type { Special } from "./prepare.ts";
export declare function checkUnique({ path, serverField, node, schema }: Special): Fault[];
