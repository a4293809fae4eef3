import { type Stats } from "node:fs";
export declare const STRAY_LINK = "a link that leads nowhere or out of the project";
export declare const STRAY_DEVICE = "neither a file nor a directory";
export declare function statOf(path: string): Stats | undefined;
export declare function realpathOf(path: string): string | undefined;
/** The nearest directory upward that holds `.git` (a directory, or a file in worktrees). Looking is much cheaper than asking git. */
export declare function gitRootOf(directory: string): string | undefined;
/** How far links within a directory may lead: its repository, the project of its configuration, else itself. Links on the way there are followed. */
export declare function boundaryOf(directory: string, configRoot: string | undefined): string;
export declare function isBelow(path: string | undefined, directory: string): boolean;
/** A file, or a link to one that leads no further than the boundary. */
export declare function isOwnFile(path: string, boundary: string): boolean;
/** All bytes of what a user named: a file, or what a pipe gives; never without end. Throws what the file system throws. */
export declare function readBounded(path: string, most?: number): Buffer;
/** The first bytes of a file. */
export declare function readHead(path: string, count: number): Buffer;
/** A file's size, and its bytes unless they are more than `most`. They hold until the next call. Throws what the file system throws. */
export declare function readUpTo(path: string, most: number): {
    readonly size: number;
    readonly bytes: Buffer;
};
