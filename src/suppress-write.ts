// `--add-ignore`: ignore comments with a reason, written above or behind what is reported.

import type { Diagnostic, Edit } from "./diagnostic.ts";
import type { LoadedFile } from "./load.ts";
import { IGNORE } from "./suppress-comments.ts";

/** The lines of a file, each with the rules to be ignored there. */
export function rulesByLine(diagnostics: readonly Diagnostic[]): Map<number, ReadonlySet<string>> {
  const lines = new Map<number, Set<string>>();
  for (const { range, ruleId } of diagnostics) {
    const rules = lines.get(range.start.line) ?? new Set();
    lines.set(range.start.line, rules.add(ruleId));
  }
  return new Map([...lines].sort(([a], [b]) => a - b));
}

/** One comment for each line: above it, or behind where the line is in `trailing` or begins a document, all of which would be covered. */
export function ignoreEdits(
  { source: { text }, lines, documents }: LoadedFile,
  rules: ReadonlyMap<number, ReadonlySet<string>>,
  { reason, trailing }: { reason: string; trailing: ReadonlySet<number> },
): Edit[] {
  const firstLines = new Set(
    documents.flatMap(({ document: { root } }) => (root === undefined ? [] : lines.at(root.start).line)),
  );
  return [...rules].map(([line, ids]) => {
    const comment = `# ${IGNORE} ${[...ids].sort().join(", ")} -- ${reason}`;
    if (trailing.has(line) || firstLines.has(line)) {
      const end = lines.endOf(line);
      return { start: end, end, text: ` ${comment}` };
    }
    const start = lines.startOf(line);
    const [indent = ""] = /^\ufeff?[ \t]*/.exec(lines.textOf(line)) ?? [];
    const at = start + (indent.startsWith("\ufeff") ? 1 : 0);
    const newline = text.slice(lines.endOf(line)).startsWith("\r\n") ? "\r\n" : "\n";
    return { start: at, end: at, text: `${indent.replace("\ufeff", "")}${comment}${newline}` };
  });
}

/** JSON has no comments. */
export function takesComments({ source, documents }: LoadedFile): boolean {
  return (
    !/\.json$/i.test(source.path) &&
    !documents.every(({ document }) => source.text[document.root?.start ?? -1] === "{" && isQuotedKey(document.root))
  );
}

function isQuotedKey(root: LoadedFile["documents"][number]["document"]["root"]): boolean {
  return root?.kind === "map" && root.entries[0]?.key.style === "double";
}
