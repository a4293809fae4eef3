import type { Readable, Writable } from "node:stream";
import type { Report } from "./diagnostic.ts";
export interface Environment {
    readonly argv: readonly string[];
    readonly cwd: string;
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly stdout: Stream;
    readonly stderr: Stream;
    readonly stdin: () => string | Buffer;
    /** Standard input and output as they are, for a conversation. */
    readonly converse?: () => {
        readonly input: Readable;
        readonly output: Writable;
    };
    readonly now: () => number;
    /** Absolute paths of the files a pull request changes, where that is known. */
    readonly changedFiles?: ReadonlySet<string>;
    /** Is shown every report before it is written. */
    readonly observe?: (report: Report) => void;
}
export interface Stream {
    write(text: string): void;
    readonly isTTY: boolean;
    readonly columns: number;
}
export declare const EXIT: {
    readonly ok: 0;
    readonly findings: 1;
    readonly failed: 2;
};
export declare function main(environment: Environment): Promise<number>;
