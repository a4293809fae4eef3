import type { Field } from "../../field.ts";
import type { Validators } from "./validator.ts";
/** A Service as the server sees it after defaulting. */
export interface ServiceView {
    readonly object: Field;
    readonly spec: Field;
    /** undefined where a template will fill it in. */
    readonly type: string | undefined;
    /** clusterIPs, or clusterIP alone: the field and the text of each. */
    readonly clusterIps: readonly {
        readonly field: Field;
        readonly text: string | undefined;
    }[];
    readonly headless: boolean;
    readonly ports: readonly Field[];
    /** Reachable from outside: by type, or by externalIPs. */
    readonly external: boolean;
}
export declare const validators: Validators;
