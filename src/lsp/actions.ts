// What an editor offers for a diagnostic: its fixes, safe ones first, a comment that ignores it, and all safe fixes of the file at once.

import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic as EditorDiagnostic,
} from "vscode-languageserver/node";
import type { Diagnostic } from "../diagnostic.ts";
import { lineEdits } from "../diff.ts";
import { applySorted, inOrder } from "../fix.ts";
import { fixSources } from "../fix-run.ts";
import { unintended } from "../fix-verify.ts";
import { visible } from "../reporters/visible.ts";
import { readSource } from "../yaml/documents.ts";
import { type Data, editorDiagnostic, rangeOf, SOURCE } from "./convert.ts";
import { type Target, workspaceEdit } from "./edits.ts";
import { ignoreAction } from "./ignore.ts";
import { touches } from "./places.ts";
import type { Linted } from "./project.ts";

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.${SOURCE}`;
export const KINDS = [CodeActionKind.QuickFix, FIX_ALL];

type Fix = Diagnostic["fixes"][number];

export async function actionsFor(file: string, params: CodeActionParams, target: Target): Promise<CodeAction[]> {
  const { only } = params.context;
  const wants = (kind: string) =>
    only === undefined || only.some(asked => asked === "" || kind === asked || kind.startsWith(`${asked}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix))
    for (const diagnostic of meant(file, params, target.linted)) actions.push(...(await mending(diagnostic, target)));
  if (wants(FIX_ALL)) actions.push(...(await fixAllActions(file, params, target)));
  return actions;
}

/** The diagnostics an editor asks about: those it names, else those that touch the range. */
function meant(file: string, { range, context }: CodeActionParams, linted: Linted): Diagnostic[] {
  const ours = context.diagnostics.filter(({ source }) => source === SOURCE);
  return (linted.byFile.get(file) ?? []).filter(diagnostic => {
    const place = rangeOf(diagnostic, linted);
    return touches(place, range) && (ours.length === 0 || ours.some(named => isSame(named, diagnostic)));
  });
}

function isSame(named: EditorDiagnostic, { ruleId, fingerprint, message }: Diagnostic): boolean {
  if (named.code !== ruleId) return false;
  const data = named.data as Partial<Data> | undefined;
  if (typeof data?.fingerprint === "string") return data.fingerprint === fingerprint;
  return typeof named.message === "string" && named.message.startsWith(visible(message));
}

async function mending(diagnostic: Diagnostic, target: Target): Promise<CodeAction[]> {
  const shown = editorDiagnostic(diagnostic, target.linted, target);
  const fixes = [...diagnostic.fixes].sort((a, b) => Number(a.safety === "unsafe") - Number(b.safety === "unsafe"));
  const actions: CodeAction[] = [];
  for (const fix of fixes) {
    if (!(await isTrusted(fix, target.linted))) continue;
    const isSafe = fix.safety === "safe";
    actions.push({
      title: isSafe ? fix.title : `${fix.title} (unsafe)`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [shown],
      ...(isSafe && actions.length === 0 ? { isPreferred: true } : {}),
      edit: workspaceEdit(fix.edits, target),
    });
  }
  const ignore = await ignoreAction(diagnostic, target);
  return ignore === undefined ? actions : [...actions, { ...ignore, diagnostics: [shown] }];
}

/** The proof that `--fix` asks for as well: nothing but what the fix is about changes. */
async function isTrusted({ edits }: Fix, { textOf, loaded }: Linted): Promise<boolean> {
  for (const file of new Set(edits.map(edit => edit.file))) {
    const text = textOf(file);
    if (text === undefined) return false;
    const own = inOrder(edits.filter(edit => edit.file === file));
    const after = applySorted(text, own);
    const documents = loaded.get(file)?.documents.map(({ document }) => document) ?? (await readSource(text));
    if (unintended({ text, documents }, { text: after, documents: await readSource(after) }, own) !== undefined)
      return false;
  }
  return edits.length > 0;
}

/** Costs a run of lint or two, so it is worked out when it is asked for by name, or when it is chosen. */
async function fixAllActions(file: string, params: CodeActionParams, target: Target): Promise<CodeAction[]> {
  const hasSafe = (target.linted.byFile.get(file) ?? []).some(({ fixes }) =>
    fixes.some(({ safety }) => safety === "safe"),
  );
  if (!hasSafe) return [];
  const action: CodeAction = { title: "apply all safe fixes of kprobe-lint", kind: FIX_ALL };
  if (params.context.only === undefined)
    return target.client.resolves ? [{ ...action, data: { uri: params.textDocument.uri } }] : [];
  const edit = await fixAllEdit(file, target);
  return edit === undefined ? [] : [{ ...action, edit }];
}

/** All safe fixes of one file, proved as `--fix` proves them; undefined when there is nothing to change. */
export async function fixAllEdit(file: string, target: Target): Promise<CodeAction["edit"] | undefined> {
  const { textOf, again } = target.linted;
  const text = textOf(file);
  if (text === undefined) return undefined;
  const { changed } = await fixSources({ sources: [{ path: file, text }], lint: again, unsafe: false });
  const after = changed[0]?.text;
  if (after === undefined || after === text) return undefined;
  return workspaceEdit(
    lineEdits(text, after).map(edit => ({ ...edit, file })),
    target,
  );
}
