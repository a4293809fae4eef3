export declare function shutdownChapter(): string;
