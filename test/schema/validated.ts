// A manifest as text, and what the validator says of it.

import type { Problem } from "../../src/diagnostic.ts";
import { Field } from "../../src/field.ts";
import { loadValidator } from "../../src/schema/validate.ts";
import type { Validation } from "../../src/schema/validation.ts";
import { readSource } from "../../src/yaml/documents.ts";

export async function validated(text: string, minor = 36): Promise<Validation> {
  const [document] = await readSource(text);
  const root = new Field(document?.root);
  const validate = await loadValidator([root]);
  return validate(root, { minor });
}

/** `rule path: message` of each problem. */
export async function said(text: string, minor = 36): Promise<string[]> {
  return (await validated(text, minor)).problems.map(
    ({ ruleId, path, message }) => `${ruleId} ${path.join(".")}: ${message}`,
  );
}

/** The text after all fixes of a kind. */
export function fixed(text: string, problems: readonly Problem[], safety: "safe" | "unsafe"): string {
  const edits = problems
    .flatMap(({ fixes = [] }) => fixes.filter(fix => fix.safety === safety))
    .flatMap(fix => fix.edits);
  const ordered = [...edits].sort((a, b) => b.start - a.start || b.end - a.end);
  return ordered.reduce(
    (result, { start, end, text: part }) => result.slice(0, start) + part + result.slice(end),
    text,
  );
}

/** A Deployment whose only container has further lines, indented as its own fields. */
export function deployment(container: string, pod = "", spec = ""): string {
  const indent = (text: string, by: number) =>
    text
      .split("\n")
      .filter(line => line !== "")
      .map(line => `${" ".repeat(by)}${line}\n`)
      .join("");
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
${indent(spec, 2)}  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
${indent(pod, 6)}      containers:
        - name: web
          image: nginx:1.27
${indent(container, 10)}`;
}
