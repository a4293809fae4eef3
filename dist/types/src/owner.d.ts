import type { Diagnostic } from "./diagnostic.ts";
import type { Resource } from "./kubernetes/resource.ts";
import type { LoadedFile } from "./load.ts";
/** The objects of some files, by file, document and path. */
export declare class Owners {
    private readonly files;
    private readonly byPath;
    constructor(files: ReadonlyMap<string, LoadedFile>);
    of({ file, document, path }: Pick<Diagnostic, "file" | "document" | "path">): Resource | undefined;
    private resourcesIn;
}
