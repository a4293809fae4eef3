/** A map on the way from the document's root to the unknown key. */
export interface Level {
    /** The name of the map's type. */
    readonly type: string;
    /** Its path. */
    readonly path: readonly (string | number)[];
}
/** The field of the same map that was meant, and whether that is beyond doubt. */
export declare function misspelt(key: string, fields: readonly string[]): {
    name: string;
    certain: boolean;
} | undefined;
/**
 * Where else the very same name is a field: below the key's map, then in the maps around it and in what lies beside.
 * `hasOne` tells whether a list holds a single item; else `*` stands for it.
 */
export declare function placeFor(key: string, levels: readonly Level[], hasOne: (path: readonly (string | number)[]) => boolean): readonly (string | number)[] | undefined;
