import type { Field } from "../../../field.ts";
import type { PodScope } from "./scope.ts";
export declare function validateMounts(container: Field, scope: PodScope): void;
export declare function validateDevices(container: Field, scope: PodScope): void;
