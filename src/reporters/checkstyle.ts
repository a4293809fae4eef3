import { byFile, counted, type Reporter, shownPath } from "./reporter.ts";
import { attributes } from "./xml.ts";

/** The XML of checkstyle 4.3, which Jenkins, reviewdog and many others read. */
export const checkstyle: Reporter = (report, options) => {
  const files = [...byFile(counted(report))].map(([file, diagnostics]) => {
    const errors = diagnostics.map(
      ({ range, severity, message, ruleId }) =>
        `    <error${attributes({ line: range.start.line, column: range.start.column, severity, message, source: `kprobe-lint.${ruleId}` })}/>`,
    );
    return [`  <file${attributes({ name: shownPath(options, file) })}>`, ...errors, "  </file>"].join("\n");
  });
  return `${['<?xml version="1.0" encoding="UTF-8"?>', '<checkstyle version="4.3">', ...files, "</checkstyle>"].join("\n")}\n`;
};
