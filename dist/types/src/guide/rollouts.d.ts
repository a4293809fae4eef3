export declare function rolloutsChapter(): string;
