export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
    [key: string]: Json;
}
/** The object as a whole: some types are defaulted differently in it. */
export interface Situation {
    readonly group: string;
    readonly kind: string;
    /** The minor version of Kubernetes. */
    readonly minor: number;
}
export type Fill = (object: JsonObject, situation: Situation) => void;
export declare const DEFAULTS: ReadonlyMap<string, Fill>;
