/** The version of the published package; a test compares it with package.json. */
export declare const VERSION = "0.1.0";
