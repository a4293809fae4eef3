// The report as Markdown: a table for a job summary or a comment. Text of manifests is code, never markup.

import type { Diagnostic, Severity } from "../diagnostic.ts";
import { counted, placesFound, plural, type Reporter, type ReporterOptions, shownPath } from "./reporter.ts";
import { disarm, visible } from "./visible.ts";

/** $GITHUB_STEP_SUMMARY takes 1 MiB; rows beyond this many bytes are counted instead. */
const LIMIT = 900_000;
const SIGN: Record<Severity, string> = { error: "❌ error", warning: "⚠️ warning", info: "ℹ️ info" };

export const markdown: Reporter = (report, options) => {
  const { summary } = report;
  const diagnostics = counted(report);
  const places = diagnostics.length === 0 ? plural(summary.files, "file") : placesFound(report, options);
  const looked = `${places} (${plural(summary.resources, "resource")})`;
  const head = [
    "## kprobe-lint",
    "",
    diagnostics.length === 0
      ? `Nothing found in ${looked}.`
      : `**${plural(summary.errors, "error")}**, ${plural(summary.warnings, "warning")}, ${plural(summary.infos, "info")} in ${looked}.`,
    "",
  ];
  if (diagnostics.length === 0) return head.join("\n");
  const rows: string[] = [];
  let size = 0;
  for (const diagnostic of [...diagnostics].sort(bySeverity)) {
    const row = rowOf(diagnostic, options);
    size += Buffer.byteLength(row) + 1;
    if (size > LIMIT) break;
    rows.push(row);
  }
  const left = diagnostics.length - rows.length;
  const table = ["| | place | rule | |", "| --- | --- | --- | --- |", ...rows];
  return `${[...head, ...table, ...(left > 0 ? ["", `… and ${left} more.`] : [])].join("\n")}\n`;
};

function bySeverity(a: Diagnostic, b: Diagnostic): number {
  const rank = { error: 0, warning: 1, info: 2 };
  return rank[a.severity] - rank[b.severity];
}

function rowOf({ severity, file, range, ruleId, message, url }: Diagnostic, options: ReporterOptions): string {
  return `| ${SIGN[severity]} | ${code(`${shownPath(options, file)}:${range.start.line}`)} | [${ruleId}](${url}) | ${prose(message)} |`;
}

/** Inline code that no backtick inside can end, safe in a table cell. */
function code(text: string): string {
  const clean = disarm(visible(text)).replace(/\|/g, "\\|");
  const ticks = Math.max(0, ...[...clean.matchAll(/`+/g)].map(([run]) => run.length)) + 1;
  const fence = "`".repeat(ticks);
  return ticks > 1 ? `${fence} ${clean} ${fence}` : `${fence}${clean}${fence}`;
}

/** A message as plain text: every character that Markdown or HTML would act on is escaped; no address becomes a link, no name a mention. */
export function prose(text: string): string {
  return disarm(visible(text))
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/([\\`*_{}[\]()#+!|~])/g, "\\$1")
    .replace(/@/g, "&#64;&#8288;")
    .replace(/:(?=\/\/)/g, "&#58;")
    .replace(/www(?=\.)/gi, "$&&#8288;");
}
