import type { Field } from "../../field.ts";
/** A quantity in nanos (10^-9), the finest unit that Kubernetes keeps. */
export type Quantity = bigint;
/** The value in nanos, rounded away from zero; undefined where the server could not parse it. */
export declare function parseQuantity(text: string): Quantity | undefined;
/** The text of a quantity as the server reads it, from a string or a number; undefined for other types and unrendered text. */
export declare function quantityText(field: Field): string | undefined;
/** The quantity of a field; undefined where there is none or it does not parse (which the schema reports). */
export declare function quantityOf(field: Field): Quantity | undefined;
/** True for whole numbers. */
export declare function isWhole(quantity: Quantity): boolean;
/** True for whole thousandths. */
export declare function isWholeMilli(quantity: Quantity): boolean;
/** `1500m`: the quantity in the largest decimal unit that keeps it whole, as the server prints it. */
export declare function formatQuantity(quantity: Quantity): string;
