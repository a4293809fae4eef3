import type { LoadedFile } from "./load.ts";
import type { Settings } from "./settings.ts";
import type { Ignore } from "./suppress-ignore.ts";
export declare function ignoreAnnotations(file: LoadedFile, { customWorkloads }: Settings): Ignore[];
