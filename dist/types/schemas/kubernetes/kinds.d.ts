export declare const kinds: Readonly<Record<string, string>>;
