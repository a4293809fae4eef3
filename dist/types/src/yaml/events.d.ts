import type { ScalarStyle } from "./node.ts";
import { Scanner } from "./scanner.ts";
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
export declare const CORE_TAG = "tag:yaml.org,2002:";
/** The events of the one document that go-yaml reads of a text. */
export declare class Events {
    readonly scanner: Scanner;
    private state;
    private readonly states;
    private readonly starts;
    private readonly prefixes;
    /** Where the last token ended: an empty value stands there. */
    private lastEnd;
    constructor(text: string, from: number, end: number);
    /** Reads directives and the `---`. False where the text holds nothing at all. */
    start(): boolean;
    /** Where the text goes on that nobody reads: after `...`, or where no part of the document may stand. */
    dropped(): number | undefined;
    next(): Event;
    private peek;
    private skip;
    private isNext;
    private event;
    private pop;
    private nodeThen;
    /** A null that nobody wrote. It stands right after what was read last. */
    private empty;
    private readDirectives;
    private documentContent;
    private documentEnd;
    private properties;
    private wholeTag;
    private node;
    private blockListEntry;
    private indentlessEntry;
    /** Passes the token that ends a collection. A block's end has no place of its own. */
    private close;
    private blockMapKey;
    /** What follows a key: `:` and a value, or nothing. */
    private valueThen;
    private flowEnd;
    private flowListEntry;
    private pairKey;
    private flowMapKey;
}
