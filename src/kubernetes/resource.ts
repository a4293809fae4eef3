import { type Field, isPlaceholder } from "../field.ts";

/** A document, or an item of a List, that has apiVersion and kind. */
export class Resource {
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

  // Asked for again and again by the graph's indexes.
  #name: { readonly text: string | undefined } | undefined;
  #namespace: string | undefined;
  #spec: Field | undefined;

  private constructor(file: string, document: number, root: Field, apiVersion: string, kind: string) {
    this.file = file;
    this.document = document;
    this.root = root;
    this.apiVersion = apiVersion;
    this.kind = kind;
    const slash = apiVersion.indexOf("/");
    this.group = slash < 0 ? "" : apiVersion.slice(0, slash);
    this.version = apiVersion.slice(slash + 1);
    this.groupKind = `${this.group}/${kind}`;
  }

  /** Undefined when apiVersion or kind is missing or is no string. */
  static read(file: string, document: number, root: Field): Resource | undefined {
    const apiVersion = root.get("apiVersion").scalar;
    const kind = root.get("kind").scalar;
    if (typeof apiVersion !== "string" || typeof kind !== "string" || apiVersion === "" || kind === "")
      return undefined;
    return new Resource(file, document, root, apiVersion, kind);
  }

  get metadata(): Field {
    return this.root.get("metadata");
  }

  get spec(): Field {
    this.#spec ??= this.root.get("spec");
    return this.#spec;
  }

  get nameField(): Field {
    return this.root.get("metadata", "name");
  }

  /** The name as written; undefined with generateName, without a name, or while a template is still to fill it in. */
  get name(): string | undefined {
    this.#name ??= { text: this.nameField.string };
    return this.#name.text;
  }

  /** The namespace as written; undefined when omitted. */
  get namespace(): string | undefined {
    const written = this.writtenNamespace;
    return written === "" || isPlaceholder(written) ? undefined : written;
  }

  /** The same where a template may still replace it; empty when omitted. */
  get writtenNamespace(): string {
    if (this.#namespace === undefined) {
      const { scalar } = this.root.get("metadata", "namespace");
      this.#namespace = typeof scalar === "string" ? scalar : "";
    }
    return this.#namespace;
  }

  get labels(): Map<string, string> {
    return this.root.get("metadata", "labels").strings();
  }

  /** A controller made it and writes it anew: the object of a dump, or what a test expects. Its author is elsewhere. */
  get isControlled(): boolean {
    const owners = this.root.get("metadata", "ownerReferences").items();
    return owners.some(owner => owner.get("controller").boolean === true);
  }

  annotation(name: string): string | undefined {
    const value = this.root.get("metadata", "annotations", name).scalar;
    return value === undefined || value === null ? undefined : String(value);
  }
}

/** Annotations through which an author tells what a manifest cannot show (interface: ignoring). */
export const ANNOTATION = {
  ignore: "kprobe-lint.dev/ignore.",
  critical: "kprobe-lint.dev/critical",
  startupSeconds: "kprobe-lint.dev/startup-seconds",
  handlesSigterm: "kprobe-lint.dev/handles-sigterm",
} as const;
