// Tokens -> events, as go-yaml's parser makes them (parserc.go).

import { Broken } from "./broken.ts";
import type { ScalarStyle } from "./node.ts";
import { Scanner } from "./scanner.ts";
import type { Token, TokenType } from "./tokens.ts";

export interface Event {
  readonly type: "alias" | "scalar" | "list" | "map" | "end" | "document-end" | "stream-end";
  readonly start: number;
  readonly end: number;
  /** The text of a scalar, the name of an alias. */
  readonly value: string;
  readonly style: ScalarStyle;
  readonly flow: boolean;
  readonly anchor: string;
  /** The whole tag, `tag:yaml.org,2002:str` for `!!str`; empty where there is none. */
  readonly tag: string;
  /** Where the tag stands, for what is wrong with it. */
  readonly tagAt: number;
}

type State =
  | "block-list-entry"
  | "block-map-key"
  | "block-map-value"
  | "document-content"
  | "document-end"
  | "done"
  | "flow-list-entry"
  | "flow-list-first"
  | "flow-map-empty-value"
  | "flow-map-first"
  | "flow-map-key"
  | "flow-map-value"
  | "indentless-entry"
  | "pair-end"
  | "pair-key"
  | "pair-value";

interface Properties {
  readonly anchor: string;
  readonly tag: string;
  readonly tagAt: number;
  readonly start: number;
  readonly end: number;
}

export const CORE_TAG = "tag:yaml.org,2002:";

/** The events of the one document that go-yaml reads of a text. */
export class Events {
  readonly scanner: Scanner;
  private state: State | undefined;
  private readonly states: State[] = [];
  private readonly starts: number[] = [];
  private readonly prefixes = new Map([
    ["!", "!"],
    ["!!", CORE_TAG],
  ]);
  /** Where the last token ended: an empty value stands there. */
  private lastEnd = 0;

  constructor(text: string, from: number, end: number) {
    this.scanner = new Scanner(text, from, end);
  }

  /** Reads directives and the `---`. False where the text holds nothing at all. */
  start(): boolean {
    let token = this.peek();
    if (token.type === "stream-end") return false;
    const hasDirectives = token.type === "version-directive" || token.type === "tag-directive";
    if (hasDirectives) this.readDirectives();
    token = this.peek();
    this.states.push("document-end");
    if (token.type === "document-start") {
      this.skip();
      this.state = "document-content";
    } else if (hasDirectives) throw new Broken("document-start", token.start);
    return true;
  }

  /** Where the text goes on that nobody reads: after `...`, or where no part of the document may stand. */
  dropped(): number | undefined {
    const { cursor } = this.scanner;
    try {
      const token = this.peek();
      return token.type === "stream-end" ? undefined : token.start;
    } catch {
      return cursor.at;
    }
  }

  next(): Event {
    switch (this.state) {
      case undefined:
        return this.node(true, false);
      case "document-content":
        return this.documentContent();
      case "document-end":
        return this.documentEnd();
      case "block-list-entry":
        return this.blockListEntry();
      case "indentless-entry":
        return this.indentlessEntry();
      case "block-map-key":
        return this.blockMapKey();
      case "block-map-value":
        return this.valueThen("block-map-key", true);
      case "flow-list-first":
        return this.flowListEntry(true);
      case "flow-list-entry":
        return this.flowListEntry(false);
      case "pair-key":
        return this.pairKey();
      case "pair-value":
        return this.valueThen("pair-end", false);
      case "pair-end":
        this.state = "flow-list-entry";
        return this.event("end", this.lastEnd, this.lastEnd);
      case "flow-map-first":
        return this.flowMapKey(true);
      case "flow-map-key":
        return this.flowMapKey(false);
      case "flow-map-value":
        return this.valueThen("flow-map-key", false);
      case "flow-map-empty-value":
        return this.empty("flow-map-key");
      default:
        return this.event("stream-end", this.lastEnd, this.lastEnd);
    }
  }

  private peek(): Token {
    return this.scanner.peek();
  }

