// Diagnostics as editors take them.

import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic as EditorDiagnostic,
  type Range,
} from "vscode-languageserver/node";
import type { ConfigError } from "../config.ts";
import type { Diagnostic, Severity } from "../diagnostic.ts";
import { visible } from "../reporters/visible.ts";
import type { Client } from "./client.ts";
import { Places } from "./places.ts";
import type { Linted } from "./project.ts";

export const SOURCE = "kprobe-lint";

const SEVERITIES: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

const TAGS: Readonly<Record<string, DiagnosticTag>> = {
  "deprecated-api": DiagnosticTag.Deprecated,
  "removed-api": DiagnosticTag.Deprecated,
  "ignore-unused": DiagnosticTag.Unnecessary,
};

/** What a diagnostic carries to the editor and back, to be known again when its fixes are asked for. */
export interface Data {
  readonly fingerprint: string;
}

/** Where files are found in the editor: by the URI it uses itself, where one is open. */
export type UriOf = (path: string) => string;

export function editorDiagnostic(
  diagnostic: Diagnostic,
  linted: Linted,
  { client, uriOf }: { client: Client; uriOf: UriOf },
): EditorDiagnostic {
  const { ruleId, severity, url, fingerprint } = diagnostic;
  const tag = TAGS[ruleId];
  const data: Data = { fingerprint };
  return {
    range: rangeOf(diagnostic, linted),
    severity: SEVERITIES[severity],
    code: ruleId,
    ...(client.codeDescription ? { codeDescription: { href: url } } : {}),
    source: SOURCE,
    message: messageOf(diagnostic, linted, client),
    ...(client.tags && tag !== undefined ? { tags: [tag] } : {}),
    ...(client.related && diagnostic.related.length > 0
      ? { relatedInformation: relatedOf(diagnostic, linted, uriOf) }
      : {}),
    ...(client.data ? { data } : {}),
  };
}

export function rangeOf({ file, range }: Pick<Diagnostic, "file" | "range">, { placesIn }: Linted): Range {
  return placesIn(file).range(range.start.offset, range.end.offset);
}

/** The sentence and the way out; the other places too, where the editor has no room for them of its own. */
function messageOf({ message, help, related }: Diagnostic, { placesIn }: Linted, client: Client): string {
  const places = client.related
    ? []
    : related.map(({ file, range, message: phrase }) => {
        const { line, character } = placesIn(file).position(range.start.offset);
        return `${file}:${line + 1}:${character + 1}: ${phrase}`;
      });
  return [message, ...(help === undefined ? [] : [help]), ...places].map(visible).join("\n");
}

function relatedOf({ related }: Diagnostic, linted: Linted, uriOf: UriOf) {
  return related.map(place => ({
    location: { uri: uriOf(linted.project.pathOf(place.file)), range: rangeOf(place, linted) },
    message: visible(place.message),
  }));
}

/** The mistakes in a configuration, as diagnostics of that file. */
export function configurationDiagnostics({ text, complaints }: ConfigError, isOpen: boolean): EditorDiagnostic[] {
  const places = new Places(text, isOpen);
  return complaints.map(({ at, sentence }) => ({
    range: places.wordRange(at),
    severity: DiagnosticSeverity.Error,
    code: "configuration",
    source: SOURCE,
    message: visible(sentence),
  }));
}
