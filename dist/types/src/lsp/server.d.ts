import type { Readable, Writable } from "node:stream";
import type { HomeRequest } from "./home.ts";
import type { Lint } from "./project.ts";
export interface ServeOptions extends HomeRequest {
    readonly input: Readable;
    readonly output: Writable;
    readonly lint?: Lint;
}
/** Serves until the editor says `exit` or goes away; true when it had said `shutdown` before. */
export declare function serve({ input, output, ...request }: ServeOptions): Promise<boolean>;
