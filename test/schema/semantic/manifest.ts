// Manifests for the tests of semantic validation: small YAML, and what a validator says of it in one line each.

import { formatPath, type Problem } from "../../../src/diagnostic.ts";
import { Field } from "../../../src/field.ts";
import { Problems } from "../../../src/schema/problems.ts";
import { validators } from "../../../src/schema/semantic/core.ts";
import { readDocumentsWith } from "../../../src/yaml/documents.ts";
import { parsePart } from "../../../src/yaml/parse.ts";

export function fieldOf(yaml: string): Field {
  return new Field(readDocumentsWith(parsePart, yaml)[0]?.root);
}

export function problemsOf(yaml: string, minor = 35): readonly Problem[] {
  const object = fieldOf(yaml);
  const problems = new Problems();
  validators[`/${object.get("kind").string}`]?.(object, { minor }, problems);
  return problems.list;
}

/** `rejects spec.containers[0].name`: what the server does and the paths that its errors name. */
export function briefly(problem: Problem): string {
  const paths = [problem.serverField ?? formatPath(problem.path), ...(problem.serverAlso ?? [])];
  return `${problem.server ?? "accepts"} ${paths.join(" ")}`;
}

/** A Pod with one good container; `spec` and `container` are flow or block YAML below them. */
export function pod(parts: {
  spec?: readonly string[];
  container?: readonly string[];
  metadata?: readonly string[];
}): string {
  const indent = (lines: readonly string[] | undefined, blanks: number) =>
    (lines ?? []).map(line => " ".repeat(blanks) + line);
  return [
    "apiVersion: v1",
    "kind: Pod",
    "metadata:",
    "  name: web",
    ...indent(parts.metadata, 2),
    "spec:",
    ...indent(parts.spec, 2),
    "  containers:",
    "    - name: web",
    "      image: nginx",
    ...indent(parts.container, 6),
    "",
  ].join("\n");
}

/** The text of a manifest after all fixes of its problems. */
export function fixed(yaml: string): string {
  const edits = problemsOf(yaml).flatMap(problem => (problem.fixes ?? []).flatMap(fix => fix.edits));
  let text = yaml;
  for (const { start, end, text: by } of edits.sort((a, b) => b.start - a.start))
    text = text.slice(0, start) + by + text.slice(end);
  return text;
}
