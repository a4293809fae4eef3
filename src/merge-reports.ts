// The JSON reports of the parts of an input (`--shard`) -> the report of the whole.

import {
  compareDiagnostics,
  compareSkipped,
  type Diagnostic,
  type Position,
  type Report,
  type Severity,
  type Skipped,
} from "./diagnostic.ts";

/** A report, or a sentence about what is wrong with it. */
export function readReport(text: string): Report | string {
  let value: unknown;
  try {
    value = JSON.parse(text.startsWith("\ufeff") ? text.slice(1) : text);
  } catch {
    return "this is no JSON";
  }
  if (!isObject(value) || !isObject(value.tool) || value.tool.name !== "kprobe-lint")
    return "this is no report of kprobe-lint; --format json writes one";
  if (value.version === undefined) return "its format has no version";
  if (value.version !== 1) return `its format has version ${JSON.stringify(value.version)}; this build reads version 1`;
  const { diagnostics, skipped, summary } = value;
  if (!isVersion(value.kubernetesVersion) || !isVersion(value.tool.version) || !isSummary(summary))
    return "its head is damaged";
  if (!Array.isArray(diagnostics) || !Array.isArray(skipped)) return "its list of diagnostics is damaged";
  const odd = diagnostics.findIndex(item => !isDiagnostic(item));
  if (odd >= 0) return `its diagnostic ${odd + 1} is damaged`;
  if (!skipped.every(isSkipped)) return "its list of skipped files is damaged";
  return value as unknown as Report;
}

/** One report of several; a sentence when they are not of one kind. The same diagnostic in two of them is one. */
export function mergeReports(reports: readonly Report[]): Report | string {
  const [first, ...others] = reports;
  if (first === undefined) return "there is no report to merge";
  for (const other of others) {
    if (other.tool.version !== first.tool.version)
      return `the reports are of two versions of kprobe-lint, ${first.tool.version} and ${other.tool.version}`;
    if (other.kubernetesVersion !== first.kubernetesVersion)
      return `the reports are for two versions of Kubernetes, ${first.kubernetesVersion} and ${other.kubernetesVersion}`;
  }
  const diagnostics = joined(reports.map(report => report.diagnostics)).sort(compareDiagnostics);
  const counted = diagnostics.filter(({ suppressed }) => suppressed === undefined);
  const sum = (name: keyof Report["summary"]) => reports.reduce((total, { summary }) => total + summary[name], 0);
  const count = (severity: Severity) => counted.filter(diagnostic => diagnostic.severity === severity).length;
  return {
    version: 1,
    tool: first.tool,
    kubernetesVersion: first.kubernetesVersion,
    summary: {
      files: sum("files"),
      documents: sum("documents"),
      resources: sum("resources"),
      errors: count("error"),
      warnings: count("warning"),
      infos: count("info"),
      suppressed: sum("suppressed"),
      fixable: counted.filter(({ fixes }) => fixes.some(({ safety }) => safety === "safe")).length,
      durationMs: sum("durationMs"),
    },
    diagnostics,
    skipped: joined<Skipped>(reports.map(report => report.skipped)).sort(compareSkipped),
  };
}

/** All items of all reports; of what two reports say, only what the first of them says. Within one report nothing is the same by mistake. */
function joined<T>(lists: readonly (readonly T[])[]): T[] {
  const known = new Set<string>();
  return lists.flatMap(list => {
    const keyed = list.map(item => ({ item, key: JSON.stringify(item) }));
    const fresh = keyed.filter(({ key }) => !known.has(key));
    for (const { key } of fresh) known.add(key);
    return fresh.map(({ item }) => item);
  });
}

const SUMMARY = [
  "files",
  "documents",
  "resources",
  "errors",
  "warnings",
  "infos",
  "suppressed",
  "fixable",
  "durationMs",
];

function isSummary(value: unknown): boolean {
  return isObject(value) && SUMMARY.every(name => Number.isFinite(value[name]));
}

/** A number of parts; it is printed as it is. */
function isVersion(value: unknown): boolean {
  return typeof value === "string" && /^\d[\w.+-]{0,99}$/.test(value);
}

const TEXTS: readonly (keyof Diagnostic)[] = ["ruleId", "message", "url", "file", "fingerprint"];
const SEVERITIES: readonly unknown[] = ["error", "warning", "info"] satisfies Severity[];

function isDiagnostic(value: unknown): boolean {
  return (
    isObject(value) &&
    TEXTS.every(name => typeof value[name] === "string") &&
    // What a rule is called, and where its page lies, is printed as it is.
    /^[!-~]{1,200}$/.test(String(value.ruleId)) &&
    /^https?:\/\/[!-~]{1,2000}$/.test(String(value.url)) &&
    SEVERITIES.includes(value.severity) &&
    isRange(value.range) &&
    Number.isInteger(value.document) &&
    Array.isArray(value.path) &&
    isTextOrNone(value.help) &&
    (value.resource === undefined || isResource(value.resource)) &&
    isListOf(
      value.related,
      item => typeof item.file === "string" && typeof item.message === "string" && isRange(item.range),
    ) &&
    isListOf(value.fixes, fix => typeof fix.title === "string" && isListOf(fix.edits, isEdit)) &&
    (value.suppressed === undefined || (isObject(value.suppressed) && isTextOrNone(value.suppressed.reason)))
  );
}

function isResource(value: unknown): boolean {
  if (!isObject(value) || typeof value.kind !== "string") return false;
  return ["apiVersion", "namespace", "name", "container"].every(name => isTextOrNone(value[name]));
}

function isEdit({ file, start, end, text }: Readonly<Record<string, unknown>>): boolean {
  return typeof file === "string" && Number.isInteger(start) && Number.isInteger(end) && typeof text === "string";
}

function isRange(value: unknown): boolean {
  return isObject(value) && isPosition(value.start) && isPosition(value.end);
}

function isPosition(value: unknown): value is Position {
  return isObject(value) && ["line", "column", "offset"].every(name => Number.isInteger(value[name]));
}

function isSkipped(value: unknown): boolean {
  return (
    isObject(value) && typeof value.file === "string" && typeof value.reason === "string" && isTextOrNone(value.detail)
  );
}

function isListOf(value: unknown, isItem: (item: Readonly<Record<string, unknown>>) => boolean): boolean {
  return Array.isArray(value) && value.every(item => isObject(item) && isItem(item));
}

function isTextOrNone(value: unknown): boolean {
  return value === undefined || typeof value === "string";
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
