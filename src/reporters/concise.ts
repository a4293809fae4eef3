import { type Reporter, shownPath } from "./reporter.ts";
import { disarm, visible } from "./visible.ts";

/** `path:line:col: severity rule: message`, one line each, clickable everywhere. */
export const concise: Reporter = (report, options) =>
  report.diagnostics
    .map(({ file, range, severity, ruleId, message, suppressed }) => {
      const place = `${shownPath(options, file)}:${range.start.line}:${range.start.column}`;
      const mark = suppressed === undefined ? "" : ` (ignored by ${suppressed.by})`;
      return `${disarm(visible(`${place}: ${severity} ${ruleId}: ${message}`))}${mark}\n`;
    })
    .join("");
