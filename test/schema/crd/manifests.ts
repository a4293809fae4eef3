// Manifests of the tests as fields, and what is said of them.

import { formatPath, type Problem } from "../../../src/diagnostic.ts";
import { Field } from "../../../src/field.ts";
import {
  type Definition,
  type Outcome,
  readDefinition,
  validateCustomResource,
} from "../../../src/schema/crd/index.ts";
import { Problems } from "../../../src/schema/problems.ts";
import { validators } from "../../../src/schema/semantic/apiextensions.ts";
import { readSource } from "../../../src/yaml/documents.ts";

export async function fieldOf(text: string): Promise<Field> {
  const [document] = await readSource(text);
  return new Field(document?.root);
}

/** A definition of kind Thing whose only version has the given schema for `spec`, written as flow YAML. */
export function definitionText(spec: string, { version = "", root = "" } = {}): string {
  return `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: things.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {kind: Thing, plural: things}
  versions:
  - name: v1
    served: true
    storage: true
${version === "" ? "" : `    ${version}\n`}    schema:
      openAPIV3Schema: {type: object, properties: {spec: ${spec}${root === "" ? "" : `, ${root}`}}}
`;
}

export async function definitionOf(text: string): Promise<Definition> {
  const definition = readDefinition(await fieldOf(text));
  if (definition === undefined) throw new Error("the test's definition cannot be read");
  return definition;
}

export function thing(spec: string): string {
  return `apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: a}\nspec: ${spec}\n`;
}

export interface Said {
  readonly problems: readonly Problem[];
  readonly outcome: Outcome;
}

export async function judge(definition: string, resource: string, minor = 35): Promise<Said> {
  const problems = new Problems();
  const outcome = validateCustomResource(await fieldOf(resource), await definitionOf(definition), problems, { minor });
  return { problems: problems.list, outcome };
}

/** The fields that the server's errors would name, sorted. */
export function fieldsOf(problems: readonly Problem[]): string[] {
  const fields = problems
    .filter(({ server }) => server === "rejects")
    .flatMap(({ path, serverField, serverAlso = [] }) => [serverField ?? formatPath(path), ...serverAlso]);
  return [...new Set(fields)].sort();
}

export async function judgeDefinition(text: string, minor = 35): Promise<readonly Problem[]> {
  const problems = new Problems();
  validators["apiextensions.k8s.io/CustomResourceDefinition"]?.(await fieldOf(text), { minor }, problems);
  return problems.list;
}
