export interface Flag {
    readonly name: string;
    readonly type: "boolean" | "string";
    /** How the value is called in --help. */
    readonly value?: string;
    readonly short?: string;
    readonly multiple?: boolean;
    /** `--changed` and `--changed=REF`: the value may be left out. */
    readonly optionalValue?: string;
    readonly help: string;
    /** Commands that know it; all of them where it is absent. */
    readonly commands?: readonly string[];
    readonly hidden?: boolean;
}
export declare const COMMANDS: Readonly<Record<string, string>>;
export declare const FLAGS: readonly Flag[];
export interface Arguments {
    readonly command: string;
    readonly positionals: readonly string[];
    readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
}
/** A mistake on the command line, in one sentence. */
export declare class UsageError extends Error {
}
/** Splits the arguments; the first word is the command if it is one. Throws UsageError. */
export declare function parse(argv: readonly string[]): Arguments;
/** The value of a flag that may be given once. */
export declare function textOf(values: Arguments["values"], name: string): string | undefined;
/** The value of a flag that is a whole number. Throws UsageError for anything else. */
export declare function numberOf(args: Arguments, name: string): number | undefined;
/** The values of a repeatable flag; commas separate too. */
export declare function listOf(values: Arguments["values"], name: string): string[];
/** The text of --help for a command. */
export declare function help(command: string): string;
/** The table of flags for README.md. */
export declare function helpTable(): string;
