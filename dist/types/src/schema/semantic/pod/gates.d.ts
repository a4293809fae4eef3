import type { PodScope } from "./scope.ts";
export declare function dropDisabledFields(scope: PodScope): void;
