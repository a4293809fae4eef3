/** The same text where it is no quantity. */
export declare function canonicalQuantity(text: string): string;
