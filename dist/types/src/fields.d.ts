export interface FieldFacts {
    /** Where it stands. */
    readonly of: string;
    /** A sentence without its full stop. */
    readonly meaning: string;
    readonly default: string;
    readonly minimum?: string;
    readonly maximum?: string;
    /** `simulate` shows what it does. */
    readonly isTiming?: boolean;
    readonly references: readonly string[];
}
export declare const FIELDS: Readonly<Record<string, FieldFacts>>;
