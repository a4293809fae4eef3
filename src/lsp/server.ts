// The editor protocol on two streams. Nothing else may write to the output while it runs.

import type { Readable, Writable } from "node:stream";
import { createConnection } from "vscode-languageserver";
import {
  createProtocolConnection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  StreamMessageWriter,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { roleOf } from "../discover.ts";
import { lint } from "../lint.ts";
import { VERSION } from "../version.ts";
import { KINDS } from "./actions.ts";
import { type Client, clientOf } from "./client.ts";
import { type Connection, log, logFault, untilClosed } from "./connection.ts";
import { FramedReader } from "./framing.ts";
import type { HomeRequest } from "./home.ts";
import { pathOf, uriOf } from "./places.ts";
import type { Buffer, Lint } from "./project.ts";
import { answerRequests } from "./requests.ts";
import { Session } from "./session.ts";
import { Showing } from "./showing.ts";

export interface ServeOptions extends HomeRequest {
  readonly input: Readable;
  readonly output: Writable;
  readonly lint?: Lint;
}

/** Serves until the editor says `exit` or goes away; true when it had said `shutdown` before. */
export function serve({ input, output, ...request }: ServeOptions): Promise<boolean> {
  return new Promise(resolve => {
    const watchDog = { shutdownReceived: false, initialize: () => {}, exit: () => finish() };
    const connection = createConnection(
      logger => createProtocolConnection(new FramedReader(input), new StreamMessageWriter(output), untilClosed(logger)),
      watchDog,
    );
    const stop = talk(connection, { ...request, isShutDown: () => watchDog.shutdownReceived });
    const finish = () => {
      stop();
      connection.dispose();
      input.destroy();
      resolve(watchDog.shutdownReceived);
    };
    // An editor that is gone closes its ends of the pipes.
    input.once("end", finish).once("close", finish);
    output.on("error", finish);
  });
}

function talk(
  connection: Connection,
  {
    lint: lintWith = lint,
    isShutDown,
    ...request
  }: Omit<ServeOptions, "input" | "output"> & { isShutDown: () => boolean },
): () => void {
  const documents = new TextDocuments(TextDocument);
  const folders = new Map<string, string>();
  let client: Client | undefined;
  const buffers = () => documents.all().flatMap(bufferOf);
  const session = new Session({
    ...request,
    lint: input => lintWith({ now: request.environment.now, ...input }),
    buffers,
    folders: () => [...folders.values()],
    onFault: error => logFault(connection, error),
  });
  const uriNow = (path: string) => buffers().find(buffer => buffer.path === path)?.uri ?? uriOf(path);
  const state = { session, uriOf: uriNow, client: () => client, isShutDown };
  const showing = new Showing(connection, state, request.environment.now);

  connection.onInitialize(params => {
    client = clientOf(params);
    for (const uri of foldersOf(params)) addFolder(folders, uri);
    return answerTo(client);
  });
  connection.onInitialized(() => {
    if (client?.watches === true) void watch(connection);
    if (client?.folders === true)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) folders.delete(uri);
        for (const { uri } of added) addFolder(folders, uri);
        session.moved([]);
        showing.soon();
      });
  });
  listen(documents, session, showing);
  connection.onDidChangeWatchedFiles(({ changes }) => {
    session.moved(changes.flatMap(({ uri }) => pathOf(uri) ?? []));
    showing.soon();
  });
  answerRequests(connection, state, showing);
  documents.listen(connection);
  connection.listen();
  return () => showing.stop();
}

function listen(documents: TextDocuments<TextDocument>, session: Session, showing: Showing): void {
  const onDisk = ({ document: { uri } }: { document: { readonly uri: string } }) => {
    const path = pathOf(uri);
    if (path === undefined) return;
    session.moved([path]);
    showing.soon();
  };
  documents.onDidOpen(onDisk);
  documents.onDidSave(onDisk);
  documents.onDidClose(onDisk);
  documents.onDidChangeContent(({ document: { uri } }) => {
    const path = pathOf(uri);
    if (path === undefined) return;
    session.edited(path);
    showing.afterTyping();
  });
}

/** What is open and of interest. */
function bufferOf(document: TextDocument): Buffer[] {
  const { uri, version, languageId } = document;
  const path = pathOf(uri);
  if (path === undefined || (roleOf(path) === "other" && languageId !== "yaml")) return [];
  return [{ path, uri, version, languageId, text: document.getText() }];
}

function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): string[] {
  if (workspaceFolders !== undefined && workspaceFolders !== null) return workspaceFolders.map(({ uri }) => uri);
  if (rootUri !== undefined && rootUri !== null) return [rootUri];
  return rootPath === undefined || rootPath === null ? [] : [uriOf(rootPath)];
}

function addFolder(folders: Map<string, string>, uri: string): void {
  const path = pathOf(uri);
  if (path !== undefined) folders.set(uri, path.length > 1 ? path.replace(/[/\\]$/, "") : path);
}

function answerTo(client: Client): InitializeResult {
  return {
    serverInfo: { name: "kprobe-lint", version: VERSION },
    capabilities: {
      positionEncoding: "utf-16",
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
      codeActionProvider: { codeActionKinds: KINDS, resolveProvider: client.resolves },
      hoverProvider: true,
      ...(client.pulls
        ? {
            diagnosticProvider: { identifier: "kprobe-lint", interFileDependencies: true, workspaceDiagnostics: false },
          }
        : {}),
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}

async function watch(connection: Connection): Promise<void> {
  const watchers = ["**/*.{yaml,yml,json}", "**/Kustomization"].map(globPattern => ({ globPattern }));
  try {
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  } catch (error) {
    log(connection, "warn", `files are not watched: ${String(error)}`);
  }
}
