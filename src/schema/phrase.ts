// How schema problems are said: what was found, as written, and what was expected.

import type { Node, ScalarNode } from "../yaml/node.ts";
import type { Type } from "./tables.ts";

/** Longer values are cut in messages. */
const LONGEST = 60;

export function quote(text: string): string {
  return JSON.stringify(text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
}

/** `a string ("three")`, `a number (5)`, `a boolean (true)`, `a list`, `a map`, `null`. */
export function describeNode(node: Node): string {
  if (node.kind === "map") return "a map";
  if (node.kind === "list") return "a list";
  const { value } = node;
  if (value === null) return "null";
  if (typeof value === "string") return `a string (${quote(value)})`;
  return `a ${typeof value} (${numberText(node)})`;
}

/** The number as JSON writes it. */
export function numberText({ json, value }: ScalarNode): string {
  return json ?? String(value);
}

const EXPECTED = {
  string: "a string",
  boolean: "true or false",
  int32: "an integer",
  int64: "an integer",
  double: "a number",
  quantity: "a quantity",
  "int-or-string": "an integer or a string",
  time: "a time",
  "micro-time": "a time",
  bytes: "a base64 string",
  any: "any value",
  "schema-or-boolean": "a schema or a boolean",
  "schema-or-list": "a schema",
  "schema-or-strings": "a schema or a list of strings",
} as const;

/** `a string`, `a list of maps`, `a map of strings`. */
export function describeType(type: Type): string {
  if (type.kind === "scalar") return EXPECTED[type.scalar];
  if (type.kind === "struct") return "a map";
  return type.kind === "list" ? `a list of ${plural(type.of)}` : `a map of ${plural(type.of)}`;
}

function plural(type: Type): string {
  if (type.kind === "list") return "lists";
  if (type.kind !== "scalar") return "maps";
  const plurals: Partial<Record<string, string>> = {
    string: "strings",
    boolean: "booleans",
    int32: "integers",
    int64: "integers",
    quantity: "quantities",
    bytes: "base64 strings",
  };
  return plurals[type.scalar] ?? "values";
}

/** What a field is called in a message: its key, or `item 2 of "args"` in a list. */
export function nameOf(path: readonly (string | number)[]): string {
  const last = path.at(-1);
  if (last === undefined) return "the document";
  if (typeof last === "string") return quote(last);
  const list = path.at(-2);
  return list === undefined ? `item ${last + 1}` : `item ${last + 1} of ${quote(String(list))}`;
}

/** What a map at this place is, for `unknown field "x" in …`. */
export function placeName(type: string, path: readonly (string | number)[]): string {
  const words: Partial<Record<string, string>> = {
    Container: "a container",
    EphemeralContainer: "an ephemeral container",
    Probe: "a probe",
    PodSpec: "a pod spec",
    PodTemplateSpec: "a pod template",
    ObjectMeta: "metadata",
    HTTPGetAction: "httpGet",
    TCPSocketAction: "tcpSocket",
    ExecAction: "exec",
    LabelSelector: "a label selector",
    EnvVar: "an environment variable",
    ContainerPort: "a container port",
    VolumeMount: "a volume mount",
    Volume: "a volume",
  };
  const known = words[type];
  if (known !== undefined) return known;
  const last = path.at(-1);
  if (last === undefined) return `a ${type.replace(/V\d.*$/, "")}`;
  return typeof last === "string" ? quote(last) : `an item of ${quote(String(path.at(-2)))}`;
}