  private skip(): Token {
    const token = this.scanner.peek();
    this.scanner.skip();
    this.lastEnd = token.end;
    return token;
  }

  private isNext(...types: TokenType[]): boolean {
    return types.includes(this.peek().type);
  }

  private event(type: Event["type"], start: number, end: number): Event {
    return { type, start, end, value: "", style: "plain", flow: false, anchor: "", tag: "", tagAt: start };
  }

  private pop(): void {
    this.state = this.states.pop() ?? "done";
  }

  private nodeThen(state: State, isBlock: boolean, mayBeIndentless = false): Event {
    this.states.push(state);
    return this.node(isBlock, mayBeIndentless);
  }

  /** A null that nobody wrote. It stands right after what was read last. */
  private empty(state: State): Event {
    this.state = state;
    return this.event("scalar", this.lastEnd, this.lastEnd);
  }

  private readDirectives(): void {
    const seen = new Set<string>();
    for (let token = this.peek(); ; token = this.peek()) {
      const isVersion = token.type === "version-directive";
      if (!isVersion && token.type !== "tag-directive") return;
      const name = isVersion ? "YAML" : token.value;
      if (seen.has(name)) throw new Broken("directive", token.start, token.start, name);
      seen.add(name);
      const isKnown = token.value.split(".").every(number => Number(number) === 1);
      if (isVersion && !isKnown) throw new Broken("version", token.start, token.end, token.value);
      if (!isVersion) this.prefixes.set(token.value, token.suffix);
      this.skip();
    }
  }

  private documentContent(): Event {
    const isEmpty = this.isNext("version-directive", "tag-directive", "document-start", "document-end", "stream-end");
    if (!isEmpty) return this.node(true, false);
    this.pop();
    return this.event("scalar", this.lastEnd, this.lastEnd);
  }

  private documentEnd(): Event {
    const token = this.peek();
    if (token.type === "document-end") this.skip();
    this.state = "done";
    return this.event("document-end", token.start, token.end);
  }

  private properties(): Properties | undefined {
    let anchor = "";
    let tag: Token | undefined;
    const start = this.peek().start;
    let end = start;
    for (let token = this.peek(); ; token = this.peek()) {
      if (token.type === "anchor" && anchor === "") anchor = token.value;
      else if (token.type === "tag" && tag === undefined) tag = token;
      else break;
      end = token.end;
      this.skip();
    }
    if (anchor === "" && tag === undefined) return undefined;
    return { anchor, tag: tag === undefined ? "" : this.wholeTag(tag), tagAt: tag?.start ?? start, start, end };
  }

  private wholeTag(tag: Token): string {
    if (tag.value === "") return tag.suffix;
    const prefix = this.prefixes.get(tag.value);
    if (prefix === undefined) throw new Broken("tag", tag.start, tag.end, tag.value);
    return prefix + tag.suffix;
  }

  private node(isBlock: boolean, mayBeIndentless: boolean): Event {
    if (this.peek().type === "alias") {
      const alias = this.skip();
      this.pop();
      return { ...this.event("alias", alias.start, alias.end), value: alias.value };
    }
    const properties = this.properties();
    const token = this.peek();
    const { start, end } = token;
    const base = { ...this.event("scalar", start, end), ...properties, start, end };
    if (mayBeIndentless && token.type === "block-entry") {
      this.state = "indentless-entry";
      return { ...base, type: "list" };
    }
    if (token.type === "scalar") {
      this.skip();
      this.pop();
      return { ...base, value: token.value, style: token.style };
    }
    if (token.type === "flow-list" || token.type === "flow-map") {
      this.skip();
      this.state = token.type === "flow-list" ? "flow-list-first" : "flow-map-first";
      return { ...base, type: token.type === "flow-list" ? "list" : "map", flow: true };
    }
    if (isBlock && (token.type === "block-list" || token.type === "block-map")) {
      this.skip();
      this.starts.push(start);
      this.state = token.type === "block-list" ? "block-list-entry" : "block-map-key";
      return { ...base, type: token.type === "block-list" ? "list" : "map" };
    }
    if (properties === undefined) throw new Broken("content", start, isBlock ? start : this.starts.at(-1));
    this.pop();
    return { ...base, start: properties.end, end: properties.end };
  }

