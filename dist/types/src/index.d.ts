export { rules } from "../rules/index.ts";
export type { Diagnostic, Edit, Fix, Path, Position, Range, Report, Severity, Skipped } from "./diagnostic.ts";
export { type LintInput, type LintResult, lint } from "./lint.ts";
export { REPORTERS as reporters } from "./reporters/index.ts";
export type { Reporter, ReporterOptions } from "./reporters/reporter.ts";
export type { AnyRule as Rule } from "./rule.ts";
export { DEFAULT_SETTINGS, type Settings } from "./settings.ts";
export { VERSION as version } from "./version.ts";
export type { Source } from "./yaml/document.ts";
