import type { WrittenPolicy } from "../config-read.ts";
import type { Diagnostic, Path, Severity } from "../diagnostic.ts";
import type { AnyRule } from "../rule.ts";
import type { Source } from "../yaml/document.ts";
import type { TestedPolicy } from "./examples.ts";
/** A policy in short form, and where it is written. */
export interface WrittenShort {
    readonly policy: TestedPolicy;
    readonly file: string;
    readonly text: string;
    readonly path: Path;
    readonly at: number;
}
/** What is wrong with a policy in short form. */
interface Flaw {
    readonly written: WrittenShort;
    readonly below: Path;
    /** In the text of the field. */
    readonly offset: number;
    readonly message: string;
    readonly severity: Severity;
}
export interface OwnPolicies {
    readonly rules: readonly AnyRule[];
    /** As a configuration has them. */
    readonly written: readonly unknown[];
    readonly shorts: readonly WrittenShort[];
    /** Files with ValidatingAdmissionPolicies, bindings and parameters, by their absolute paths. */
    readonly sources: readonly Source[];
    readonly flaws: readonly Flaw[];
    /** There is a policy without a name: no rule stands for it. */
    readonly hasUnnamed: boolean;
}
export interface OwnRequest {
    readonly written: readonly WrittenPolicy[];
    /** Of `--policies`. */
    readonly given: readonly Source[];
    readonly minor: number;
}
/** Throws UsageError where a path of the configuration holds no policy. */
export declare function ownPolicies({ written, given, minor }: OwnRequest): Promise<OwnPolicies>;
/** The first error in a policy in short form, with its place: `.kprobe-lint.yaml:3:17: sentence`. */
export declare function faultIn(own: OwnPolicies, id: string, cwd: string): Promise<string | undefined>;
/** What is wrong with the policies in short form, at its place in the configuration. */
export declare function flawDiagnostics({ flaws }: Pick<OwnPolicies, "flaws">, root: string): Promise<Diagnostic[]>;
/** Texts of the files in which something may be wrong with a policy, by their paths from the root. */
export declare function textsIn({ shorts, sources }: OwnPolicies, root: string): Map<string, string>;
export {};
