/** An offset in the source of a scalar, which begins with its quote or its block header; undefined where source and value do not go together. */
export declare function sourceOffset(source: string, value: string, offset: number): number | undefined;
