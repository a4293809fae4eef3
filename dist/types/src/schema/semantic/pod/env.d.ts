import type { Field } from "../../../field.ts";
import type { PodScope } from "./scope.ts";
export declare function validateEnv(list: Field, scope: PodScope): void;
export declare function validateEnvFrom(list: Field, scope: PodScope): void;
