export type ScalarType = "null" | "bool" | "int" | "float" | "string";
export interface Resolved {
    readonly type: ScalarType;
    readonly value: string | number | boolean | null;
    /** The text of the number in JSON, for floats and for integers beyond 2^53. */
    readonly json?: string;
}
/** A plain scalar without a tag. NaN and the infinities come back as such: JSON has none of them, and the caller refuses. */
export declare function resolvePlain(text: string): Resolved;
/** A float64 as encoding/json writes it; JavaScript differs in the negative zero alone. */
export declare function formatFloat(value: number): string;
/** A scalar with a tag, quoted or not. Undefined where the text is not of that type; a tag nobody knows makes a string. */
export declare function resolveTagged(tag: string, text: string): Resolved | undefined;
/**
 * A map key as text. sigs.k8s.io/yaml writes floats with the digits of a float32 and takes neither null nor a uint64 for a key:
 * undefined.
 */
export declare function keyText({ type, value, json }: Resolved): string | undefined;
