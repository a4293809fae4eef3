export declare function isPointer(owner: string, key: string): boolean;
export declare function isAlwaysThere(owner: string, key: string): boolean;
