import type { Environment } from "./main.ts";
import { type Arguments } from "./options.ts";
export interface Format {
    readonly name: string;
    readonly path: string | undefined;
    /** The file belongs to others too: the job summary. */
    readonly append?: boolean;
}
export declare function formatsOf(args: Arguments, { env }: Environment): Format[];
