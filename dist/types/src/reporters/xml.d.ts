/** For attributes and for text alike; `##[` is broken up, since the file may be printed into a log. */
export declare function xmlText(text: string): string;
export declare function attributes(values: Readonly<Record<string, string | number>>): string;
