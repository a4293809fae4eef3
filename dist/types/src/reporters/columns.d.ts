/** Columns of one character. */
export declare function columnsOfCharacter(character: string): number;
export declare function columnsOf(text: string): number;
/** Breaks a sentence at blanks so that no line takes more than `width` columns; a word longer than that stays whole. */
export declare function wrapColumns(text: string, width: number): string[];
