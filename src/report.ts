// All diagnostics and the counts of a run.

import type { Diagnostic, Report, Skipped } from "./diagnostic.ts";
import type { LoadedFile } from "./load.ts";
import { VERSION } from "./version.ts";

export function reportOf(
  files: readonly LoadedFile[],
  diagnostics: Diagnostic[],
  skipped: readonly Skipped[],
  { suppressed, minor, durationMs }: { suppressed: number; minor: number; durationMs: number },
): Report {
  const visible = diagnostics.filter(diagnostic => diagnostic.suppressed === undefined);
  const count = (severity: Diagnostic["severity"]) =>
    visible.filter(diagnostic => diagnostic.severity === severity).length;
  const sum = (of: (file: LoadedFile) => number) => files.reduce((total, file) => total + of(file), 0);
  return {
    version: 1,
    tool: { name: "kprobe-lint", version: VERSION },
    kubernetesVersion: `1.${minor}`,
    summary: {
      files: files.length,
      documents: sum(file => file.documents.length),
      resources: sum(file => file.documents.reduce((total, { resources }) => total + resources.length, 0)),
      errors: count("error"),
      warnings: count("warning"),
      infos: count("info"),
      suppressed,
      fixable: visible.filter(({ fixes }) => fixes.some(({ safety }) => safety === "safe")).length,
      durationMs,
    },
    diagnostics,
    skipped,
  };
}
