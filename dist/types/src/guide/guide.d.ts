export declare function guide(): string;
