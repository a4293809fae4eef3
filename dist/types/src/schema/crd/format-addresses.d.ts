/** An absolute URI, or a path that begins with a slash. */
export declare function isRequestUri(text: string): boolean;
/** `user@example.com`, `"the user"@example.com`, `The User <user@example.com>`. */
export declare function isEmail(text: string): boolean;
