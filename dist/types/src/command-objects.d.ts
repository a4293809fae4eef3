import { type Environment } from "./main.ts";
import type { Source } from "./yaml/document.ts";
/** One JSON value a line; a document that the server's reader refuses prints nothing, and makes the exit code 1. */
export declare function showObjects(sources: readonly Source[], { stdout, stderr }: Environment): Promise<number>;
