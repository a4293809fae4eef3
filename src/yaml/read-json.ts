// JSON as Go's encoding/json takes it, with places: kubectl sends a JSON file as it is.

import type { Problem } from "../diagnostic.ts";
import { duplicateKey } from "./duplicate-key.ts";
import type { Limits } from "./limits.ts";
import { MapBuilder } from "./map-builder.ts";
import type { Node, ScalarNode } from "./node.ts";
import type { JsonValue } from "./part.ts";
import { formatFloat } from "./scalar.ts";

interface Frame {
  readonly kind: "map" | "list";
  readonly start: number;
  readonly items: Node[];
  readonly map: MapBuilder;
  key: ScalarNode | undefined;
}

const BLANK = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;
const WORD = /true|false|null/y;
/** encoding/json writes U+FFFD for half a pair. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The value at an offset; undefined where the text is no JSON, or nests too deep for it. */
export function readJson(text: string, start: number, limits: Limits): JsonValue | undefined {
  return new JsonReader(text, start, limits).read();
}

class JsonReader {
  private readonly text: string;
  private readonly limits: Limits;
  private readonly frames: Frame[] = [];
  private readonly problems: Problem[] = [];
  private at: number;
  private nodes = 0;
  private root: Node | undefined;

  constructor(text: string, at: number, limits: Limits) {
    this.text = text;
    this.at = at;
    this.limits = limits;
  }

  read(): JsonValue | undefined {
    for (;;) {
      this.skipBlanks();
      if (!this.readKey()) return undefined;
      const opening = this.text[this.at];
      if (opening === "{" || opening === "[") {
        if (this.frames.length >= this.limits.depth) return undefined;
        const kind = opening === "{" ? "map" : "list";
        this.frames.push({ kind, start: this.at++, items: [], map: new MapBuilder(), key: undefined });
        if (!this.isClosing()) continue;
      } else {
        const scalar = this.readScalar();
        if (scalar === undefined) return undefined;
        this.add(scalar);
      }
      while (this.isClosing()) this.close();
      if (this.nodes > this.limits.nodes) return { end: this.text.length, nodes: this.nodes, problems: [] };
      if (this.root !== undefined) {
        return { root: this.root, end: this.root.end, nodes: this.nodes, problems: this.problems };
      }
      if (this.text[this.at] !== ",") return undefined;
      this.at++;
    }
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private skipBlanks(): void {
    this.match(BLANK);
  }

  /** A key and its colon, where a map waits for one. */
  private readKey(): boolean {
    const frame = this.frames.at(-1);
    if (frame?.kind !== "map" || frame.key !== undefined) return true;
    const start = this.at;
    const value = this.readText();
    if (value === undefined) return false;
    const key: ScalarNode = { kind: "scalar", start, end: this.at, value, style: "double" };
    this.nodes++;
    const first = frame.map.firstOf(value);
    if (first !== undefined) {
      this.problems.push({ ...duplicateKey(value, key, first.key, [...this.path(), value]), server: "rejects" });
    }
    frame.key = key;
    this.skipBlanks();
    if (this.text[this.at] !== ":") return false;
    this.at++;
    this.skipBlanks();
    return true;
  }

  private readText(): string | undefined {
    const { text } = this;
    if (text.charCodeAt(this.at) !== 34) return undefined;
    let end = this.at + 1;
    for (let code = text.charCodeAt(end); code !== 34; code = text.charCodeAt(end)) {
      if (!(code >= 32)) return undefined;
      end += code === 92 ? 2 : 1;
    }
    const source = text.slice(this.at, end + 1);
    this.at = end + 1;
    if (!source.includes("\\")) return source.slice(1, -1).replace(LONE_SURROGATE, "\ufffd");
    try {
      return String(JSON.parse(source)).replace(LONE_SURROGATE, "\ufffd");
    } catch {
      return undefined;
    }
  }

  private path(): (string | number)[] {
    return this.frames
      .slice(0, -1)
      .map(({ kind, key, items }) => (kind === "list" ? items.length : String(key?.value)));
  }

  private readScalar(): ScalarNode | undefined {
    const start = this.at;
    const value = this.readText();
    if (value !== undefined) return { kind: "scalar", start, end: this.at, value, style: "double" };
    const word = this.match(WORD);
    if (word !== undefined) {
      return { kind: "scalar", start, end: this.at, value: word === "null" ? null : word === "true", style: "plain" };
    }
    const number = this.match(NUMBER);
    if (number === undefined || this.isCutShort(number)) return undefined;
    return numberNode(number, start);
  }

  /** A fraction or an exponent was begun, and has no digits. */
  private isCutShort(number: string): boolean {
    const next = this.text.charAt(this.at);
    return next === "." ? !/[.eE]/.test(number) : /[eE]/.test(next) && !/[eE]/.test(number);
  }

  private add(node: Node): void {
    this.nodes++;
    const frame = this.frames.at(-1);
    if (frame === undefined) this.root = node;
    else if (frame.kind === "list") frame.items.push(node);
    else if (frame.key !== undefined) {
      frame.map.set({ key: frame.key, value: node });
      frame.key = undefined;
    }
  }

  private isClosing(): boolean {
    this.skipBlanks();
    const frame = this.frames.at(-1);
    return frame !== undefined && this.text[this.at] === (frame.kind === "map" ? "}" : "]");
  }

  private close(): void {
    const frame = this.frames.pop();
    if (frame === undefined) return;
    const place = { start: frame.start, end: ++this.at, flow: true };
    this.add(
      frame.kind === "map"
        ? { kind: "map", ...place, entries: frame.map.entries() }
        : { kind: "list", ...place, items: frame.items },
    );
  }
}

/** k8s.io/apimachinery/pkg/util/json: an int64 where it fits, else a float64. */
function numberNode(text: string, start: number): ScalarNode {
  const base = { kind: "scalar", start, end: start + text.length, style: "plain" } as const;
  const value = Number(text);
  if (/^-?\d+$/.test(text)) {
    if (Number.isSafeInteger(value)) return { ...base, value: value === 0 ? 0 : value };
    const fits = text.length < 30 && BigInt.asIntN(64, BigInt(text)) === BigInt(text);
    return { ...base, value, json: fits ? String(BigInt(text)) : formatFloat(value) };
  }
  return { ...base, value, json: formatFloat(value) };
}
