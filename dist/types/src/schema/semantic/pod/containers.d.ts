import { type PodScope } from "./scope.ts";
export declare function validateContainers(scope: PodScope): void;
