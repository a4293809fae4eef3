// x-kubernetes-validations, as far as they can be judged without CEL. Whether a rule compiles is not.

import { fieldPathError } from "./field-path.ts";
import { isNull, valueAt } from "./json.ts";
import type { Schema } from "./schema.ts";
import type { SchemaReport } from "./schema-report.ts";

const REASONS = ["FieldValueDuplicate", "FieldValueForbidden", "FieldValueInvalid", "FieldValueRequired"];

export function checkRules(schema: Schema, report: SchemaReport): void {
  schema.rules.forEach((node, index) => {
    if (node.kind !== "map" || isNull(node)) return;
    const text = (key: string): string => {
      const value = valueAt(node, key);
      return value?.kind === "scalar" && typeof value.value === "string" ? value.value : "";
    };
    const at = (key: string) => ["x-kubernetes-validations", index, key];
    const [rule, message] = [text("rule"), text("message")];
    if (rule.trim() === "") report.required(at("rule"), "required value: rule is not specified");
    else if (message !== "" && message.trim() === "")
      report.invalid(at("message"), "message must be non-empty if specified");
    else if (hasBreaks(message.trim())) report.invalid(at("message"), "message must not contain line breaks");
    else if (hasBreaks(rule.trim()) && message.trim() === "")
      report.required(at("message"), "required value: message must be specified if rule contains line breaks");
    const expression = text("messageExpression");
    if (expression !== "" && expression.trim() === "")
      report.required(at("messageExpression"), "required value: messageExpression must be non-empty if specified");
    const reason = valueAt(node, "reason");
    if (reason !== undefined && !REASONS.includes(text("reason")))
      report.invalid(at("reason"), `unsupported value "${text("reason")}"; supported: ${REASONS.join(", ")}`);
    checkFieldPath(schema, text("fieldPath"), at("fieldPath"), report);
  });
}

function checkFieldPath(schema: Schema, path: string, at: (string | number)[], report: SchemaReport): void {
  if (path === "") return;
  if (path.trim() === "") report.invalid(at, "fieldPath must be non-empty if specified");
  if (hasBreaks(path)) report.invalid(at, "fieldPath must not contain line breaks");
  const { error } = fieldPathError(path, schema, true);
  if (error !== undefined) report.invalid(at, `fieldPath "${path}" must be a valid path: ${error}`);
}

function hasBreaks(text: string): boolean {
  return /[\n\r]/.test(text);
}
