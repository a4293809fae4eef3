// What the editor shows: for every file the diagnostics of the last sight of it, sent when they are others than before.

import type { Diagnostic as EditorDiagnostic, PublishDiagnosticsParams } from "vscode-languageserver/node";
import type { Client } from "./client.ts";
import { configurationDiagnostics, editorDiagnostic, type UriOf } from "./convert.ts";
import { isWithin } from "./home.ts";
import type { Buffer } from "./project.ts";
import type { View } from "./session.ts";

export interface Shown {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly EditorDiagnostic[];
}

/** Everything there is to show: each open file, and each other one that something is to be said about. By path. */
export function shownIn(view: View, { client, uriOf }: { client: Client; uriOf: UriOf }): Map<string, Shown> {
  const open = new Map(view.projects.flatMap(({ buffers }) => buffers.map(buffer => [buffer.path, buffer] as const)));
  const shown = new Map<string, Shown>();
  const add = (path: string, some: readonly EditorDiagnostic[]) => {
    const buffer = open.get(path);
    const before = shown.get(path)?.diagnostics ?? [];
    const version = buffer === undefined ? {} : { version: buffer.version };
    shown.set(path, { uri: buffer?.uri ?? uriOf(path), ...version, diagnostics: [...before, ...some] });
  };
  for (const { project, buffers, linted, isFaulty } of view.projects) {
    if (isFaulty) continue;
    for (const { path } of buffers) add(path, []);
    for (const [file, diagnostics] of linted?.byFile ?? []) {
      const path = project.pathOf(file);
      // An open file has its own project, which alone speaks of it.
      if (open.has(path) && !isOwn(path, buffers)) continue;
      if (linted !== undefined)
        add(
          path,
          diagnostics.map(diagnostic => editorDiagnostic(diagnostic, linted, { client, uriOf })),
        );
    }
  }
  for (const [path, mistake] of view.mistakes) add(path, configurationDiagnostics(mistake, open.has(path)));
  return shown;
}

function isOwn(path: string, buffers: readonly Buffer[]): boolean {
  return buffers.some(buffer => buffer.path === path);
}

/** Whether lint failed on the project of a file: what the editor shows of it stays. */
function isFaultyPath(path: string, { projects }: View): boolean {
  return projects.some(({ isFaulty, project }) => isFaulty && isWithin(path, project.home.root));
}

export class Publisher {
  private readonly send: (params: PublishDiagnosticsParams) => void;
  private readonly sent = new Map<string, { readonly uri: string; readonly text: string }>();

  constructor(send: (params: PublishDiagnosticsParams) => void) {
    this.send = send;
  }

  /** Sends what changed, and clears what is gone. */
  publish(shown: ReadonlyMap<string, Shown>, view: View): void {
    for (const [path, { uri, version, diagnostics }] of shown) {
      const text = JSON.stringify([version, diagnostics]);
      const before = this.sent.get(path);
      if (before?.text === text) continue;
      // Of a closed file about which there was nothing to say there is nothing to take back.
      if (before === undefined && version === undefined && diagnostics.length === 0) continue;
      this.sent.set(path, { uri, text });
      this.send({ uri, ...(version === undefined ? {} : { version }), diagnostics: [...diagnostics] });
    }
    for (const [path, { uri }] of this.sent) {
      if (shown.has(path) || isFaultyPath(path, view)) continue;
      this.sent.delete(path);
      this.send({ uri, diagnostics: [] });
    }
  }
}
