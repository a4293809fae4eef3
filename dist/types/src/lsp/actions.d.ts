import { type CodeAction, type CodeActionParams } from "vscode-languageserver/node";
import { type Target } from "./edits.ts";
export declare const FIX_ALL: string;
export declare const KINDS: string[];
export declare function actionsFor(file: string, params: CodeActionParams, target: Target): Promise<CodeAction[]>;
/** All safe fixes of one file, proved as `--fix` proves them; undefined when there is nothing to change. */
export declare function fixAllEdit(file: string, target: Target): Promise<CodeAction["edit"] | undefined>;
