import type { Field } from "../field.ts";
import type { Container, HookName } from "./container.ts";
export interface Delay {
    readonly seconds: number;
    /** The number's place, or the command's. */
    readonly at: Field;
    readonly form: "sleep action" | "exec";
    /** Nothing but waiting is done. */
    readonly isAlone: boolean;
    /** What is written, for messages: `sleep 5`. */
    readonly text: string;
}
/** The wait that a hook begins or ends with; undefined where none can be recognised. */
export declare function delayOf(container: Container, name: HookName): Delay | undefined;
