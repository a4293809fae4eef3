// How a validator says what the API server says: one method for each type of field.Error (k8s.io/apimachinery/pkg/util/validation/field),
// with the place, the author's value and the server's own wording, which people grep for.

import type { Fix, Path, Problem, ServerAction, Severity } from "../diagnostic.ts";
import type { Field } from "../field.ts";
import { placeOf } from "../place.ts";

export interface Details {
  /** The rule whose page explains it best; else `missing-field`, `invalid-value` or `api-invalid`. */
  readonly ruleId?: string;
  readonly severity?: Severity;
  /** The path by which the server's error names the place, where it is not the field's own. */
  readonly serverField?: string;
  /** Further paths that the server's errors name for the same cause. */
  readonly serverAlso?: readonly string[];
  readonly help?: string;
  readonly fixes?: readonly Fix[];
  /** `undefined` where the server itself accepts the document and something fails later. */
  readonly server?: ServerAction | undefined;
  /** Other places that explain this one. */
  readonly related?: readonly { readonly field: Field; readonly message: string }[];
}

/** Collects the problems of one resource. */
export class Problems {
  readonly list: Problem[] = [];

  add(field: Field, message: string, details: Details & { ruleId: string; severity?: Severity }): void {
    if (field.isWithinUnknown) return;
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
    if (field.isUnknown) return;
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
