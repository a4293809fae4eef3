// What the editor on the other side can do, of all that is asked about.

import type { ClientCapabilities, InitializeParams } from "vscode-languageserver/node";

export interface Client {
  readonly related: boolean;
  readonly codeDescription: boolean;
  readonly tags: boolean;
  readonly data: boolean;
  /** Asks for diagnostics itself. */
  readonly pulls: boolean;
  /** Asks again when told that something changed elsewhere. */
  readonly refreshes: boolean;
  readonly documentChanges: boolean;
  readonly snippets: boolean;
  /** Fills in the edit of an action when it is chosen. */
  readonly resolves: boolean;
  readonly markdown: boolean;
  readonly watches: boolean;
  readonly folders: boolean;
}

export function clientOf({ capabilities }: InitializeParams): Client {
  const { textDocument, workspace } = capabilities;
  const said = [textDocument?.diagnostic, textDocument?.publishDiagnostics];
  const action = textDocument?.codeAction;
  return {
    related: said.some(diagnostics => diagnostics?.relatedInformation === true),
    codeDescription: said.some(diagnostics => diagnostics?.codeDescriptionSupport === true),
    tags: said.some(diagnostics => diagnostics?.tagSupport !== undefined),
    data: said.some(diagnostics => diagnostics?.dataSupport === true),
    pulls: textDocument?.diagnostic !== undefined,
    refreshes: workspace?.diagnostics?.refreshSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    snippets: workspace?.workspaceEdit?.snippetEditSupport === true && workspace.workspaceEdit.documentChanges === true,
    resolves: action?.dataSupport === true && action.resolveSupport?.properties.includes("edit") === true,
    markdown: readsMarkdown(capabilities),
    watches: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    folders: workspace?.workspaceFolders === true,
  };
}

function readsMarkdown({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.hover?.contentFormat?.includes("markdown") === true;
}
