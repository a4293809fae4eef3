import { counted, placesFound, plural, type Reporter, shownPath, subjectOf } from "./reporter.ts";
import { disarm, visible } from "./visible.ts";

/** One line per diagnostic with everything that is needed to act on it and nothing to look at: no frame, no colour. */
export const agent: Reporter = (report, options) => {
  const { summary } = report;
  const lines = counted(report).map(diagnostic => {
    const { file, range, severity, ruleId, message, help, related, fixes } = diagnostic;
    const subject = subjectOf(diagnostic);
    const parts = [
      `${shownPath(options, file)}:${range.start.line}:${range.start.column}: ${severity} ${ruleId}: ${message}`,
      ...(subject === "" ? [] : [`in: ${subject}`]),
      ...related.map(place => `see: ${shownPath(options, place.file)}:${place.range.start.line}: ${place.message}`),
      ...(help === undefined ? [] : [`help: ${help}`]),
      ...fixes.map(({ title, safety }) => `fix (${safety === "safe" ? "--fix" : "--fix --unsafe-fixes"}): ${title}`),
    ];
    return disarm(visible(parts.join(" | ")));
  });
  const total = `${plural(summary.errors, "error")}, ${plural(summary.warnings, "warning")}, ${plural(summary.infos, "info")} in ${summary.errors + summary.warnings + summary.infos === 0 ? plural(summary.files, "file") : placesFound(report, options)}`;
  return `${[...lines, total].join("\n")}\n`;
};
