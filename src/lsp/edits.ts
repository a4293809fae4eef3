// Edits of ours as an editor applies them, over one file or several.

import type { SnippetTextEdit, TextEdit, WorkspaceEdit } from "vscode-languageserver/node";
import type { Edit } from "../diagnostic.ts";
import { inOrder } from "../fix.ts";
import type { Client } from "./client.ts";
import type { UriOf } from "./convert.ts";
import type { Linted } from "./project.ts";

export interface Target {
  readonly linted: Linted;
  readonly client: Client;
  readonly uriOf: UriOf;
  /** The version of an open file; null for one that is not open. */
  readonly versionOf: (path: string) => number | null;
}

export function workspaceEdit(edits: readonly (Edit & { readonly file: string })[], target: Target): WorkspaceEdit {
  const files = new Map<string, Edit[]>();
  for (const edit of edits) files.set(edit.file, [...(files.get(edit.file) ?? []), edit]);
  const changes = [...files].map(([file, some]) => {
    const path = target.linted.project.pathOf(file);
    return { path, uri: target.uriOf(path), edits: inOrder(some).map(edit => textEdit(edit, file, target)) };
  });
  if (!target.client.documentChanges)
    return { changes: Object.fromEntries(changes.map(({ uri, edits: some }) => [uri, some])) };
  return {
    documentChanges: changes.map(({ path, uri, edits: some }) => ({
      textDocument: { uri, version: target.versionOf(path) },
      edits: some,
    })),
  };
}

function textEdit({ start, end, text }: Edit, file: string, { linted }: Target): TextEdit {
  return { range: linted.placesIn(file).range(start, end), newText: text };
}

/** An insertion in which `placeholder`, the last time it occurs, is selected to be written over. */
export function snippetEdit(
  { start, end, text }: Edit,
  placeholder: string,
  { file, target }: { file: string; target: Target },
): WorkspaceEdit {
  const { linted, uriOf, versionOf } = target;
  const path = linted.project.pathOf(file);
  const at = text.lastIndexOf(placeholder);
  const snippet = `${escaped(text.slice(0, at))}\${1:${placeholder}}${escaped(text.slice(at + placeholder.length))}`;
  const edit: SnippetTextEdit = {
    range: linted.placesIn(file).range(start, end),
    snippet: { kind: "snippet", value: snippet },
  };
  return { documentChanges: [{ textDocument: { uri: uriOf(path), version: versionOf(path) }, edits: [edit] }] };
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
