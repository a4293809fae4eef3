import type { Source } from "../yaml/document.ts";
import type { ExampleResult } from "./examples.ts";
import { type Unasked } from "./unasked.ts";
export declare function testAdmissionPolicies(sources: readonly Source[], minor: number): Promise<ExampleResult[]>;
/** What is wrong in the files of policies, but with a policy that has a name. */
export declare function untestable(sources: readonly Source[], minor: number): Promise<Unasked[]>;
