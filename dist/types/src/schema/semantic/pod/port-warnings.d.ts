import type { Field } from "../../../field.ts";
import type { Problems } from "../../problems.ts";
import { type PodContext } from "./scope.ts";
export declare function warnPorts(spec: Field, containers: readonly Field[], context: PodContext, problems: Problems): void;
