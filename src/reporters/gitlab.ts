// GitLab's code quality report. `check_name` is not shown there, so the description begins with it; fingerprints must be unique.

import type { Severity } from "../diagnostic.ts";
import { counted, hostPath, type Reporter } from "./reporter.ts";
import { jsonText, visible } from "./visible.ts";

const SEVERITY: Record<Severity, string> = { error: "major", warning: "minor", info: "info" };

export const gitlab: Reporter = (report, options) => {
  const seen = new Map<string, number>();
  const unique = (fingerprint: string) => {
    const before = seen.get(fingerprint) ?? 0;
    seen.set(fingerprint, before + 1);
    return before === 0 ? fingerprint : `${fingerprint}-${before + 1}`;
  };
  return jsonText(
    counted(report).map(({ ruleId, severity, message, file, range, fingerprint }) => ({
      description: visible(`${ruleId}: ${message}`),
      check_name: ruleId,
      fingerprint: unique(fingerprint),
      severity: SEVERITY[severity],
      location: {
        path: hostPath(options, file),
        positions: {
          begin: { line: range.start.line, column: range.start.column },
          end: { line: range.end.line, column: range.end.column },
        },
      },
    })),
  );
};
