import type { Reporter } from "./reporter.ts";
import { visible } from "./visible.ts";

/** `path:line:col: severity rule: message`, one line each, clickable everywhere. */
export const concise: Reporter = (report, { prefix }) =>
  report.diagnostics
    .map(({ file, range, severity, ruleId, message }) => {
      const place = `${prefix}${file}:${range.start.line}:${range.start.column}`;
      return `${visible(place)}: ${severity} ${ruleId}: ${visible(message)}\n`;
    })
    .join("");
