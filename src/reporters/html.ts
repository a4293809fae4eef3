// One self-contained page: no network, no script but the page's own (its policy forbids any other), every text of a manifest escaped.

import type { Diagnostic, Range, Report } from "../diagnostic.ts";
import { SCRIPT, SCRIPT_HASH, STYLE } from "./html-page.ts";
import { byFile, plural, type Reporter, type ReporterOptions, shownPath, subjectOf } from "./reporter.ts";
import { disarm, visible, visibleLine } from "./visible.ts";

/** Lines of a frame before and after the place. */
const AROUND = 2;
/** Longer lines are cut around the place. */
const LONGEST = 400;

export const html: Reporter = (report, options) => {
  const lines = linesOf(options);
  const files = [...byFile(report.diagnostics)];
  return `${[
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-${SCRIPT_HASH}'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(titleOf(report))}</title>`,
    `<style>${STYLE}</style>`,
    "</head>",
    "<body>",
    ...summaryOf(report, options),
    "<main>",
    '<h2 id="findings">Findings</h2>',
    report.diagnostics.length === 0 ? "<p>Nothing found.</p>" : "",
    filters(report),
    ...files.map(([file, diagnostics]) => fileOf(shownPath(options, file), diagnostics, lines, options)),
    "</main>",
    ...(options.sections ?? []).map(
      ({ title, html: inner }, index) =>
        `<section><h2 id="part-${index}">${escapeHtml(title)}</h2>\n${inner}\n</section>`,
    ),
    `<script>${SCRIPT}</script>`,
    "</body>",
    "</html>",
  ].join("\n")}\n`;
};

/** Text of a manifest as text of the page. */
export function escapeHtml(text: string): string {
  return escapeVisible(disarm(visible(text)));
}

function escapeVisible(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/'/g, "&#39;")
    .replace(/`/g, "&#96;");
}

function titleOf({ summary }: Report): string {
  return `kprobe-lint: ${plural(summary.errors, "error")}, ${plural(summary.warnings, "warning")}, ${plural(summary.infos, "info")}`;
}

/** The way to what stands below a long list of findings. */
function parts({ sections = [] }: ReporterOptions): string[] {
  if (sections.length === 0) return [];
  const links = sections.map(({ title }, index) => `<a href="#part-${index}">${escapeHtml(title)}</a>`);
  return [`<nav aria-label="Parts of this page"><a href="#findings">Findings</a>${links.join("")}</nav>`];
}

function summaryOf(report: Report, options: ReporterOptions): string[] {
  const { summary, skipped } = report;
  const counts = (["error", "warning", "info"] as const).map(severity => {
    const count = summary[`${severity}s`];
    return `<tr><th scope="row" class="count-${severity}">${severity}</th><td class="n">${count}</td></tr>`;
  });
  const rules = new Map<string, { count: number; diagnostic: Diagnostic }>();
  for (const diagnostic of report.diagnostics) {
    const entry = rules.get(diagnostic.ruleId) ?? { count: 0, diagnostic };
    rules.set(diagnostic.ruleId, { ...entry, count: entry.count + 1 });
  }
  const byRule = [...rules.entries()]
    .sort((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1))
    .map(
      ([id, { count, diagnostic }]) => `<tr><td>${ruleLink(id, diagnostic.url)}</td><td class="n">${count}</td></tr>`,
    );
  return [
    "<header>",
    "<h1>kprobe-lint</h1>",
    `<p class="dim">${plural(summary.files, "file")}, ${plural(summary.documents, "document")}, ${plural(summary.resources, "resource")}; Kubernetes ${escapeHtml(report.kubernetesVersion)}; ${summary.fixable} fixable, ${summary.suppressed} ignored, ${skipped.length} not checked; version ${escapeHtml(report.tool.version)}</p>`,
    `<table><caption class="dim">By severity</caption><tbody>${counts.join("")}</tbody></table>`,
    ...(byRule.length === 0
      ? []
      : [
          `<details><summary>By rule (${byRule.length})</summary><table><thead><tr><th>rule</th><th>findings</th></tr></thead><tbody>${byRule.join("\n")}</tbody></table></details>`,
        ]),
    ...parts(options),
    "</header>",
  ];
}

/** Only addresses of the web; a rule of somebody's own may come with anything. */
function ruleLink(id: string, url: string): string {
  const text = escapeHtml(id);
  return /^https?:\/\//.test(url) ? `<a href="${escapeHtml(url)}" rel="noreferrer">${text}</a>` : text;
}

