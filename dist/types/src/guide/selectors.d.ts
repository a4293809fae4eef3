export declare function selectorsChapter(): string;
