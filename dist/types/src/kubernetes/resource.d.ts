import { type Field } from "../field.ts";
/** A document, or an item of a List, that has apiVersion and kind. */
export declare class Resource {
    #private;
    /** Path of the source, relative to the project root. */
    readonly file: string;
    /** 0-based index of the document in its file. */
    readonly document: number;
    /** The object itself: the document's root, or the item of a List (its path then starts with `items`). */
    readonly root: Field;
    readonly apiVersion: string;
    readonly kind: string;
    /** `apps` of `apps/v1`; empty for the core group. */
    readonly group: string;
    readonly version: string;
    /** `apps/Deployment`; `/Service` in the core group. Versions of a kind are alike to the rules. */
    readonly groupKind: string;
    private constructor();
    /** Undefined when apiVersion or kind is missing or is no string. */
    static read(file: string, document: number, root: Field): Resource | undefined;
    get metadata(): Field;
    get spec(): Field;
    get nameField(): Field;
    /** The name as written; undefined with generateName, without a name, or while a template is still to fill it in. */
    get name(): string | undefined;
    /** The namespace as written; undefined when omitted. */
    get namespace(): string | undefined;
    /** The same where a template may still replace it; empty when omitted. */
    get writtenNamespace(): string;
    get labels(): Map<string, string>;
    /** A controller made it and writes it anew: the object of a dump, or what a test expects. Its author is elsewhere. */
    get isControlled(): boolean;
    annotation(name: string): string | undefined;
}
/** Annotations through which an author tells what a manifest cannot show (interface: ignoring). */
export declare const ANNOTATION: {
    readonly ignore: "kprobe-lint.dev/ignore.";
    readonly critical: "kprobe-lint.dev/critical";
    readonly startupSeconds: "kprobe-lint.dev/startup-seconds";
    readonly handlesSigterm: "kprobe-lint.dev/handles-sigterm";
};
