import type { Field } from "../../../field.ts";
import type { PodScope } from "./scope.ts";
export declare function validateContainerRestart(container: Field, scope: PodScope): void;
