// The main job: find the sources, lint them, write the report in every format asked for, and judge.

import { writeFileSync } from "node:fs";
import { wantsColor } from "./color.ts";
import { ruleNamed } from "./commands.ts";
import type { Report, Severity } from "./diagnostic.ts";
import { type Discovered, discover, displayPrefix } from "./discover.ts";
import { type LintResult, lint } from "./lint.ts";
import { type Environment, EXIT } from "./main.ts";
import { nearestTo } from "./nearest.ts";
import { type Arguments, listOf, textOf, UsageError } from "./options.ts";
import { REPORTERS } from "./reporters/index.ts";
import type { ReporterOptions } from "./reporters/reporter.ts";
import type { AnyRule } from "./rule.ts";
import {
  DEFAULT_SETTINGS,
  NEWEST_MINOR,
  OLDEST_MINOR,
  type PresetName,
  type RuleSetting,
  type Settings,
} from "./settings.ts";
import type { Node } from "./yaml/node.ts";

export async function lintCommand(
  args: Arguments,
  environment: Environment,
  rules: readonly AnyRule[],
): Promise<number> {
  const settings = settingsOf(args, rules);
  const formats = formatsOf(args, environment);
  const failOn = failOnOf(args);
  const found = await discover(requestOf(args, environment));
  for (const problem of found.unreadable) environment.stderr.write(`kprobe-lint: ${problem}\n`);
  if (found.sources.length === 0 && found.unreadable.length === 0) return unmatched(args, environment);
  if (args.values["show-files"] === true) return showFiles(found, environment);

  const { report, faults, timer, files } = await lint({
    sources: found.sources,
    ...(found.context === undefined ? {} : { context: found.context }),
    kustomizations: found.kustomizations,
    skipped: found.skipped,
    settings,
    rules,
    now: environment.now,
  });
  if (args.values["show-objects"] === true)
    return showObjects(files, environment, (await import("./yaml/json.ts")).toJson);
  const shown =
    args.values.quiet === true
      ? { ...report, diagnostics: report.diagnostics.filter(({ severity }) => severity === "error") }
      : report;
  const steady = args.values.timing === true ? shown : { ...shown, summary: { ...shown.summary, durationMs: 0 } };
  const written = await write(
    { shown, steady },
    formats,
    reporterOptions(args, environment, found, files, rules),
    environment,
  );
  if (args.values.timing === true) environment.stderr.write(timingTable(timer));
  if (args.values.statistics === true) environment.stderr.write(statistics(report));
  if (faults > 0 || found.unreadable.length > 0 || !written) return EXIT.failed;
  return judge(report, failOn, args);
}

function requestOf(args: Arguments, environment: Environment): Parameters<typeof discover>[0] {
  const { values } = args;
  const stdinFilename = textOf(values, "stdin-filename");
  return {
    cwd: environment.cwd,
    paths: args.positionals,
    stdin: environment.stdin,
    ...(stdinFilename === undefined ? {} : { stdinFilename }),
    exclude: listOf(values, "exclude"),
    context: values["no-context"] === true ? false : (textOf(values, "context") ?? true),
    maxFileSize: numberOf(args, "max-file-size") ?? 64 * 1024 * 1024,
  };
}

function unmatched(args: Arguments, environment: Environment): number {
  const paths = args.positionals.length === 0 ? "." : args.positionals.join(" ");
  environment.stderr.write(`kprobe-lint: no manifest found in ${paths} (looked for .yaml, .yml and .json)\n`);
  return args.values["no-error-on-unmatched"] === true ? EXIT.ok : EXIT.failed;
}

function numberOf(args: Arguments, name: string): number | undefined {
  const text = textOf(args.values, name);
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new UsageError(`--${name} is a whole number, not "${text}"`);
  return Number(text);
}

/** Settings from the flags. Throws UsageError with the nearest name for what is not known. */
function settingsOf(args: Arguments, rules: readonly AnyRule[]): Settings {
  const { values } = args;
  const ids = (name: string) => listOf(values, name).map(id => ruleNamed(id, rules).id);
  return {
    ...DEFAULT_SETTINGS,
    minor: minorOf(textOf(values, "kubernetes-version")),
    preset: presetOf(textOf(values, "preset")),
    select: ids("select"),
    ignore: ids("ignore"),
    rules: ruleSettings(listOf(values, "rule"), rules),
    namespace: textOf(values, "namespace") ?? "default",
    complete: values.complete === true,
    inlineIgnore: values["no-inline-ignore"] !== true,
    includeSuppressed: values["include-suppressed"] === true,
  };
}

function minorOf(text: string | undefined): number {
  if (text === undefined) return NEWEST_MINOR;
  const minor = Number(/^v?1\.(\d+)(\.\d+)?$/.exec(text)?.[1] ?? Number.NaN);
  if (minor >= OLDEST_MINOR && minor <= NEWEST_MINOR) return minor;
  throw new UsageError(`--kubernetes-version is 1.${OLDEST_MINOR} to 1.${NEWEST_MINOR}, not "${text}"`);
}

function presetOf(text: string | undefined): PresetName {
  if (text === undefined) return "recommended";
  if (text === "recommended" || text === "strict" || text === "all") return text;
  throw new UsageError(`no preset is called "${text}"; there are recommended, strict and all`);
}

const SEVERITIES = ["error", "warning", "info"] as const;

function ruleSettings(pairs: readonly string[], rules: readonly AnyRule[]): Record<string, RuleSetting> {
  return Object.fromEntries(
    pairs.map(pair => {
      const [id = "", severity = ""] = pair.split("=");
      const known = [...SEVERITIES, "off"] as const;
      const given = known.find(word => word === severity);
      if (given === undefined) throw new UsageError(`--rule is ID=off, info, warning or error, not "${pair}"`);
      return [ruleNamed(id, rules).id, { severity: given }];
    }),
  );
}

