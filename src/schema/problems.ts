// How a validator says what the API server says: one method for each type of field.Error (k8s.io/apimachinery/pkg/util/validation/field),
// with the place, the author's value and the server's own wording, which people grep for.

import type { Fix, Path, Problem, ServerAction, Severity } from "../diagnostic.ts";
import type { Field } from "../field.ts";

export interface Details {
  /** The rule whose page explains it best; else `missing-field`, `invalid-value` or `api-invalid`. */
  readonly ruleId?: string;
  readonly severity?: Severity;
  /** The path by which the server's error names the place, where it is not the field's own. */
  readonly serverField?: string;
  readonly help?: string;
  readonly fixes?: readonly Fix[];
  /** `undefined` where the server itself accepts the document and something fails later. */
  readonly server?: ServerAction | undefined;
  /** Other places that explain this one. */
  readonly related?: readonly { readonly field: Field; readonly message: string }[];
}

/** The one-line place to underline: the scalar itself, else the key that holds the value, else the nearest thing above that exists. */
export function placeOf(field: Field): { start: number; end: number } {
  for (let at: Field | undefined = field; at !== undefined; at = at.parent) {
    if (at.node === undefined) continue;
    if (at.node.kind === "scalar" && at.node.end > at.node.start && at === field && at.node.style !== "block") {
      const { start, end } = at.entry?.at ?? at.node;
      return { start, end };
    }
    if (at.entry !== undefined) return { start: at.entry.key.start, end: at.entry.key.end };
    if (at.node.kind === "scalar" && at.node.end > at.node.start) return { start: at.node.start, end: at.node.end };
    // An item of a list has no key: its first key or scalar stands for it.
    const inner = firstLine(at);
    if (inner !== undefined) return inner;
  }
  return { start: 0, end: 0 };
}

function firstLine(field: Field): { start: number; end: number } | undefined {
  let node = field.node;
  while (node !== undefined && node.kind !== "scalar") {
    if (node.kind === "map") {
      const first = node.entries[0];
      return first === undefined
        ? { start: node.start, end: node.end }
        : { start: first.key.start, end: first.key.end };
    }
    if (node.items[0] === undefined) return { start: node.start, end: node.end };
    node = node.items[0];
  }
  return node === undefined ? undefined : { start: node.start, end: node.end };
}

/** Collects the problems of one resource. */
export class Problems {
  readonly list: Problem[] = [];

  add(field: Field, message: string, details: Details & { ruleId: string; severity?: Severity }): void {
    const { ruleId, severity = "error", related, ...rest } = details;
    const place = placeOf(field);
    const path: Path = field.path;
    const others = related?.map(({ field: other, message: text }) => ({ ...placeOf(other), message: text }));
    const { server, ...optional } = rest;
    this.list.push({
      ruleId,
      severity,
      message,
      path,
      ...place,
      ...optional,
      ...(server === undefined ? {} : { server }),
      ...(others === undefined ? {} : { related: others }),
    });
  }

  /** The server refuses the document for want of a value ("Required value"). The message says what is missing and why it is needed. */
  required(field: Field, message: string, details: Details = {}): void {
    this.add(field, message, { ruleId: "missing-field", server: "rejects", ...details });
  }

  /** "Invalid value", "Unsupported value", "Duplicate value", "Forbidden", "Too long", "Too many", "Not found": all refuse the document. */
  invalid(field: Field, message: string, details: Details = {}): void {
    this.add(field, message, { ruleId: "invalid-value", server: "rejects", ...details });
  }

  /** An enumeration: the value in quotes, then all that is accepted (or the nearest three where there are more than eight). */
  notSupported(field: Field, supported: readonly string[], details: Details = {}): void {
    const given = JSON.stringify(field.scalar ?? "");
    const shown = supported.length <= 8 ? supported : supported.slice(0, 3);
    const list = shown.map(value => `"${value}"`).join(", ");
    this.invalid(
      field,
      `unsupported value ${given}; supported: ${list}${shown.length < supported.length ? ", …" : ""}`,
      details,
    );
  }

  /** The server creates the object and prints "Warning: …". */
  warns(field: Field, message: string, details: Details = {}): void {
    this.add(field, message, { ruleId: "api-invalid", severity: "warning", server: "warns", ...details });
  }

  /** The server creates the object and throws the value away without a word. */
  drops(field: Field, message: string, details: Details = {}): void {
    this.add(field, message, { ruleId: "api-invalid", severity: "warning", server: "drops", ...details });
  }
}
