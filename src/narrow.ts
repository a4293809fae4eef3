// Which diagnostics a run over a part of the input reports.

import type { Diagnostic } from "./diagnostic.ts";
import type { Before, Discovered } from "./discover.ts";
import { concerns } from "./focus.ts";
import { type LintInput, lint } from "./lint.ts";
import { load } from "./load.ts";
import type { Source } from "./yaml/document.ts";

type Choose = NonNullable<LintInput["choose"]>;
type Run = Pick<LintInput, "settings" | "rules" | "policies" | "definitions"> & {
  /** The asked files at the last commit. */
  readonly earlier: readonly Source[];
};

/** The choice for `LintInput.choose`; undefined where the whole input is reported on. */
export function choiceOf(found: Discovered, run: Run): Choose | undefined {
  if (found.before !== undefined) return brokenSince(found, found.before, run);
  if (found.elsewhere.size > 0) return ownedBy(found.elsewhere);
  return run.earlier.length > 0 ? orphanedBy(run.earlier, found) : undefined;
}

/** What concerns the asked files, and what elsewhere stands on a name that they defined at the last commit and define no more. */
export function orphanedBy(
  earlier: readonly Source[],
  { sources, context = [] }: Pick<Discovered, "sources" | "context">,
): Choose {
  return async (all, asked) => {
    const left = await namesDefinedIn(sources);
    const gone = [...(await namesDefinedIn(earlier))]
      .filter(name => !left.has(name))
      .map(name => name.slice(name.indexOf(" ") + 1))
      .filter(name => name !== "");
    const texts = new Map(context.map(({ path, text }) => [path, text]));
    const standsOn = ({ file, range }: Diagnostic) =>
      (texts.get(file) ?? "").slice(range.start.offset, range.end.offset).replace(/^["']|["']$/g, "");
    return all.filter(diagnostic => concerns(diagnostic, asked) || gone.includes(standsOn(diagnostic)));
  };
}

/** Kinds with names, and the values of pods' labels. */
async function namesDefinedIn(sources: readonly Source[]): Promise<Set<string>> {
  const names = new Set<string>();
  for (const source of sources) {
    const { documents } = await load(source);
    for (const { kind, name, spec } of documents.flatMap(({ resources }) => resources)) {
      names.add(`${kind} ${name}`);
      for (const label of spec.get("template", "metadata", "labels").strings().values()) names.add(`label ${label}`);
    }
  }
  return names;
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
    // Both runs are shown the same objects.
    before: sources,
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