function failOnOf(args: Arguments): Severity | "never" {
  const text = textOf(args.values, "fail-on") ?? "error";
  const known = [...SEVERITIES, "never"] as const;
  const given = known.find(word => word === text);
  if (given === undefined) throw new UsageError(`--fail-on is error, warning, info or never, not "${text}"`);
  return given;
}

interface Format {
  readonly name: string;
  readonly path: string | undefined;
  /** The file belongs to others too: the job summary. */
  readonly append?: boolean;
}

function formatsOf(args: Arguments, { env }: Environment): Format[] {
  const given = listOf(args.values, "format");
  const texts = given.length > 0 ? given : [env.KPROBE_LINT_FORMAT ?? "auto"];
  return texts.flatMap(text => {
    const at = text.indexOf("=");
    const name = at < 0 ? text : text.slice(0, at);
    if (name === "auto") return automatic(env);
    if (REPORTERS[name] !== undefined) return [{ name, path: at < 0 ? undefined : text.slice(at + 1) }];
    const near = nearestTo(name, Object.keys(REPORTERS));
    throw new UsageError(
      `no format is called "${name}"; ${near === undefined ? `there are ${Object.keys(REPORTERS).join(", ")}` : `did you mean "${near}"?`}`,
    );
  });
}

/** `pretty`; on GitHub Actions also annotations and the job summary. */
function automatic(env: Environment["env"]): Format[] {
  const pretty = { name: "pretty", path: undefined };
  if (env.GITHUB_ACTIONS !== "true") return [pretty];
  const summary = env.GITHUB_STEP_SUMMARY;
  return [
    pretty,
    { name: "github", path: undefined },
    ...(summary ? [{ name: "markdown", path: summary, append: true }] : []),
  ];
}

function reporterOptions(
  args: Arguments,
  environment: Environment,
  found: Discovered,
  files: LintResult["files"],
  rules: readonly AnyRule[],
): ReporterOptions {
  const texts = new Map(files.map(({ source }) => [source.path, source.text]));
  for (const { path, text } of found.context ?? []) texts.set(path, text);
  const color = wantsColor(args, environment, environment.stdout);
  return {
    color,
    hyperlinks: color && environment.stdout.isTTY,
    width: environment.stdout.columns,
    ascii: environment.env.TERM === "dumb",
    prefix: displayPrefix(environment.cwd, found.root),
    textOf: file => texts.get(file),
    rules,
  };
}

/** Writes every format (all but `pretty` without the duration, so that the same input gives the same bytes); false when one of the files could not be written, after the others and standard output were. */
async function write(
  { shown, steady }: { shown: Report; steady: Report },
  formats: readonly Format[],
  options: ReporterOptions,
  environment: Environment,
): Promise<boolean> {
  let ok = true;
  for (const { name, path, append } of formats) {
    const reporter = await REPORTERS[name]?.();
    if (reporter === undefined) continue;
    const text = reporter(
      name === "pretty" ? shown : steady,
      path === undefined ? options : { ...options, color: false, hyperlinks: false },
    );
    if (path === undefined) environment.stdout.write(text);
    else {
      try {
        writeFileSync(path, text, { flag: append === true ? "a" : "w" });
      } catch (error) {
        environment.stderr.write(
          `kprobe-lint: cannot write ${path}: ${error instanceof Error ? error.message : String(error)}\n`,
        );
        ok = false;
      }
    }
  }
  return ok;
}

function judge({ summary }: Report, failOn: Severity | "never", args: Arguments): number {
  const maxWarnings = numberOf(args, "max-warnings");
  if (maxWarnings !== undefined && summary.warnings > maxWarnings) return EXIT.findings;
  const counts = {
    error: summary.errors,
    warning: summary.errors + summary.warnings,
    info: summary.errors + summary.warnings + summary.infos,
  };
  return failOn !== "never" && counts[failOn] > 0 ? EXIT.findings : EXIT.ok;
}

function showFiles(found: Discovered, { stdout, cwd }: Environment): number {
  const prefix = displayPrefix(cwd, found.root);
  stdout.write(found.sources.map(({ path }) => `${prefix}${path}\n`).join(""));
  return EXIT.ok;
}

/** Every document of the input as the API server's YAML reader takes it. */
function showObjects(
  files: LintResult["files"],
  { stdout, stderr }: Environment,
  toJson: (node: Node) => string,
): number {
  let broken = false;
  for (const { source, documents } of files) {
    for (const { document } of documents) {
      if (document.root !== undefined) stdout.write(`${toJson(document.root)}\n`);
      const problem = document.problems.find(
        ({ severity, ruleId }) => severity === "error" && ruleId !== "yaml-duplicate-key",
      );
      if (document.root === undefined && problem !== undefined) {
        broken = true;
        stderr.write(`kprobe-lint: ${source.path}: document ${document.index}: ${problem.message}\n`);
      }
    }
  }
  return broken ? EXIT.findings : EXIT.ok;
}

function timingTable({ stages }: LintResult["timer"]): string {
  return [...stages]
    .map(([stage, milliseconds]) => `${stage.padEnd(10)}${milliseconds.toFixed(1).padStart(9)} ms\n`)
    .join("");
}

function statistics(report: Report): string {
  const counts = new Map<string, number>();
  for (const { ruleId } of report.diagnostics) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([id, count]) => `${String(count).padStart(6)}  ${id}\n`)
    .join("");
}
