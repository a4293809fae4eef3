import type { PodScope } from "./scope.ts";
export declare function validateDns(scope: PodScope): void;
export declare function validateHostAliases(scope: PodScope): void;
export declare function validateHostnames(scope: PodScope): void;
