import type { Field } from "../../../field.ts";
import type { PodScope } from "./scope.ts";
export declare const TAINT_EFFECTS: string[];
type TolerationScope = Pick<PodScope, "problems" | "minor">;
/** Also the tolerations of a RuntimeClass. */
export declare function validateTolerations(tolerations: Field, scope: TolerationScope): void;
export declare function validateSpread(scope: PodScope): void;
/** The keys that a selector speaks of. */
export declare function selectorKeys(selector: Field): Set<string>;
export declare function validateGates(scope: PodScope): void;
export {};
