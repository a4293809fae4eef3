// Structure-aware changes: values moved, doubled, renamed, left out and put in other places of a manifest.

import { parseDocumentsWith } from "../../src/yaml/documents.ts";
import { toValue } from "../../src/yaml/node.ts";
import { parsePart } from "../../src/yaml/parse.ts";
import type { Random, Value } from "../yaml/generate.ts";
import { disturb, pick, writeEntries } from "../yaml/generate.ts";
import { odd } from "./seeds.ts";

interface Slot {
  readonly holder: Record<string, Value> | Value[];
  readonly key: string;
}

/** Every place of a document that holds a value. */
function slots(value: Value, found: Slot[] = []): Slot[] {
  if (typeof value !== "object" || value === null) return found;
  for (const key of Object.keys(value)) {
    found.push({ holder: value as Slot["holder"], key });
    slots((value as Record<string, Value>)[key] ?? null, found);
  }
  return found;
}

function get({ holder, key }: Slot): Value {
  return (holder as Record<string, Value>)[key] ?? null;
}

function put({ holder, key }: Slot, value: Value): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

function drop({ holder, key }: Slot): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

function chosen(next: Random, all: readonly Slot[]): Slot | undefined {
  return all[Math.floor(next() * all.length)];
}

/** One change; `others` are places of other documents to take values from. */
function changeOnce(next: Random, document: Value, others: readonly Slot[]): void {
  const all = slots(document);
  const slot = chosen(next, all);
  if (slot === undefined) return;
  const how = Math.floor(next() * 9);
  if (how === 0) drop(slot);
  else if (how <= 2) put(slot, odd(next));
  else if (how === 3) put(slot, structuredClone(get(chosen(next, others) ?? slot)));
  else if (how === 4)
    put(
      { holder: slot.holder, key: Array.isArray(slot.holder) ? String(slot.holder.length) : newKey(next, slot.key) },
      structuredClone(get(slot)),
    );
  else if (how === 5 && !Array.isArray(slot.holder)) {
    const value = get(slot);
    drop(slot);
    put({ holder: slot.holder, key: newKey(next, slot.key) }, value);
  } else if (how === 6) put(slot, [structuredClone(get(slot))]);
  else if (how === 7) put(slot, { [slot.key]: structuredClone(get(slot)) });
  else {
    const target = chosen(next, others);
    if (target === undefined) return;
    put({ holder: slot.holder, key: target.key }, structuredClone(get(target)));
  }
}

function newKey(next: Random, key: string): string {
  const kind = next();
  if (kind < 0.3) return `${key}s`;
  if (kind < 0.5) return key.slice(0, -1);
  if (kind < 0.6) return key.toUpperCase();
  if (kind < 0.8)
    return pick(next, ["__proto__", "constructor", "toString", "name", "spec", "metadata", "kind", "<<", ""]);
  const value = odd(next);
  return typeof value === "string" ? value : key;
}

/** Documents of a text; empty ones left out. */
export function documentsIn(text: string): Value[] {
  return parseDocumentsWith(parsePart, text).flatMap(({ root }) =>
    root === undefined ? [] : [toValue(root) as Value],
  );
}

/** A text of several documents, changed in a few places and written in some style. */
export function changed(next: Random, text: string, other: string): string {
  const documents = documentsIn(text);
  const others = [...documents, ...documentsIn(other)].flatMap(document => slots(structuredClone(document)));
  if (documents.length > 0 && next() < 0.3) documents.push(...documentsIn(other));
  for (let count = 1 + Math.floor(next() * 4); count > 0; count--) {
    const document = documents[Math.floor(next() * documents.length)];
    if (document !== undefined) changeOnce(next, document, others);
  }
  return documents.map(document => `---\n${written(next, document)}`).join("");
}

function written(next: Random, document: Value): string {
  if (typeof document !== "object" || document === null || Array.isArray(document) || next() < 0.3)
    return `${JSON.stringify(document, null, next() < 0.5 ? 2 : 0)}\n`;
  return writeEntries(next, document, 0);
}

/** A text with characters changed here and there: its comments and its style stay. */
export function damaged(next: Random, text: string): string {
  const lines = text.split("\n");
  const at = Math.floor(next() * lines.length);
  const how = next();
  if (how < 0.2) lines.splice(at, 1);
  else if (how < 0.4) lines.splice(at, 0, lines[Math.floor(next() * lines.length)] ?? "");
  else if (how < 0.5) lines[at] = ` ${lines[at]}`;
  else if (how < 0.7) lines[at] = (lines[at] ?? "").replace(/:.*/, () => `: ${String(odd(next))}`);
  else return disturb(next, text);
  return lines.join("\n");
}
