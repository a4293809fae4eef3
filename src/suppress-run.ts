// Writing ignore comments: tried above the line, then behind it, and kept only where the document stays the same and the diagnostic goes.

import type { Diagnostic, Edit } from "./diagnostic.ts";
import { applySorted, inOrder } from "./fix.ts";
import { unintended } from "./fix-verify.ts";
import type { LintResult } from "./lint.ts";
import type { LoadedFile } from "./load.ts";
import { ignoreEdits, rulesByLine, takesComments } from "./suppress-write.ts";
import type { Source } from "./yaml/document.ts";
import { readSource } from "./yaml/documents.ts";

export interface Ignored {
  readonly changed: readonly Source[];
  /** Diagnostics that are ignored now. */
  readonly count: number;
  /** Diagnostics that no comment could reach. */
  readonly left: readonly Diagnostic[];
  readonly after: LintResult;
}

export async function addIgnores(
  sources: readonly Source[],
  reason: string,
  lint: (sources: readonly Source[]) => Promise<LintResult>,
): Promise<Ignored> {
  const before = await lint(sources);
  const files = new Map(before.files.map(file => [file.source.path, file]));
  const wanted = before.report.diagnostics.filter(({ suppressed }) => suppressed === undefined);
  const byFile = new Map<string, Diagnostic[]>();
  for (const diagnostic of wanted) {
    const there = byFile.get(diagnostic.file) ?? [];
    byFile.set(diagnostic.file, there);
    there.push(diagnostic);
  }
  const trailing = new Map<string, Set<number>>();
  let texts = sources;
  let after = before;
  for (let attempt = 0; attempt < 2; attempt++) {
    texts = await Promise.all(
      sources.map(source =>
        commented(source, files.get(source.path), byFile.get(source.path) ?? [], {
          reason,
          trailing: trailing.get(source.path) ?? new Set(),
        }),
      ),
    );
    after = await lint(texts);
    const open = openOf(after);
    for (const diagnostic of wanted) {
      if (!open.has(keyOf(diagnostic))) continue;
      const lines = trailing.get(diagnostic.file) ?? new Set();
      trailing.set(diagnostic.file, lines.add(diagnostic.range.start.line));
    }
  }
  const open = openOf(after);
  const left = wanted.filter(diagnostic => open.has(keyOf(diagnostic)));
  const changed = texts.filter((source, index) => source.text !== sources[index]?.text);
  return { changed, count: wanted.length - left.length, left, after };
}

async function commented(
  source: Source,
  file: LoadedFile | undefined,
  diagnostics: readonly Diagnostic[],
  options: { reason: string; trailing: ReadonlySet<number> },
): Promise<Source> {
  if (file === undefined || diagnostics.length === 0 || !takesComments(file)) return source;
  const edits: Edit[] = inOrder(ignoreEdits(file, rulesByLine(diagnostics), options));
  const text = applySorted(source.text, edits);
  const documents = file.documents.map(({ document }) => document);
  const reason = unintended({ text: source.text, documents }, { text, documents: await readSource(text) }, edits);
  return reason === undefined ? { path: source.path, text } : source;
}

function openOf({ report }: LintResult): Set<string> {
  return new Set(report.diagnostics.filter(({ suppressed }) => suppressed === undefined).map(keyOf));
}

function keyOf({ ruleId, fingerprint, message }: Diagnostic): string {
  return `${ruleId} ${fingerprint} ${message}`;
}
