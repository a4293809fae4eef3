// The Reviewdog Diagnostic Format. Its columns count bytes of UTF-8; fixes are suggestions that a review can take with one click.

import type { Diagnostic, Range, Severity } from "../diagnostic.ts";
import { type Places, placesIn } from "./positions.ts";
import { counted, type Reporter, type ReporterOptions, shownPath } from "./reporter.ts";
import { jsonText, visible } from "./visible.ts";

const SEVERITY: Record<Severity, string> = { error: "ERROR", warning: "WARNING", info: "INFO" };

export const rdjson: Reporter = (report, options) => {
  const places = placesIn(options.textOf);
  const diagnostics = counted(report).map(diagnostic => one(diagnostic, places, options));
  return jsonText({
    source: { name: "kprobe-lint", url: "https://github.com/kprobe-lint/kprobe-lint" },
    severity: SEVERITY[worst(report.summary)],
    diagnostics,
  });
};

function worst({ errors, warnings }: { readonly errors: number; readonly warnings: number }): Severity {
  return errors > 0 ? "error" : warnings > 0 ? "warning" : "info";
}

function one(diagnostic: Diagnostic, places: (file: string) => Places | undefined, options: ReporterOptions): object {
  const { ruleId, severity, message, help, url, file, range, related } = diagnostic;
  const location = (path: string, where: Range) => ({
    path: shownPath(options, path),
    range: rangeOf(where, places(path)),
  });
  const suggestions = suggestionsOf(diagnostic, places(file), options.textOf(file));
  return {
    message: visible(help === undefined ? message : `${message} (${help})`),
    location: location(file, range),
    severity: SEVERITY[severity],
    code: { value: ruleId, url },
    ...(suggestions.length === 0 ? {} : { suggestions }),
    ...(related.length === 0
      ? {}
      : {
          related_locations: related.map(place => ({
            message: visible(place.message),
            location: location(place.file, place.range),
          })),
        }),
  };
}

/** Without the text the bytes cannot be counted: then lines alone. */
function rangeOf({ start, end }: Range, places: Places | undefined): object {
  if (places === undefined) return { start: { line: start.line }, end: { line: end.line } };
  return { start: places.inBytes(start.offset), end: places.inBytes(end.offset) };
}

/** One suggestion a fix: its edits joined to one, since a reader takes several suggestions for alternatives. */
function suggestionsOf({ file, fixes }: Diagnostic, places: Places | undefined, text: string | undefined): object[] {
  if (places === undefined || text === undefined) return [];
  return fixes.flatMap(({ edits }) => {
    const sorted = [...edits].sort((a, b) => a.start - b.start);
    const first = sorted[0];
    if (first === undefined || sorted.some(edit => edit.file !== file)) return [];
    let joined = "";
    let at = first.start;
    for (const edit of sorted) {
      joined += text.slice(at, edit.start) + edit.text;
      at = edit.end;
    }
    return [{ range: { start: places.inBytes(first.start), end: places.inBytes(at) }, text: joined }];
  });
}
