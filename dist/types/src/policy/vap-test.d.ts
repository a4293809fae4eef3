import type { Source } from "../yaml/document.ts";
import type { ExampleResult } from "./examples.ts";
export declare function testAdmissionPolicies(sources: readonly Source[], minor: number): Promise<ExampleResult[]>;
