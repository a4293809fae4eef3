import type { Field } from "../../../field.ts";
import type { Problems } from "../../problems.ts";
import { type PodContext, type Volumes } from "./scope.ts";
export interface FoundVolumes {
    readonly volumes: Volumes;
    readonly refused: ReadonlySet<string>;
    readonly unknown: boolean;
}
export declare function validateVolumes(spec: Field, context: PodContext, problems: Problems): FoundVolumes;
