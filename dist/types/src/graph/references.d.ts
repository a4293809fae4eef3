export interface ReferenceRow {
    readonly on: readonly string[];
    readonly at: string;
    readonly name: string;
    readonly to: string;
    /** The reference says the kind itself, in `kind`, and the group in one of these fields; `to` is the default. */
    readonly choice?: "apiVersion" | "apiGroup" | "group" | "kind";
    /** Where the target's namespace is written; absent: the namespace of the object that refers. */
    readonly namespace?: string;
    /** The name is a DNS name: `web`, `web.shop`, `web.shop.svc.cluster.local`. */
    readonly host?: true;
    /** The field (beside `name`) that makes an absent target no fault. */
    readonly optional?: string;
    /** Fields that hold keys inside the target's data. */
    readonly keys?: string;
    /** The field (beside `name`) with the port of the Service: name or number of a *Service port*. */
    readonly port?: string;
    /** The controller that may make the target, so that nobody has to write it down. */
    readonly madeBy?: string;
    /** Absent targets are normal: names of things that a cluster brings along. */
    readonly brought?: true;
}
export declare const REFERENCES: readonly ReferenceRow[];
/** The table as Markdown, for the documentation. */
export declare function referencesAsMarkdown(): string;
