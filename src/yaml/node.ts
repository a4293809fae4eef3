// The only YAML that the rest of the program sees: maps, lists and scalars with their places, as the API server understands them.
//
// Offsets are indices into the source text (UTF-16 units), `end` exclusive. A block map or list spans from its first key or dash
// to the end of its last value, without the line break that follows. An empty value (`key:`) is a null scalar with start === end,
// right after the colon. A scalar's range holds its quotes; a block scalar's starts at its indicator (`|` or `>`).
// An alias is the very node of its anchor (shared, not copied); `Entry.at` keeps the place where the alias stands.

export type Node = MapNode | ListNode | ScalarNode;

export type ScalarStyle = "plain" | "single" | "double" | "block";

export interface ScalarNode {
  readonly kind: "scalar";
  readonly start: number;
  readonly end: number;
  /** What the scalar means to the API server (sigs.k8s.io/yaml: go-yaml v2 resolution, then JSON). */
  readonly value: string | number | boolean | null;
  readonly style: ScalarStyle;
  /** The JSON text of a number that `value` cannot hold exactly (beyond 2^53), or that is written as a float (`3.0`, `1e1`). */
  readonly json?: string;
}

export interface Entry {
  readonly key: ScalarNode;
  readonly value: Node;
  /** Where the value stands in this map, if not at its own range: an alias (`*name`), or the `<<` it was merged in through. */
  readonly at?: { readonly start: number; readonly end: number };
}

export interface MapNode {
  readonly kind: "map";
  readonly start: number;
  readonly end: number;
  readonly flow: boolean;
  /**
   * In source order, `<<` already merged (merged entries last), keys as strings in `key.value`.
   * Of a duplicate key only the last stays, as kubectl keeps it; the others were reported when the document was read.
   */
  readonly entries: readonly Entry[];
}

export interface ListNode {
  readonly kind: "list";
  readonly start: number;
  readonly end: number;
  readonly flow: boolean;
  readonly items: readonly Node[];
}

/** Maps with more entries than this are looked up through an index, which is made at the first look-up. */
const INDEX_FROM = 12;
const indexes = new WeakMap<MapNode, Map<string, Entry>>();

/** The entry of a key, or undefined. */
export function entryOf(map: MapNode, key: string): Entry | undefined {
  const entries = map.entries;
  if (entries.length < INDEX_FROM) {
    for (const entry of entries) if (entry.key.value === key) return entry;
    return undefined;
  }
  let index = indexes.get(map);
  if (index === undefined) {
    index = new Map(entries.map(entry => [String(entry.key.value), entry]));
    indexes.set(map, index);
  }
  return index.get(key);
}

/** The plain JavaScript value of a node. Numbers beyond 2^53 lose digits; `__proto__` is an ordinary key. */
export function toValue(node: Node | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(toValue);
  const result: Record<string, unknown> = {};
  for (const { key, value } of node.entries) {
    const name = String(key.value);
    if (name === "__proto__") {
      Object.defineProperty(result, name, {
        value: toValue(value),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    } else result[name] = toValue(value);
  }
  return result;
}
