/** Whether the braces of a pattern (`{a,b}`, `{1..9}`), written out, or its length are more than a library should be given. */
export declare function isExploding(glob: string): boolean;
/**
 * `*` within a name, `**` over directories, `?` one character, `{a,b}` either; a pattern without a slash matches a name anywhere, one
 * that names a directory all below it.
 */
export declare function pathMatcher(globs: readonly string[]): (path: string) => boolean;
/** `*` for any text, over slashes too: names, namespaces, kinds. */
export declare function nameMatcher(globs: readonly string[]): (name: string) => boolean;
