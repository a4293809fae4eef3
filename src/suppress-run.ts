// `--add-ignore`: comments are tried above each line, then behind it, and kept only where the document stays the same and the
// diagnostic goes.

import type { Diagnostic } from "./diagnostic.ts";
import { applySorted, inOrder } from "./fix.ts";
import { unintended } from "./fix-verify.ts";
import type { LintResult } from "./lint.ts";
import type { LoadedFile } from "./load.ts";
import { ignoreEdit, linesOf, takesComments } from "./suppress-write.ts";
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

/** What is said about ignores is mended, not ignored. */
export const NOT_IGNORED = new Set(["ignore-unused", "ignore-unexplained", "internal-error"]);
/** Above, behind, and not at all. */
const ATTEMPTS = 3;

export async function addIgnores(
  sources: readonly Source[],
  reason: string,
  lint: (sources: readonly Source[]) => Promise<LintResult>,
): Promise<Ignored> {
  const before = await lint(sources);
  const paths = new Set(sources.map(({ path }) => path));
  const wanted = before.report.diagnostics.filter(
    ({ suppressed, ruleId, file }) => suppressed === undefined && !NOT_IGNORED.has(ruleId) && paths.has(file),
  );
  const writer = new Writer(before.files, wanted, reason);
  let texts = sources;
  let after = before;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    texts = await Promise.all(sources.map(source => writer.write(source)));
    after = await lint(texts);
    const open = openOf(after);
    const stubborn = wanted.filter(diagnostic => open.has(keyOf(diagnostic)));
    if (stubborn.length === 0 || attempt === ATTEMPTS - 1) break;
    writer.retry(stubborn);
  }
  const open = openOf(after);
  const left = wanted.filter(diagnostic => open.has(keyOf(diagnostic)));
  const changed = texts.filter((source, index) => source.text !== sources[index]?.text);
  return { changed, count: wanted.length - left.length, left, after };
}

class Writer {
  private readonly files: ReadonlyMap<string, LoadedFile>;
  private readonly byFile = new Map<string, Diagnostic[]>();
  private readonly reason: string;
  /** How often each line was tried in vain. */
  private readonly attempts = new Map<string, number>();

  constructor(files: readonly LoadedFile[], wanted: readonly Diagnostic[], reason: string) {
    this.files = new Map(files.map(file => [file.source.path, file]));
    this.reason = reason;
    for (const diagnostic of wanted) {
      const there = this.byFile.get(diagnostic.file) ?? [];
      this.byFile.set(diagnostic.file, there);
      there.push(diagnostic);
    }
  }

  retry(diagnostics: readonly Diagnostic[]): void {
    const lines = new Set(diagnostics.map(({ file, range }) => `${range.start.line} ${file}`));
    for (const line of lines) this.attempts.set(line, (this.attempts.get(line) ?? 0) + 1);
  }

  async write(source: Source): Promise<Source> {
    const file = this.files.get(source.path);
    if (file === undefined || !takesComments(file)) return source;
    const edits = linesOf(this.byFile.get(source.path) ?? []).flatMap(line => {
      const edit = ignoreEdit(file, line, this.reason, this.attempts.get(`${line.line} ${source.path}`) ?? 0);
      return edit === undefined ? [] : [edit];
    });
    const text = applySorted(source.text, inOrder(edits));
    const documents = file.documents.map(({ document }) => document);
    const wrong = unintended(
      { text: source.text, documents },
      { text, documents: await readSource(text) },
      inOrder(edits),
    );
    return wrong === undefined ? { path: source.path, text } : source;
  }
}

function openOf({ report }: LintResult): Set<string> {
  return new Set(report.diagnostics.filter(({ suppressed }) => suppressed === undefined).map(keyOf));
}

function keyOf({ ruleId, fingerprint, message }: Diagnostic): string {
  return `${ruleId} ${fingerprint} ${message}`;
}
