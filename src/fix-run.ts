// Fixing: passes of lint and edit until nothing is left to fix, each pass proved. A file where anything goes otherwise than intended is
// left as it was, and so is one whose fixes would make a new error anywhere.

import type { Diagnostic } from "./diagnostic.ts";
import { applySorted } from "./fix.ts";
import { chooseFixes, type FileEdit } from "./fix-choose.ts";
import { unintended } from "./fix-verify.ts";
import type { LintResult } from "./lint.ts";
import type { Source } from "./yaml/document.ts";
import { readSource } from "./yaml/documents.ts";

/** More passes than fixes that wait for each other have ever needed. */
const MOST_PASSES = 16;
/** Each time some files are left out, all others are begun anew. */
const MOST_ATTEMPTS = 40;

export interface FixRequest {
  readonly sources: readonly Source[];
  readonly lint: (sources: readonly Source[]) => Promise<LintResult>;
  readonly unsafe: boolean;
}

export interface Fixed {
  /** All sources, those with fixes changed. */
  readonly sources: readonly Source[];
  readonly changed: readonly Source[];
  readonly count: number;
  /** Files that could not be fixed, with the reason. */
  readonly left: ReadonlyMap<string, string>;
  readonly before: LintResult;
  /** What is left in the changed sources. */
  readonly after: LintResult;
}

export async function fixSources(request: FixRequest): Promise<Fixed> {
  const before = await request.lint(request.sources);
  const left = new Map<string, string>();
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const outcome = await fixOnce(request, before, left);
    if (!(outcome instanceof Map)) return { ...outcome, left, before };
    for (const [file, reason] of outcome) left.set(file, reason);
  }
  for (const { path } of request.sources)
    if (!left.has(path)) left.set(path, "the fixes of other files failed too often");
  return { sources: request.sources, changed: [], count: 0, left, before, after: before };
}

type Attempt = Omit<Fixed, "left" | "before">;

/** All passes; or the files that have to be left out of the next attempt. */
async function fixOnce(
  { sources: originals, lint, unsafe }: FixRequest,
  before: LintResult,
  left: ReadonlyMap<string, string>,
): Promise<Attempt | Map<string, string>> {
  const paths = new Set(originals.map(({ path }) => path));
  const isOpen = (file: string) => paths.has(file) && !left.has(file);
  let sources = originals;
  let result = before;
  let count = 0;
  for (let pass = 0; ; pass++) {
    const chosen = chooseFixes(result.report.diagnostics, { unsafe, isOpen });
    if (chosen.count === 0) break;
    const files = [...chosen.edits.keys()];
    if (pass === MOST_PASSES) return new Map(files.map(file => [file, "its fixes bring forth each other"]));
    const next = sources.map(source => edited(source, chosen.edits.get(source.path)));
    const wrong = await mistakes(sources, next, chosen.edits);
    if (wrong.size > 0) return wrong;
    sources = next;
    count += chosen.count;
    result = await lint(sources);
  }
  const changed = sources.filter((source, index) => source !== originals[index]);
  const harmed = newErrors(before.report.diagnostics, result.report.diagnostics, changed);
  return harmed.size > 0 ? harmed : { sources, changed, count, after: result };
}

function edited(source: Source, edits: readonly FileEdit[] | undefined): Source {
  return edits === undefined ? source : { path: source.path, text: applySorted(source.text, edits) };
}

async function mistakes(
  olds: readonly Source[],
  news: readonly Source[],
  edits: ReadonlyMap<string, readonly FileEdit[]>,
): Promise<Map<string, string>> {
  const wrong = new Map<string, string>();
  for (const [index, old] of olds.entries()) {
    const now = news[index];
    const made = edits.get(old.path);
    if (now === undefined || made === undefined) continue;
    const reason = unintended(await versionOf(old), await versionOf(now), made);
    if (reason !== undefined) wrong.set(old.path, reason);
  }
  return wrong;
}

async function versionOf({ text }: Source): Promise<Parameters<typeof unintended>[0]> {
  return { text, documents: await readSource(text) };
}

/** Files to leave alone because of errors that were not there before: the file itself, or all that changed when it is another one. */
function newErrors(
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
  changed: readonly Source[],
): Map<string, string> {
  const known = new Set(before.map(keyOf));
  // Of a document that did not parse nobody knew the errors.
  const unread = new Set(before.filter(({ ruleId }) => ruleId === "yaml-syntax").map(({ file }) => file));
  const paths = changed.map(({ path }) => path);
  const harmed = new Map<string, string>();
  for (const diagnostic of after) {
    const { file, severity, ruleId, message } = diagnostic;
    if (severity !== "error" || known.has(keyOf(diagnostic))) continue;
    if (unread.has(file) && ruleId !== "yaml-syntax") continue;
    const culprits = paths.includes(file) ? [file] : paths;
    for (const path of culprits) harmed.set(path, `a new error would appear: ${message}`);
  }
  return harmed;
}

function keyOf({ ruleId, fingerprint }: Diagnostic): string {
  return `${ruleId} ${fingerprint}`;
}
