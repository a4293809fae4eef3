import { isAlias, isMap, isScalar, isSeq, parseAllDocuments } from "yaml";
import type { Document } from "./document.ts";
import type { Limits } from "./limits.ts";
import type { Entry, Node, ScalarNode } from "./node.ts";

/** The general reader. */
export function parse(text: string, _limits?: Limits): Document[] {
  const parsed = parseAllDocuments(text, { version: "1.1", schema: "yaml-1.1", uniqueKeys: false, merge: true });
  if (!Array.isArray(parsed)) return [];
  return parsed.map((document, index) => {
    const [start, , end] = document.range ?? [0, 0, 0];
    const error = document.errors[0];
    if (error !== undefined) {
      const [at] = error.pos;
      const problem = { ruleId: "yaml-syntax", severity: "error", server: "rejects", path: [] } as const;
      const message = "the document does not parse";
      return { index, start, end, comments: [], problems: [{ ...problem, message, start: at, end: at }] };
    }
    const root = convert(document.contents, document);
    const isEmpty = root === undefined || (root.kind === "scalar" && root.start === root.end);
    return { index, start, end, comments: [], problems: [], ...(isEmpty ? {} : { root }) };
  });
}

function convert(node: unknown, document: Parameters<typeof isScalar>[0]): Node | undefined {
  if (isAlias(node)) return convert(node.resolve(document as never), document);
  if (isScalar(node)) {
    const [start, end] = node.range ?? [0, 0];
    const value = node.value;
    const isPlainValue = value === null || ["string", "number", "boolean"].includes(typeof value);
    return {
      kind: "scalar",
      start,
      end,
      value: isPlainValue ? (value as ScalarNode["value"]) : (node.source ?? ""),
      style: "plain",
    };
  }
  const nothing: Node = { kind: "scalar", start: 0, end: 0, value: null, style: "plain" };
  if (isSeq(node)) {
    const [start, end] = node.range ?? [0, 0];
    const items = node.items.map(item => convert(item, document) ?? nothing);
    return { kind: "list", start, end, flow: node.flow === true, items };
  }
  if (!isMap(node)) return undefined;
  const [start, end] = node.range ?? [0, 0];
  const entries = new Map<string, Entry>();
  for (const pair of node.items) {
    const key = convert(pair.key, document);
    if (key?.kind !== "scalar") continue;
    const name = String(key.value);
    entries.set(name, { key: { ...key, value: name }, value: convert(pair.value, document) ?? nothing });
  }
  return { kind: "map", start, end, flow: node.flow === true, entries: [...entries.values()] };
}
