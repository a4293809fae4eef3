export declare class FileTime {
    private readonly now;
    private readonly bound;
    private readonly files;
    private atHand;
    /** Since when the file is at hand. */
    private begun;
    /** Without a clock no time passes. */
    constructor(seconds: number, now?: () => number);
    /** From here on the time is that of a file. */
    on(file: string): void;
    /** From here on the time is no file's. */
    off(): void;
    /** Whether the file at hand has had its time: all that is left to do with it is to be left out. Reads the clock. */
    isUp(): boolean;
    /** The same, where it is said whenever it is so. */
    isToldUp(): boolean;
    /** Whether that is still to be said of the file at hand; it is said once, where it came to be. */
    isToBeTold(): boolean;
}
