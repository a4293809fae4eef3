import type { Field } from "../field.ts";
import type { Container } from "./container.ts";
export declare const SHELLS: Set<string>;
export declare const WINDOWS_SHELLS: Set<string>;
/** The last part of a path: the program's own name. */
export declare function programName(word: string): string;
/** The words of `command`, as written; undefined without any, and where one is no scalar. */
export declare function wordsOf(exec: Field): string[] | undefined;
export declare function isShell(word: string | undefined): boolean;
/** The text that a shell runs: what follows `-c` (`-ec`, `-lc`, …); undefined where no POSIX shell is asked to run one. */
export declare function scriptOf(words: readonly string[]): string | undefined;
/** The programs that an argument list starts, one after the other: the first word, or the first words of a script's commands. */
export declare function programsOf(words: readonly string[]): string[];
/** The exec handlers of a container: of its probes and of its lifecycle hooks. */
export declare function execHandlers(container: Container): {
    readonly owner: string;
    readonly exec: Field;
}[];
/** `redis` of `docker.io/library/redis:7`; empty where there is none, or where it is not known. */
export declare function imageBase(container: Container): string;
