import type { Problem } from "../diagnostic.ts";
import type { Events } from "./events.ts";
import type { Limits } from "./limits.ts";
import type { Node } from "./node.ts";
export declare class Composer {
    readonly events: Events;
    readonly problems: Problem[];
    nodes: number;
    private readonly limits;
    private readonly frames;
    private readonly anchors;
    private decoded;
    private aliased;
    private root;
    constructor(events: Events, limits: Limits);
    /** The root of the document; undefined where nothing is written. */
    compose(): Node | undefined;
    private take;
    private open;
    private anchor;
    private takeScalar;
    private resolve;
    private setKey;
    /** The path of the innermost open collection. */
    private path;
    private resolveAlias;
    /** Puts a finished node into the collection it belongs to. */
    private add;
    private addAliasKey;
    private merge;
    private close;
}
