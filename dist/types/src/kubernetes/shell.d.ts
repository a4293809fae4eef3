import type { Container } from "./container.ts";
/** One command of a script, at its top level. */
export interface Statement {
    readonly words: readonly string[];
    /** The operator in front of it and behind it; empty at the ends. Line breaks count as `;`. */
    readonly before: Operator;
    readonly after: Operator;
    /** A loop, a condition, a subshell, a function. */
    readonly isCompound: boolean;
    /** Where it starts in the script. */
    readonly start: number;
}
export type Operator = "" | ";" | "&" | "&&" | "||" | "|";
/** The commands of a script at its top level; undefined where its quotes or brackets do not end. */
export declare function statementsOf(script: string): Statement[] | undefined;
/** What SIGTERM meets when a shell is the container's first process. */
export type Fate = 
/** A loop, a pipeline or a background job keeps the shell in front: it does not pass the signal on. */
"swallowed"
/** The last command is one that does not react to it either, whether or not the shell makes way for it. */
 | "deaf"
/** A list that ends with a program: newer shells replace themselves by the last one, older ones do not. */
 | "depends on the shell"
/** One simple command: nearly every shell replaces itself by it. */
 | "nearly always passed"
/** `exec`, a trap, or something that cannot be judged. */
 | "handled";
export declare function fateOf(script: string): Fate;
/** The script that the container's first process, a shell, runs with -c. Without `command` the image's entrypoint is taken to run its arguments. */
export declare function firstProcessScript(container: Container): string | undefined;
