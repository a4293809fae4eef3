import type { Field } from "../../../field.ts";
import type { Problems } from "../../problems.ts";
import type { PodScope } from "./scope.ts";
export declare function validateWindowsOptions(options: Field, problems: Problems): void;
/** Host process containers come all together, and on the host's network (validateWindowsHostProcessPod). */
export declare function validateHostProcess(scope: PodScope): void;
export declare function validateOs(scope: PodScope): void;
