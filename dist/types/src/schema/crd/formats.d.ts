export type FormatCheck = (text: string) => boolean;
/** The check behind a format of a string; undefined where the server ignores it. */
export declare function formatCheck(format: string, minor: number): FormatCheck | undefined;
/** Since 1.36 formats belong to types, and those of numbers count too. */
export declare const FORMATS_BY_TYPE_SINCE = 36;
/** GetUnrecognizedFormats: whether the server warns that it ignores the format. */
export declare function isUnrecognizedFormat(format: string, type: string, minor: number): boolean;
