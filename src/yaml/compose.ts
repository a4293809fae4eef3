// Events -> nodes: anchors, merge keys, duplicate keys and the bounds. An own stack stands for the nesting, so that no depth of
// input can exhaust the stack of the engine.

import type { Path, Problem } from "../diagnostic.ts";
import { Broken } from "./broken.ts";
import { duplicateKey } from "./duplicate-key.ts";
import type { Event, Events } from "./events.ts";
import type { Limits } from "./limits.ts";
import { MapBuilder } from "./map-builder.ts";
import type { ListNode, MapNode, Node, ScalarNode } from "./node.ts";
import { keyText, type Resolved, resolvePlain, resolveTagged } from "./scalar.ts";

/** A node with the place where it stands (which is another than its own for an alias) and its size with all aliases written out. */
interface Placed {
  readonly node: Node;
  readonly start: number;
  readonly end: number;
  readonly isAlias: boolean;
  readonly size: number;
  /** Of a scalar: its type, which a map key needs. */
  readonly resolved?: Resolved;
}

interface Frame {
  readonly kind: "map" | "list";
  readonly start: number;
  end: number;
  readonly flow: boolean;
  readonly anchor: Anchor | undefined;
  readonly items: Node[];
  readonly map: MapBuilder;
  /** The key whose value comes next; undefined while a key is awaited. */
  key: PendingKey | undefined;
  size: number;
}

type PendingKey = ScalarNode | { readonly merge: ScalarNode };

interface Anchor {
  placed?: Placed;
}

export class Composer {
  readonly events: Events;
  readonly problems: Problem[] = [];
  nodes = 0;
  private readonly limits: Limits;
  private readonly frames: Frame[] = [];
  private readonly anchors = new Map<string, Anchor>();
  private decoded = 1;
  private aliased = 0;
  private root: Placed | undefined;

  constructor(events: Events, limits: Limits) {
    this.events = events;
    this.limits = limits;
  }

  /** The root of the document; undefined where nothing is written. */
  compose(): Node | undefined {
    for (let event = this.events.next(); event.type !== "document-end"; event = this.events.next()) this.take(event);
    const root = this.root?.node;
    return root === undefined || (root.kind === "scalar" && root.value === null && root.start === root.end)
      ? undefined
      : root;
  }

  private take(event: Event): void {
    if (event.type === "end") this.close(event);
    else if (event.type === "alias") this.add(this.resolveAlias(event));
    else {
      if (++this.nodes > this.limits.nodes) throw new Broken("limit-nodes", event.start);
      this.decoded++;
      if (event.type === "scalar") this.takeScalar(event);
      else this.open(event);
    }
  }

  private open(event: Event): void {
    const frame = this.frames.at(-1);
    const isKey = frame?.kind === "map" && frame.key === undefined;
    if (isKey) throw new Broken("map-key", event.start, frame.start, event.type);
    if (this.frames.length >= this.limits.depth) throw new Broken("limit-depth", event.start);
    const anchor = this.anchor(event);
    const kind = event.type === "list" ? "list" : "map";
    const { start, end, flow } = event;
    this.frames.push({ kind, start, end, flow, anchor, items: [], map: new MapBuilder(), key: undefined, size: 1 });
  }

  private anchor(event: Event): Anchor | undefined {
    if (event.anchor === "") return undefined;
    const anchor: Anchor = {};
    this.anchors.set(event.anchor, anchor);
    return anchor;
  }

  private takeScalar(event: Event): void {
    const frame = this.frames.at(-1);
    const isKey = frame?.kind === "map" && frame.key === undefined;
    const anchor = this.anchor(event);
    const isPlain = event.style === "plain" && event.tag === "";
    if (isKey && event.value === "<<" && (isPlain || event.tag === "!" || event.tag.endsWith(":merge"))) {
      frame.key = { merge: { kind: "scalar", start: event.start, end: event.end, value: "<<", style: event.style } };
      return;
    }
    const resolved = this.resolve(event);
    const node = scalarNode(event, resolved);
    const placed = { node, start: event.start, end: event.end, isAlias: false, size: 1, resolved };
    if (anchor !== undefined) anchor.placed = placed;
    if (isKey) this.setKey(frame, node, resolved);
    else {
      if (typeof resolved.value === "number" && !Number.isFinite(resolved.value)) {
        throw new Broken("number", event.start, event.end, event.value);
      }
      this.add(placed);
    }
  }

