// JSON paths of dots and quoted brackets that lead through a schema (apiserver/schema/cel ValidFieldPath).

import type { Schema } from "./schema.ts";

export interface FoundPath {
  /** Where the path ends; undefined as well below what no schema describes. */
  readonly schema?: Schema | undefined;
  readonly steps: readonly string[];
  readonly error?: string;
}

const UNKNOWN = "does not refer to a valid field";

export function fieldPathError(path: string, root: Schema, brackets: boolean): FoundPath {
  const steps: string[] = [];
  const fail = (error: string): FoundPath => ({ steps, error });
  let schema: Schema | undefined = root;
  const tokens = path.match(/'(?:[^'\\]|\\.)*'|[.[\]]|[^.[\]']+|'/gs) ?? [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === "[" && !brackets) return fail("array notation is not allowed");
    if (token !== "[" && token !== ".") return fail(`expected [ or . but got: ${token}`);
    const name = tokens[++index];
    if (name === undefined) return fail("unexpected end of JSON path");
    if (token === "[" && !/^'.*'$/s.test(name)) return fail(`expected single quoted string but got ${name}`);
    const key = token === "[" ? name.slice(1, -1).replace(/\\(.)/gs, "$1") : name;
    if (schema === undefined || (schema.properties === undefined && schema.additional === undefined))
      return fail(UNKNOWN);
    if (schema.properties !== undefined && schema.properties.entries.length > 0) {
      schema = schema.property(key);
      if (schema === undefined) return fail(UNKNOWN);
    } else if (schema.additional !== undefined) schema = schema.additionalSchema;
    else return fail(UNKNOWN);
    steps.push(key);
    if (token === "[" && tokens[++index] !== "]") return fail("unexpected end of JSON path");
  }
  return { schema, steps };
}
