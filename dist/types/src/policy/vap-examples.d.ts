import type { Field } from "../field.ts";
/** `kprobe-lint.dev/example.bad`, and with a name of its own each further one: `kprobe-lint.dev/example.bad-init`. */
export declare function annotatedExamples(root: Field): {
    readonly good: string[];
    readonly bad: string[];
};
