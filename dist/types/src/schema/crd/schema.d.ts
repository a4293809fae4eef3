import { type MapNode, type Node } from "../../yaml/node.ts";
import { type FormatCheck } from "./formats.ts";
import { type Pattern } from "./regexp.ts";
/** Bounds of numbers, texts, lists and maps. */
export interface Bounds {
    minimum?: number;
    maximum?: number;
    exclusiveMinimum?: boolean;
    exclusiveMaximum?: boolean;
    multipleOf?: number;
    minLength?: number;
    maxLength?: number;
    minItems?: number;
    maxItems?: number;
    minProperties?: number;
    maxProperties?: number;
}
export declare class Schema {
    readonly node: MapNode;
    type: string;
    format: string;
    pattern: string;
    nullable: boolean;
    /** x-kubernetes-preserve-unknown-fields; `false` is an error of its own. */
    preserve: boolean | undefined;
    /** x-kubernetes-embedded-resource. */
    embedded: boolean;
    intOrString: boolean;
    uniqueItems: boolean;
    /** Undefined where there is no value that counts: `default: null` is no default. */
    default: Node | undefined;
    enum: readonly Node[];
    bounds: Bounds | undefined;
    properties: MapNode | undefined;
    items: Node | undefined;
    additional: Node | undefined;
    allOf: readonly Node[];
    anyOf: readonly Node[];
    oneOf: readonly Node[];
    not: Node | undefined;
    listType: string | undefined;
    listKeys: readonly string[];
    mapType: string | undefined;
    rules: readonly Node[];
    /** Other keys with a value: title, description, $ref … */
    others: string[] | undefined;
    private requiredNode;
    private requiredNames;
    private children;
    private enumTexts;
    private defaultedProperties;
    constructor(node: MapNode);
    private read;
    private readScalar;
    private readFlag;
    private readList;
    private readMap;
    private note;
    has(other: string): boolean;
    get required(): readonly string[];
    /** The types of a value; none where any is good. */
    get types(): readonly string[];
    /** The schema in a node below this one: read once. What is no map counts as an empty schema. */
    below(node: Node): Schema;
    property(key: string): Schema | undefined;
    get itemSchema(): Schema | undefined;
    /** The schema of other properties; undefined as well where they are only allowed or forbidden. */
    get additionalSchema(): Schema | undefined;
    get isClosed(): boolean;
    /** Properties that have a default. */
    get defaulted(): readonly (readonly [string, Schema])[];
    /** Undefined where there is no pattern, or none that compiles. */
    get compiledPattern(): Pattern | undefined;
    /** The check of texts by the format, if the server knows it. */
    formatCheck(minor: number): FormatCheck | undefined;
    enumHas(text: string): boolean;
}
/** The schema in a node, read anew. */
export declare function readSchema(node: Node): Schema;