function filters({ diagnostics }: Report): string {
  const rules = [...new Set(diagnostics.map(({ ruleId }) => ruleId))].sort();
  const namespaces = [...new Set(diagnostics.map(namespaceOf))].sort();
  const boxes = ["error", "warning", "info"].map(
    severity => `<label><input type="checkbox" name="severity" value="${severity}" checked> ${severity}</label>`,
  );
  const options = rules.map(id => `<option value="${escapeHtml(id)}">${escapeHtml(id)}</option>`);
  // The blank in front tells "every namespace" from "none".
  const spaces = namespaces.map(
    name => `<option value=" ${escapeHtml(name)}">${name === "" ? "(none)" : escapeHtml(name)}</option>`,
  );
  return [
    '<form hidden aria-label="Filter findings">',
    `<fieldset><legend>Severity</legend>${boxes.join("")}</fieldset>`,
    `<label>Rule <select name="rule"><option value="">all</option>${options.join("")}</select></label>`,
    `<label>Namespace <select name="namespace"><option value="">all</option>${spaces.join("")}</select></label>`,
    '<label>Search <input type="search" name="search" autocomplete="off"></label>',
    '<input type="reset" value="Reset"> <span id="shown" class="dim" role="status"></span>',
    '<span class="dim keys">Keys: / search, j next, k previous</span>',
    "</form>",
  ].join("\n");
}

function namespaceOf({ resource }: Diagnostic): string {
  return resource?.namespace ?? "";
}

type LinesOf = (file: string) => readonly string[] | undefined;

function linesOf({ textOf }: ReporterOptions): LinesOf {
  const known = new Map<string, readonly string[] | undefined>();
  return file => {
    if (!known.has(file)) known.set(file, textOf(file)?.split(/\r\n|\n|\r/));
    return known.get(file);
  };
}

function fileOf(name: string, diagnostics: readonly Diagnostic[], lines: LinesOf, options: ReporterOptions): string {
  return [
    `<section class="file" aria-label="${escapeHtml(name)}">`,
    ...diagnostics.map(diagnostic => finding(diagnostic, lines, options)),
    "</section>",
  ].join("\n");
}

function finding(diagnostic: Diagnostic, lines: LinesOf, options: ReporterOptions): string {
  const { severity, ruleId, url, message, file, range, related, help, fixes, suppressed } = diagnostic;
  const subject = subjectOf(diagnostic);
  const place = `${shownPath(options, file)}:${range.start.line}:${range.start.column}`;
  return [
    `<article class="finding ${severity}" tabindex="-1" data-severity="${severity}" data-rule="${escapeHtml(ruleId)}" data-namespace="${escapeHtml(namespaceOf(diagnostic))}">`,
    `<h3><span class="severity">${severity}</span> ${ruleLink(ruleId, url)}: ${escapeHtml(message)}</h3>`,
    `<p class="place">${escapeHtml(place)}${subject === "" ? "" : ` · ${escapeHtml(subject)}`}</p>`,
    frame(lines(file), range),
    ...related.map(
      other =>
        `<p class="place">${escapeHtml(`${shownPath(options, other.file)}:${other.range.start.line}`)}: ${escapeHtml(other.message)}</p>${frame(lines(other.file), other.range)}`,
    ),
    ...(help === undefined ? [] : [`<p>${escapeHtml(help)}</p>`]),
    ...fixes.map(
      ({ title, safety }) =>
        `<p>Fix: ${escapeHtml(title)} <span class="dim">(${safety === "safe" ? "--fix" : "--fix --unsafe-fixes"})</span></p>`,
    ),
    ...(suppressed === undefined
      ? []
      : [
          `<p class="dim">Ignored by ${suppressed.by}${suppressed.reason === undefined ? "" : `: ${escapeHtml(suppressed.reason)}`}</p>`,
        ]),
    "</article>",
  ].join("\n");
}

function frame(lines: readonly string[] | undefined, { start, end }: Range): string {
  if (lines === undefined) return "";
  const first = Math.max(1, start.line - AROUND);
  const last = Math.min(lines.length, start.line + AROUND);
  const width = String(last).length;
  const rows: string[] = [];
  for (let number = first; number <= last; number++) {
    const text = lines[number - 1] ?? "";
    const shown =
      number === start.line
        ? marked(text, start.column - 1, end.line === start.line ? end.column - 1 : text.length)
        : escapeLine(text.slice(0, LONGEST));
    rows.push(`<span class="number">${String(number).padStart(width)} | </span>${shown}`);
  }
  return `<pre><code>${rows.join("\n")}</code></pre>`;
}

function escapeLine(text: string): string {
  return escapeVisible(visibleLine(text).replace(/##(?=\[|vso\[)/gi, "# "));
}

function marked(text: string, start: number, end: number): string {
  const left = Math.max(0, start - LONGEST / 2);
  const right = Math.min(text.length, Math.max(end, start) + LONGEST / 2, start + LONGEST);
  const to = Math.min(Math.max(end, start), right);
  const place = text.slice(start, to);
  return `${left > 0 ? "…" : ""}${escapeLine(text.slice(left, start))}<mark>${place === "" ? " " : escapeLine(place)}</mark>${escapeLine(text.slice(to, right))}${right < text.length ? "…" : ""}`;
}
