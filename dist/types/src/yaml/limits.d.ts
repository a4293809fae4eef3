export interface Limits {
    /** UTF-16 units of one source (`--max-file-size`). */
    readonly size: number;
    /** Documents of one source (`--max-documents`). */
    readonly documents: number;
    /** Maps and lists inside each other (`--max-depth`). */
    readonly depth: number;
    /** Maps, lists, keys and scalars of one source (`--max-nodes`). */
    readonly nodes: number;
    /** The same of one document, once every alias is written out (`--max-alias-nodes`). */
    readonly aliasNodes: number;
    /** Diagnostics of one rule in a report (`--max-findings`). */
    readonly findings: number;
    /** Seconds for one file, over all that is done with it alone (`--max-file-time`). */
    readonly time: number;
}
export declare const DEFAULT_LIMITS: Limits;
/** As deep as the API server's own reader goes (10,000 flow levels within 10,000 block levels): for those who do not recurse. */
export declare const SERVER_LIMITS: Limits;
