// Says that a value has the wrong type, and how to write what was meant.

import type { Fix, Path, Problem } from "../diagnostic.ts";
import type { Field } from "../field.ts";
import { placeOf } from "../place.ts";
import type { Node, ScalarNode } from "../yaml/node.ts";
import { describeNode, describeType, nameOf, quote } from "./phrase.ts";
import { meantSuffix } from "./scalars.ts";
import { replaceScalar } from "./semantic/fixes.ts";
import type { Type } from "./tables.ts";

export function wrongType(field: Field, path: Path, node: Node, type: Type, reason: string | undefined): Problem {
  const expected = describeType(type);
  const help = helpFor(path, node, type);
  const fixes = fixesFor(field, node, type);
  const why = reason === undefined ? "" : `: ${reason}`;
  return {
    // A grpc probe takes no port name; the rule's page says why.
    ruleId: path.at(-2) === "grpc" && path.at(-1) === "port" ? "grpc-probe-invalid" : "invalid-type",
    severity: "error",
    message: `${nameOf(path)} is ${describeNode(node)}, expected ${expected}${why}`,
    server: "rejects",
    path: [...path],
    ...placeOf(field),
    ...(help === undefined ? {} : { help }),
    ...(fixes.length === 0 ? {} : { fixes }),
  };
}

function helpFor(path: Path, node: Node, type: Type): string | undefined {
  if (type.kind === "list" && node.kind === "map") return 'begin each item of the list with "- "';
  if (type.kind === "list" && node.kind === "scalar") return `write a list: [${scalarText(node)}]`;
  if (type.kind === "struct" && node.kind === "list") return 'write its fields without "- "';
  if (type.kind !== "scalar") return undefined;
  if (type.scalar === "string" && node.kind === "scalar") return "YAML reads it so without quotes; put it in quotes";
  if (type.scalar === "bytes" && path[0] === "data") return "data holds base64; plain text belongs into stringData";
  return undefined;
}

function scalarText(node: Node & { kind: "scalar" }): string {
  return typeof node.value === "string" ? quote(node.value) : String(node.value);
}

function fixesFor(field: Field, node: Node, type: Type): Fix[] {
  if (node.kind !== "scalar" || field.entry?.at !== undefined) return [];
  if (type.kind === "list" && type.of.kind === "scalar" && node.style !== "block") return bracketFix(node);
  if (type.kind !== "scalar") return [];
  if (type.scalar === "string" && node.style === "plain" && node.value !== null) return [quoteFix(node)];
  if (typeof node.value !== "string") return [];
  const text = node.value.trim();
  if ((type.scalar === "int32" || type.scalar === "int64") && /^-?(0|[1-9]\d{0,8})$/.test(text))
    return replaceScalar(field, text, `write ${text} without quotes`);
  if (type.scalar === "int32" && /^0[0-7]{3}$/.test(text))
    return replaceScalar(field, text, `write ${text} without quotes`, "unsafe");
  const boolean = type.scalar === "boolean" ? BOOLEANS.get(text.toLowerCase()) : undefined;
  if (boolean !== undefined) return replaceScalar(field, boolean, `write ${boolean} without quotes`);
  return type.scalar === "quantity" ? quantityFix(field, text) : [];
}

const BOOLEANS = new Map([
  ["true", "true"],
  ["false", "false"],
  ["yes", "true"],
  ["no", "false"],
  ["on", "true"],
  ["off", "false"],
]);

/** Quotes around what stands there: `yes` stays `yes`, whatever YAML makes of it. */
function quoteFix({ start, end }: Node): Fix {
  return {
    title: "put it in quotes",
    safety: "safe",
    edits: [
      { start, end: start, text: '"' },
      { start: end, end, text: '"' },
    ],
  };
}

/** A list of the one value: what can stand in a flow list as it is. */
function bracketFix({ start, end, value }: ScalarNode): Fix[] {
  if (typeof value !== "string" || /[,[\]{}#:\n]/.test(value)) return [];
  const edits = [
    { start, end: start, text: "[" },
    { start: end, end, text: "]" },
  ];
  return [{ title: "make it a list", safety: "unsafe", edits }];
}

/** `512 MB` -> `512M`: the author may have meant the binary unit. */
function quantityFix(field: Field, text: string): Fix[] {
  const [, number = "", suffix = ""] = /^(\d+(?:\.\d+)?)(.*)$/.exec(text) ?? [];
  const unit = number === "" ? undefined : meantSuffix(suffix);
  return unit === undefined ? [] : replaceScalar(field, `${number}${unit}`, `write ${number}${unit}`, "unsafe");
}
