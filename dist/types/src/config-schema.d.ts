import type { AnyRule } from "./rule.ts";
/** The part of JSON Schema that the configuration needs. `title` is a noun phrase for error messages. */
export interface Schema {
    readonly $schema?: string;
    readonly definitions?: Readonly<Record<string, Schema>>;
    /** `#/definitions/NAME`, alone or beside a description. */
    readonly $ref?: string;
    readonly title?: string;
    readonly description?: string;
    readonly type?: "object" | "array" | "string" | "number" | "integer" | "boolean";
    readonly enum?: readonly (string | boolean)[];
    readonly anyOf?: readonly Schema[];
    readonly properties?: Readonly<Record<string, Schema>>;
    readonly patternProperties?: Readonly<Record<string, Schema>>;
    readonly additionalProperties?: boolean | Schema;
    readonly required?: readonly string[];
    readonly items?: Schema;
    readonly minimum?: number;
    readonly pattern?: string;
    readonly default?: unknown;
}
export declare function configSchema(rules: readonly AnyRule[]): Schema;
