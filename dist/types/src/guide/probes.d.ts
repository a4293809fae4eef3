export declare function probesChapter(): string;
