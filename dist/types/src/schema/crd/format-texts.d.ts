/** time.Parse with the layout 2006-01-02. */
export declare function isDate(text: string): boolean;
/** IsDateTime: upper and lower case are the same, and any character may stand before the fraction. */
export declare function isDateTime(text: string): boolean;
/** time.Time in JSON: RFC 3339. */
export declare function isTimestamp(text: string): boolean;
/** ParseDuration: Go's durations, else any text with an amount of a known unit in it ("P3Y6M" has "6M"). */
export declare function isDuration(text: string): boolean;
export declare function isBsonObjectId(text: string): boolean;
export declare function isIsbn10(text: string): boolean;
export declare function isIsbn13(text: string): boolean;
export declare function isCreditCard(text: string): boolean;
/** net.ParseMAC: 6, 8 or 20 bytes with colons or hyphens, or groups of two bytes with dots. */
export declare function isMac(text: string): boolean;
