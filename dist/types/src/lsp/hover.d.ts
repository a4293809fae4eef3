import { type Hover, type Position } from "vscode-languageserver/node";
import { type AnyRule } from "../rule.ts";
import type { Client } from "./client.ts";
import type { Linted } from "./project.ts";
export declare function hoverAt(file: string, position: Position, { linted, client, rules }: {
    linted: Linted;
    client: Client;
    rules: readonly AnyRule[];
}): Hover | undefined;
