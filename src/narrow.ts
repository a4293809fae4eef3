// Which diagnostics a run over a part of the input reports.

import type { Diagnostic } from "./diagnostic.ts";
import type { Before, Discovered } from "./discover.ts";
import { concerns, type LintInput, lint } from "./lint.ts";

type Concerns = NonNullable<LintInput["concerns"]>;

/** The test for `LintInput.concerns`; undefined where the whole input is reported on. */
export async function concernsOf(
  found: Discovered,
  run: Pick<LintInput, "settings" | "rules">,
): Promise<Concerns | undefined> {
  if (found.before !== undefined) return brokenSince(await knownBefore(found, found.before, run));
  return found.elsewhere.size > 0 ? ownedBy(found.elsewhere) : undefined;
}

/** What lies in the changed files, and what the change broke elsewhere: found now, and not found before it. */
function brokenSince(before: ReadonlySet<string>): Concerns {
  return (diagnostic, asked) => concerns(diagnostic, asked) || !before.has(diagnostic.fingerprint);
}

async function knownBefore(
  { sources, context = [], kustomizations }: Discovered,
  before: Before,
  run: Pick<LintInput, "settings" | "rules">,
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
    concerns: () => true,
  });
  return new Set(report.diagnostics.map(({ fingerprint }) => fingerprint));
}

/** Every diagnostic is one part's own: that of its file, or for files nobody asked about that of the first related one. */
function ownedBy(elsewhere: ReadonlySet<string>): Concerns {
  return (diagnostic, asked) => {
    const isAsked = ({ file }: { readonly file: string }) => asked.has(file) || elsewhere.has(file);
    const owner: Pick<Diagnostic, "file"> | undefined = isAsked(diagnostic)
      ? diagnostic
      : diagnostic.related.find(isAsked);
    return owner !== undefined && asked.has(owner.file);
  };
}
