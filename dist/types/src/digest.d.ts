/**
 * 128 bits of a text in hex, from four multiplicative lanes. It tells diagnostics apart and is no protection against forgery; node:crypto
 * would cost a small run a tenth of its time to load.
 */
export declare function fingerprintOf(text: string): string;
/** SHA-256 in hex, for names that others compute too. node:crypto is loaded at the first use. */
export declare function sha256(text: string): string;
