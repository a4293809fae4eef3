interface Text {
    readonly path: string;
    readonly text: string;
}
export declare class KustomizeFamily {
    #private;
    /** All kustomizations that are built together with one that may list one of the files. */
    constructor(files: readonly string[], kustomizations: readonly Text[]);
    get texts(): string[];
    /** Whether a kustomization of the family may list the file: they list what lies below them, and what they name. */
    mayHold(path: string): boolean;
}
export {};
