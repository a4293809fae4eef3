// What can be written instead of a value or a key that the schema refuses.

import type { Fix } from "../../diagnostic.ts";
import type { Field } from "../../field.ts";
import { replaceScalar } from "../semantic/fixes.ts";
import type { Fault } from "./fault.ts";
import { enumGuess } from "./words.ts";

export function fixesOf(field: Field, fault: Fault): Fix[] {
  if (fault.code === "enum") return enumFix(field, fault);
  return fault.code === "type" ? typeFix(field, fault) : [];
}

function enumFix(field: Field, { schema }: Fault): Fix[] {
  const guess = enumGuess(field.scalar, schema);
  if (guess === undefined) return [];
  return replaceScalar(field, guess.word, `write "${guess.word}"`, guess.sameLetters ? "safe" : "unsafe");
}

/** Quotes around what YAML reads as a number or a boolean, or none around what should be one. */
function typeFix(field: Field, { schema: { types } }: Fault): Fix[] {
  const node = field.node;
  if (node?.kind !== "scalar" || node.start === node.end || field.entry?.at !== undefined || types.length !== 1)
    return [];
  const [type] = types;
  if (type === "string" && node.style === "plain" && node.value !== null) {
    const edits = [node.start, node.end].map(at => ({ start: at, end: at, text: '"' }));
    return [{ title: "put it in quotes", safety: "safe", edits }];
  }
  if (typeof node.value !== "string") return [];
  const text = node.value.trim();
  const isMeant =
    type === "boolean"
      ? text === "true" || text === "false"
      : type === "integer"
        ? /^-?(?:0|[1-9]\d{0,14})$/.test(text)
        : type === "number" && /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/.test(text);
  return isMeant ? replaceScalar(field, text, `write ${text} without quotes`) : [];
}

/** Other text for a key; a quoted key stays quoted. */
export function renameKey({ entry, parent }: Field, name: string, safety: Fix["safety"]): Fix[] {
  if (entry === undefined || entry.at !== undefined || parent?.get(name).node !== undefined) return [];
  const { start, end, style } = entry.key;
  const mark = style === "double" ? '"' : style === "single" ? "'" : "";
  return [{ title: `rename it to ${name}`, safety, edits: [{ start, end, text: `${mark}${name}${mark}` }] }];
}
