import type { Field } from "../../../field.ts";
import type { Problems } from "../../problems.ts";
export declare function warnOverlappingPaths(spec: Field, problems: Problems): void;
