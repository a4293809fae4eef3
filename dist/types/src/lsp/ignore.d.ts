import { type CodeAction } from "vscode-languageserver/node";
import type { Diagnostic } from "../diagnostic.ts";
import { type Target } from "./edits.ts";
export declare function ignoreAction(diagnostic: Diagnostic, target: Target): Promise<CodeAction | undefined>;
