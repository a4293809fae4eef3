// "ignore <rule> with reason": the comment that `--add-ignore` would write, offered only where it is known to do what it says.

import { type CodeAction, CodeActionKind } from "vscode-languageserver/node";
import type { Diagnostic, Edit } from "../diagnostic.ts";
import { applySorted } from "../fix.ts";
import { unintended } from "../fix-verify.ts";
import { type LoadedFile, load } from "../load.ts";
import { ignoreComments } from "../suppress-comments.ts";
import { NOT_IGNORED } from "../suppress-run.ts";
import { ignoreEdit, takesComments } from "../suppress-write.ts";
import { snippetEdit, type Target, workspaceEdit } from "./edits.ts";

/** Written over by the user; an editor that knows snippets selects it. */
const REASON = "reason";

export async function ignoreAction(diagnostic: Diagnostic, target: Target): Promise<CodeAction | undefined> {
  const { ruleId, file } = diagnostic;
  const loaded = target.linted.loaded.get(file);
  if (loaded === undefined || NOT_IGNORED.has(ruleId) || !takesComments(loaded)) return undefined;
  const edit = await provenEdit(diagnostic, loaded);
  if (edit === undefined) return undefined;
  return {
    title: `ignore ${ruleId} with reason`,
    kind: CodeActionKind.QuickFix,
    edit: target.client.snippets
      ? snippetEdit(edit, REASON, { file, target })
      : workspaceEdit([{ ...edit, file }], target),
  };
}

/** The first place, above the line or behind it, from which the comment covers the diagnostic and changes nothing else. */
async function provenEdit(diagnostic: Diagnostic, file: LoadedFile): Promise<Edit | undefined> {
  const line = { line: diagnostic.range.start.line, rules: new Set([diagnostic.ruleId]) };
  for (const attempt of [0, 1]) {
    const edit = ignoreEdit(file, line, REASON, attempt);
    if (edit !== undefined && (await isProven(edit, diagnostic, file))) return edit;
  }
  return undefined;
}

async function isProven(
  edit: Edit,
  { ruleId, range }: Diagnostic,
  { source, documents }: LoadedFile,
): Promise<boolean> {
  const text = applySorted(source.text, [edit]);
  const after = await load({ path: source.path, text });
  const now = after.documents.map(({ document }) => document);
  const before = documents.map(({ document }) => document);
  if (unintended({ text: source.text, documents: before }, { text, documents: now }, [edit]) !== undefined)
    return false;
  const { offset } = range.start;
  const at = offset + (edit.start <= offset ? edit.text.length : 0);
  return ignoreComments(after, id => id === ruleId).some(
    ({ covers, rules }) =>
      covers !== undefined && covers.start <= at && at <= covers.end && rules.some(({ id }) => id === ruleId),
  );
}
