// One file against the API: what the reader said of its documents, what the validator says of its objects, and what was left out.

import type { Diagnostic, Skipped } from "./diagnostic.ts";
import type { Resource } from "./kubernetes/resource.ts";
import { type LoadedFile, looksLikeManifest } from "./load.ts";
import { locateProblem } from "./locate.ts";
import { isActiveId, type Settings } from "./settings.ts";

export interface ValidatedFile {
  readonly file: LoadedFile;
  readonly diagnostics: readonly Diagnostic[];
  /** The objects that rules may judge: no patches, nothing of an unknown shape. */
  readonly resources: readonly Resource[];
  readonly skipped: readonly Skipped[];
}

export async function validateFile(
  file: LoadedFile,
  _all: readonly LoadedFile[],
  settings: Settings,
): Promise<ValidatedFile> {
  const diagnostics: Diagnostic[] = [];
  const resources: Resource[] = [];
  const skipped: Skipped[] = [];
  for (const loaded of file.documents) {
    if (loaded.document.root !== undefined && !looksLikeManifest(loaded)) continue;
    for (const problem of loaded.document.problems)
      diagnostics.push(locateProblem(problem, loaded, loaded.resources[0]));
    resources.push(...loaded.resources);
  }
  return { file, diagnostics: diagnostics.filter(({ ruleId }) => isActiveId(ruleId, settings)), resources, skipped };
}
