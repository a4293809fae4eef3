import type { Environment } from "./main.ts";
import type { Watch } from "./timing.ts";
export declare class Progress {
    /** The same environment, with streams that take the line away before they are written to. */
    readonly environment: Environment;
    private readonly stream;
    private readonly now;
    private begun;
    private last;
    private shown;
    constructor(environment: Environment);
    /** Of so much text that it is no question whether it takes long, nobody has to wait for the first word. */
    expect(texts: readonly {
        readonly text: string;
    }[]): void;
    readonly watch: Watch;
    /** Takes the line away. */
    clear(): void;
}
