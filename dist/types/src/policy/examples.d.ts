import type { Resource } from "../kubernetes/resource.ts";
import { type ShortPolicy } from "./short.ts";
export interface Examples {
    readonly good?: readonly string[];
    readonly bad?: readonly string[];
}
export interface TestedPolicy extends ShortPolicy {
    readonly examples?: Examples;
}
export interface ExampleResult {
    readonly id: string;
    /** `good[0]`, `bad[1]`; absent where it is about the policy as a whole. */
    readonly example?: string;
    readonly outcome: "passed" | "failed" | "unproved" | "invalid";
    readonly detail?: string;
}
/** What a policy said of an example, or why the example is none. */
export type Tried = {
    readonly found: readonly string[];
} | {
    readonly broken: string;
};
export declare function testExamples(policies: readonly TestedPolicy[], minor: number): Promise<ExampleResult[]>;
export declare function exampleResults(id: string, examples: Examples, attempt: (text: string) => Promise<Tried>): Promise<ExampleResult[]>;
/** The objects of an example, or what is wrong with it. */
export declare function objectsIn(text: string): Promise<readonly Resource[] | string>;
