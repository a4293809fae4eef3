/** `to` as written in a file of directory `from`; undefined when it leads out of the project. */
export declare function resolvePath(from: string, to: string): string | undefined;
export declare function isWithin(path: string, directory: string): boolean;
/** Something that kustomize fetches: a URL, or a host with a repository. */
export declare function isRemote(path: string): boolean;
