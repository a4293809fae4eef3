// What an editor asks, and the answers.

import {
  type CancellationToken,
  type CodeAction,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  ErrorCodes,
  type Hover,
  LSPErrorCodes,
  ResponseError,
} from "vscode-languageserver/node";
import { actionsFor, fixAllEdit } from "./actions.ts";
import type { Client } from "./client.ts";
import { type Connection, logFault } from "./connection.ts";
import type { Target } from "./edits.ts";
import { hoverAt } from "./hover.ts";
import { pathOf } from "./places.ts";
import type { Linted } from "./project.ts";
import type { ProjectView } from "./session.ts";
import type { Showing, ShowingState } from "./showing.ts";

export interface RequestState extends ShowingState {
  readonly isShutDown: () => boolean;
}

/** An open file, its project, and the editor that asks. */
interface Place {
  readonly file: string;
  readonly target: Target;
}

export function answerRequests(connection: Connection, state: RequestState, showing: Showing): void {
  const guarded = <R>(token: CancellationToken, fallback: R, answer: (client: Client) => Promise<R>) =>
    answered(connection, state, token, { fallback, answer });
  const placeOf = (uri: string, client: Client) => findPlace(uri, client, state);

  connection.onHover(({ textDocument, position }, token) =>
    guarded<Hover | null>(token, null, async client => {
      const place = await placeOf(textDocument.uri, client);
      if (place === undefined) return null;
      const { linted } = place.target;
      const rules = linted.project.home.run?.rules ?? [];
      return hoverAt(place.file, position, { linted, client, rules }) ?? null;
    }),
  );
  connection.onCodeAction((params, token) =>
    guarded<CodeAction[]>(token, [], async client => {
      const place = await placeOf(params.textDocument.uri, client);
      return place === undefined ? [] : actionsFor(place.file, params, place.target);
    }),
  );
  connection.onCodeActionResolve((action, token) =>
    guarded<CodeAction>(token, action, async client => {
      const { uri } = (action.data ?? {}) as { uri?: string };
      const place = uri === undefined ? undefined : await placeOf(uri, client);
      const edit = place === undefined ? undefined : await fixAllEdit(place.file, place.target);
      return edit === undefined ? action : { ...action, edit };
    }),
  );
  connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
    guarded<DocumentDiagnosticReport>(token, { kind: DocumentDiagnosticReportKind.Full, items: [] }, async () => {
      const { items, resultId } = await showing.pull(pathOf(textDocument.uri) ?? "");
      if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...items] };
    }),
  );
}

/** The answer, or an error by the protocol: too early, too late, no longer wanted. A fault is logged, and answered with nothing. */
async function answered<R>(
  connection: Connection,
  state: RequestState,
  token: CancellationToken,
  { fallback, answer }: { fallback: R; answer: (client: Client) => Promise<R> },
): Promise<R | ResponseError<never>> {
  const client = state.client();
  if (client === undefined) return new ResponseError<never>(ErrorCodes.ServerNotInitialized, "initialize comes first");
  if (state.isShutDown()) return new ResponseError<never>(ErrorCodes.InvalidRequest, "the server is shut down");
  // What came with the request may take it back: it is read before the work begins.
  await new Promise(resolve => setImmediate(resolve));
  const cancelled = new ResponseError<never>(LSPErrorCodes.RequestCancelled, "cancelled");
  if (token.isCancellationRequested) return cancelled;
  try {
    const result = await answer(client);
    return token.isCancellationRequested ? cancelled : result;
  } catch (error) {
    logFault(connection, error);
    return fallback;
  }
}

async function findPlace(uri: string, client: Client, { session, uriOf }: RequestState): Promise<Place | undefined> {
  const path = pathOf(uri);
  const found: (ProjectView & { file: string }) | undefined = path === undefined ? undefined : await session.find(path);
  if (found?.linted === undefined) return undefined;
  const linted: Linted = found.linted;
  const versions = new Map(found.buffers.map(buffer => [buffer.path, buffer.version]));
  return { file: found.file, target: { linted, client, uriOf, versionOf: of => versions.get(of) ?? null } };
}
