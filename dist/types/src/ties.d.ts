import type { LoadedFile } from "./load.ts";
export interface Ties {
    /** A text without any of them names nothing of these files, and nothing that they name. */
    readonly words: readonly string[];
    /** Words within names, which may also stand in a name that is nearly the same. */
    readonly parts: readonly string[];
    /** Something has a name too short to be searched for, or a selector of such labels alone. */
    readonly isVague: boolean;
    /** Pods carry labels whose values say too little to be searched for. */
    readonly hasVagueLabels: boolean;
    /** Whether the files write a word anywhere: in an address, a command, a setting. */
    readonly isWritten: (word: string) => boolean;
}
/** Undefined where there are too many words. What `kustomizations` write may be added to what the files hold. */
export declare function tiesOf(files: readonly LoadedFile[], kustomizations?: readonly string[]): Ties | undefined;