  private resolve(event: Event): Resolved {
    if (event.tag === "") {
      return event.style === "plain" ? resolvePlain(event.value) : { type: "string", value: event.value };
    }
    const resolved = resolveTagged(event.tag, event.value);
    const code = event.tag.endsWith(":binary") ? "base64" : "tag-value";
    if (resolved === undefined) throw new Broken(code, event.start, event.end, event.tag);
    return resolved;
  }

  private setKey(frame: Frame, node: ScalarNode, resolved: Resolved): void {
    const name = keyText(resolved);
    if (name === undefined) throw new Broken("null-key", node.start, node.end, String(node.value));
    const { json: _, ...rest } = node;
    frame.key = { ...rest, value: name };
    const first = frame.map.firstOf(name);
    if (first !== undefined) this.problems.push(duplicateKey(name, node, first.key, [...this.path(), name]));
  }

  /** The path of the innermost open collection. */
  private path(): Path {
    return this.frames.slice(0, -1).map(({ kind, key, items }) => {
      if (kind === "list") return items.length;
      return key === undefined || "merge" in key ? "<<" : String(key.value);
    });
  }

  private resolveAlias(event: Event): Placed {
    const anchor = this.anchors.get(event.value);
    if (anchor === undefined) throw new Broken("unknown-anchor", event.start, event.end, event.value);
    const { placed } = anchor;
    if (placed === undefined) throw new Broken("self-alias", event.start, event.end, event.value);
    this.decoded += 1 + placed.size;
    this.aliased += placed.size;
    if (isExcessive(this.aliased, this.decoded)) throw new Broken("alias-count", event.start, event.end, event.value);
    if (this.decoded > this.limits.aliasNodes && this.aliased > 0)
      throw new Broken("limit-alias", event.start, event.end);
    return { ...placed, start: event.start, end: event.end, isAlias: true, size: placed.size + 1 };
  }

  /** Puts a finished node into the collection it belongs to. */
  private add(placed: Placed): void {
    const frame = this.frames.at(-1);
    if (frame === undefined) {
      this.root = placed;
      return;
    }
    frame.end = Math.max(frame.end, placed.end);
    frame.size += placed.size;
    if (frame.kind === "list") frame.items.push(placed.node);
    else if (frame.key === undefined) this.addAliasKey(frame, placed);
    else if ("merge" in frame.key) this.merge(frame, frame.key.merge, placed);
    else {
      const at = placed.isAlias ? { at: { start: placed.start, end: placed.end } } : {};
      frame.map.set({ key: frame.key, value: placed.node, ...at });
      frame.key = undefined;
    }
  }

  private addAliasKey(frame: Frame, { node, start, end, resolved }: Placed): void {
    if (node.kind !== "scalar" || resolved === undefined) throw new Broken("map-key", start, end, node.kind);
    this.setKey(frame, { ...node, start, end }, resolved);
  }

  private merge(frame: Frame, key: ScalarNode, placed: Placed): void {
    const { node } = placed;
    const maps = node.kind === "list" && !placed.isAlias ? [...node.items].reverse() : [node];
    for (const map of maps) {
      if (map.kind !== "map") throw new Broken("merge-value", placed.start, placed.end);
      for (const { key: merged, value } of map.entries) {
        frame.map.merge({ key: merged, value, at: { start: key.start, end: key.end } });
      }
    }
    frame.key = undefined;
  }

  private close(event: Event): void {
    const frame = this.frames.pop();
    if (frame === undefined) return;
    // The last token read is the closing bracket, or the end of the last thing in a block.
    const end = Math.max(frame.end, event.end);
    const { start, flow } = frame;
    const node: MapNode | ListNode =
      frame.kind === "list"
        ? { kind: "list", start, end, flow, items: frame.items }
        : { kind: "map", start, end, flow, entries: frame.map.entries() };
    const placed = { node, start, end, isAlias: false, size: frame.size };
    if (frame.anchor !== undefined) frame.anchor.placed = placed;
    this.add(placed);
  }
}

function scalarNode(event: Event, { value, json }: Resolved): ScalarNode {
  const base = { kind: "scalar" as const, start: event.start, end: event.end, value, style: event.style };
  return json === undefined ? base : { ...base, json };
}

/** go-yaml's allowedAliasRatio: from 99 % of 400,000 nodes down to 10 % of 4,000,000 may come from aliases. */
function isExcessive(aliased: number, decoded: number): boolean {
  if (aliased <= 100 || decoded <= 1000) return false;
  const share = Math.min(Math.max((decoded - 400_000) / 3_600_000, 0), 1);
  return aliased / decoded > 0.99 - 0.89 * share;
}
