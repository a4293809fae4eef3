import type { Entry } from "./node.ts";
/** The entries of a map while it is read. As in go-yaml, whatever comes later replaces what was there, be it written or merged. */
export declare class MapBuilder {
    private readonly written;
    private merged;
    private repeated;
    /** The entry already written under this key, when the key comes for the second time. Once is enough to say so. */
    firstOf(name: string): Entry | undefined;
    set(entry: Entry): void;
    merge(entry: Entry): void;
    entries(): Entry[];
}
