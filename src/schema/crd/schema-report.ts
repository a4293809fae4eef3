// Where the API server places what is wrong with a schema, and the list of it.

import type { Path } from "../../diagnostic.ts";

export interface SchemaFault {
  /** Below the schema's root. */
  readonly path: Path;
  readonly message: string;
  /** "Required value". */
  readonly required: boolean;
  /** The place that explains it, where it is not `path`. */
  readonly at?: Path;
}

/** Collects the faults of a schema while it is walked through; `path` is where the walk is. */
export class SchemaReport {
  readonly path: (string | number)[] = [];
  /** Against structurality. They do not count where the schema uses what no structural schema can have. */
  readonly structural: SchemaFault[] = [];
  readonly plain: SchemaFault[] = [];

  invalid(key: string | Path, message: string): void {
    this.plain.push({ path: this.below(key), message, required: false });
  }

  required(key: string | Path, message: string): void {
    this.plain.push({ path: this.below(key), message, required: true });
  }

  notStructural(key: string | Path, message: string): void {
    this.structural.push({ path: this.below(key), message, required: false });
  }

  lacking(key: string | Path, message: string, at?: Path): void {
    this.structural.push({ path: this.below(key), message, required: true, ...(at === undefined ? {} : { at }) });
  }

  below(key: string | Path): Path {
    return typeof key === "string" ? (key === "" ? this.path.slice() : [...this.path, key]) : [...this.path, ...key];
  }
}

const KEYED = new Set(["properties", "patternProperties", "definitions", "dependencies"]);

/** `properties[spec].items.type`: names of properties stand in brackets (field.Path.Key). */
export function schemaPath(path: Path): string {
  let text = "";
  let isKey = false;
  for (const part of path) {
    text += typeof part === "number" || isKey ? `[${part}]` : `.${part}`;
    isKey = !isKey && typeof part === "string" && KEYED.has(part);
  }
  return text;
}
