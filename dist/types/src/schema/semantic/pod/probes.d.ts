import type { Field } from "../../../field.ts";
import type { PodScope } from "./scope.ts";
export declare const PROBES: readonly ["livenessProbe", "readinessProbe", "startupProbe"];
/** Whether a container may have probes and hooks is decided before. */
export declare function validateProbesAndHooks(container: Field, scope: PodScope): void;
