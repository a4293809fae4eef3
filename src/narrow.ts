// Which diagnostics a run over a part of the input reports.

import type { Diagnostic } from "./diagnostic.ts";
import type { Before, Discovered } from "./discover.ts";
import { concerns, type LintInput, lint } from "./lint.ts";

type Choose = NonNullable<LintInput["choose"]>;
type Run = Pick<LintInput, "settings" | "rules" | "policies" | "definitions">;

/** The choice for `LintInput.choose`; undefined where the whole input is reported on. */
export function choiceOf(found: Discovered, run: Run): Choose | undefined {
  if (found.before !== undefined) return brokenSince(found, found.before, run);
  return found.elsewhere.size > 0 ? ownedBy(found.elsewhere) : undefined;
}

/**
 * What lies in the changed files, and what the change broke elsewhere: found now, and not found before it. The project of before is judged
 * only when there is something elsewhere to tell apart.
 */
function brokenSince(found: Discovered, before: Before, run: Run): Choose {
  let known: Promise<ReadonlySet<string>> | undefined;
  return async (all, asked) => {
    if (all.every(diagnostic => concerns(diagnostic, asked))) return all;
    known ??= knownBefore(found, before, run);
    const fingerprints = await known;
    return all.filter(diagnostic => concerns(diagnostic, asked) || !fingerprints.has(diagnostic.fingerprint));
  };
}

async function knownBefore(
  { sources, context = [], kustomizations }: Discovered,
  before: Before,
  run: Run,
): Promise<Set<string>> {
  const replaced = new Set([...before.changed, ...before.sources.map(({ path }) => path)]);
  const oldKustomizations = new Set(before.kustomizations.map(({ path }) => path));
  const { report } = await lint({
    ...run,
    sources: before.sources,
    context: [...sources, ...context].filter(({ path }) => !replaced.has(path)),
    kustomizations: [
      ...kustomizations.filter(({ path }) => !oldKustomizations.has(path) && !before.changed.has(path)),
      ...before.kustomizations,
    ],
    choose: async all => all,
  });
  return new Set(report.diagnostics.map(({ fingerprint }) => fingerprint));
}

/** Every diagnostic is one part's own: that of its file, or for files nobody asked about that of the first related one. */
function ownedBy(elsewhere: ReadonlySet<string>): Choose {
  return async (all, asked) => {
    const isAsked = ({ file }: { readonly file: string }) => asked.has(file) || elsewhere.has(file);
    const ownerOf = (diagnostic: Diagnostic): Pick<Diagnostic, "file"> | undefined =>
      isAsked(diagnostic) ? diagnostic : diagnostic.related.find(isAsked);
    return all.filter(diagnostic => asked.has(ownerOf(diagnostic)?.file ?? ""));
  };
}
