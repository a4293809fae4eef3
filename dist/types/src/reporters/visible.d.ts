/** The text with every invisible or acting character written as an escape: `\n`, `\x1b`, `\u202e`. */
export declare function visible(text: string): string;
/** The same for a text of several lines. */
export declare function shownText(text: string): string;
/** A line of source for a code frame: tabs as one blank each and nothing that acts. Every unit of the text stays one unit, so that columns stay. */
export declare function visibleLine(text: string): string;
/** JSON for a file or a log: two blanks deep, invisible characters as `\uXXXX`, and no `##[` that a runner could take for a command. */
export declare function jsonText(value: unknown): string;
/** The same for JSON that is text already. Reports are large: it is searched as a whole, and copied only where something is found. */
export declare function visibleJson(text: string): string;
/** Text of a manifest on its way into a log that a runner reads: no `##[command]`, `##vso[`, and no `::command::` at a line's start. */
export declare function disarm(text: string): string;
/** Text of a manifest, or a name that a user gave, in a line of ours. */
export declare function quoted(text: string): string;
/**
 * The same for lines whose columns count: every character stays one. Beside the commands of runners, nothing may look like a line that the
 * problem matchers of setup-node take for an error (tsc, eslint-compact), or a log would show it twice.
 */
export declare function disarmLine(text: string): string;