  private blockListEntry(): Event {
    const token = this.peek();
    if (token.type === "block-entry") {
      this.skip();
      if (!this.isNext("block-entry", "block-end")) return this.nodeThen("block-list-entry", true);
      return this.empty("block-list-entry");
    }
    const start = this.starts.pop() ?? token.start;
    if (token.type !== "block-end") throw new Broken("dash", token.start, start);
    return this.close();
  }

  private indentlessEntry(): Event {
    if (this.peek().type !== "block-entry") {
      this.pop();
      return this.event("end", this.lastEnd, this.lastEnd);
    }
    this.skip();
    if (!this.isNext("block-entry", "key", "value", "block-end")) return this.nodeThen("indentless-entry", true);
    return this.empty("indentless-entry");
  }

  /** Passes the token that ends a collection. A block's end has no place of its own. */
  private close(): Event {
    const lastEnd = this.lastEnd;
    const token = this.skip();
    if (token.type === "block-end") this.lastEnd = lastEnd;
    this.pop();
    return this.event("end", this.lastEnd, this.lastEnd);
  }

  private blockMapKey(): Event {
    const token = this.peek();
    if (token.type === "key") {
      this.skip();
      if (!this.isNext("key", "value", "block-end")) return this.nodeThen("block-map-value", true, true);
      return this.empty("block-map-value");
    }
    const start = this.starts.pop() ?? token.start;
    if (token.type !== "block-end") throw new Broken("key", token.start, start);
    return this.close();
  }

  /** What follows a key: `:` and a value, or nothing. */
  private valueThen(state: State, isBlock: boolean): Event {
    if (this.peek().type !== "value") return this.empty(state);
    this.skip();
    const isEmpty = isBlock ? this.isNext("key", "value", "block-end") : this.isNext("flow-entry", this.flowEnd(state));
    return isEmpty ? this.empty(state) : this.nodeThen(state, isBlock, isBlock);
  }

  private flowEnd(state: State): TokenType {
    return state === "pair-end" ? "flow-list-end" : "flow-map-end";
  }

  private flowListEntry(isFirst: boolean): Event {
    let token = this.peek();
    if (isFirst) this.starts.push(this.lastEnd - 1);
    if (token.type !== "flow-list-end") {
      if (!isFirst) {
        if (token.type !== "flow-entry") throw new Broken("comma", token.start, this.starts.pop(), "]");
        this.skip();
        token = this.peek();
      }
      if (token.type === "key") {
        this.skip();
        this.state = "pair-key";
        return { ...this.event("map", this.peek().start, token.end), flow: true };
      }
      if (token.type !== "flow-list-end") return this.nodeThen("flow-list-entry", false);
    }
    this.starts.pop();
    return this.close();
  }

  private pairKey(): Event {
    if (!this.isNext("value", "flow-entry", "flow-list-end")) return this.nodeThen("pair-value", false);
    // go-yaml passes the token here, whatever it is (yaml_parser_parse_flow_sequence_entry_mapping_key).
    this.skip();
    return this.empty("pair-value");
  }

  private flowMapKey(isFirst: boolean): Event {
    let token = this.peek();
    if (isFirst) this.starts.push(this.lastEnd - 1);
    if (token.type !== "flow-map-end") {
      if (!isFirst) {
        if (token.type !== "flow-entry") throw new Broken("comma", token.start, this.starts.pop(), "}");
        this.skip();
        token = this.peek();
      }
      if (token.type === "key") {
        this.skip();
        if (!this.isNext("value", "flow-entry", "flow-map-end")) return this.nodeThen("flow-map-value", false);
        return this.empty("flow-map-value");
      }
      if (token.type !== "flow-map-end") return this.nodeThen("flow-map-empty-value", false);
    }
    this.starts.pop();
    return this.close();
  }
}
