// The main job: find the sources, lint them, write the report in every format asked for, and judge.

import { isAbsolute } from "node:path";
import type { Baseline } from "./baseline.ts";
import { committed, narrowed } from "./changes.ts";
import { wantsColor } from "./color.ts";
import type { Changes } from "./command-fix.ts";
import { printedConfig } from "./config-print.ts";
import type { Report } from "./diagnostic.ts";
import { type Discovered, discover, displayPrefix, gitRootOf } from "./discover.ts";
import { isPart } from "./focus.ts";
import { formatsOf } from "./formats.ts";
import { type LintInput, type LintResult, lint } from "./lint.ts";
import { type Environment, EXIT } from "./main.ts";
import { seenFrom, sourcesOf } from "./more-sources.ts";
import { choiceOf } from "./narrow.ts";
import { type Arguments, numberOf, textOf } from "./options.ts";
import type { Progress } from "./progress.ts";
import { type ReporterOptions, shownPath } from "./reporters/reporter.ts";
import { quoted } from "./reporters/visible.ts";
import type { AnyRule } from "./rule.ts";
import { type RunSettings, runSettings, wantsChanges } from "./run-settings.ts";
import { type FailOn, isActive } from "./settings.ts";
import { Timer, type Watch } from "./timing.ts";
import { writeReports } from "./write.ts";
import type { Source } from "./yaml/document.ts";

export async function lintCommand(args: Arguments, given: Environment, builtIn: readonly AnyRule[]): Promise<number> {
  const progress = given.stderr.isTTY ? new (await import("./progress.ts")).Progress(given) : undefined;
  try {
    return await lintWatched(args, progress?.environment ?? given, builtIn, progress);
  } finally {
    progress?.clear();
  }
}

async function lintWatched(
  args: Arguments,
  environment: Environment,
  builtIn: readonly AnyRule[],
  progress: Progress | undefined,
): Promise<number> {
  const run = await runSettings(args, environment, builtIn);
  const { settings, failOn, rules } = run;
  if (args.values["print-config"] === true) return printConfig(run, environment, rules);
  wantsChanges(args);
  const formats = formatsOf(args, environment);
  const maxWarnings = numberOf(args, "max-warnings");
  const outer = new Timer(environment.now, progress?.watch);
  const found = await outer.time("discover", () => discover(requestOf(args, environment, run)));
  for (const problem of found.unreadable) environment.stderr.write(`kprobe-lint: ${quoted(problem)}\n`);
  if (found.sources.length === 0 && found.unreadable.length > 0) return EXIT.failed;
  if (found.sources.length === 0 && !found.askedKustomizations && !found.isNarrowed)
    return unmatched(args, environment);
  if (args.values["show-files"] === true) return showFiles(found, environment);

  if (args.values["show-objects"] === true)
    return (await import("./command-objects.ts")).showObjects([...found.sources, ...found.kustomizations], environment);

  progress?.expect(found.sources);
  const { result, changes } = await work(args, environment, found, { ...run, watch: progress?.watch });
  const { report, faults, timer, files } = result;
  environment.observe?.(report);
  const sections = formats.some(({ name }) => name === "html")
    ? (await import("./sections.ts")).sectionsOf(result.graphs, new Set(files.map(({ source }) => source.path)))
    : [];
  const options = reporterOptions(args, environment, {
    sections,
    found,
    files,
    rules: rules.filter(rule => isActive(rule, settings)),
    complete: settings.complete,
    ...(run.policies && { more: (await import("./policy/own.ts")).textsIn(run.policies, found.root) }),
  });
  const written =
    changes?.isDiff ||
    (await outer.time("write", () => writeReports(shownOf(report, args), formats, options, environment)));
  if (args.values.timing === true) environment.stderr.write(timingTable(outer, timer));
  if (args.values.statistics === true) environment.stderr.write(statistics(report));
  if (faults > 0 || found.unreadable.length > 0 || !written || changes?.failed) return EXIT.failed;
  return judge(report, failOn, maxWarnings);
}

/** Lints, with all that is to be changed on the way: files, and the baseline. */
async function work(
  args: Arguments,
  environment: Environment,
  found: Discovered,
  { settings, rules, policies: own, watch }: RunSettings & { readonly watch: Watch | undefined },
): Promise<{ result: LintResult; changes: Changes | undefined }> {
  const { values } = args;
  const policies = own && seenFrom(found.root, own.sources);
  const notes = own && (await (await import("./policies.ts")).ofSettings(own, found.root, settings));
  const crds = await sourcesOf("crd", args, environment);
  const definitions = crds && seenFrom(found.root, crds);
  const earlier = earlierOf(found);
  const choose = choiceOf(found, { settings, rules, policies, definitions, earlier });
  const lintWith = (sources: readonly Source[], baseline: Baseline | undefined) =>
    lint({
      ...inputOf(found),
      before: earlier,
      choose,
      policies,
      notes,
      definitions,
      sources,
      settings,
      rules,
      baseline,
      now: environment.now,
      watch,
    });
  const wantsBaseline = ["baseline", "write-baseline", "prune-baseline"].some(name => values[name] !== undefined);
  const known = wantsBaseline
    ? await (await import("./command-baseline.ts")).BaselineFile.open(args, environment, found)
    : undefined;
  const lintSources = (sources: readonly Source[]) => lintWith(sources, known?.baseline);
  const changes = wantsChanges(args)
    ? await (await import("./command-fix.ts")).changeFiles(args, environment, found, lintSources)
    : undefined;
  const result = changes?.result ?? (await lintSources(found.sources));
  if (known?.isToBeWritten) {
    const sources = result.files.map(({ source }) => source);
    return { result: await lintWith(sources, known.write(result)), changes };
  }
  known?.review(result, found, { settings, rules });
  return { result, changes };
}

/** What formats show: without the lesser severities where `--quiet` says so, and without the duration where bytes are to be the same. */
function shownOf(report: Report, { values }: Arguments): { shown: Report; steady: Report } {
  const shown =
    values.quiet === true
      ? { ...report, diagnostics: report.diagnostics.filter(({ severity }) => severity === "error") }
      : report;
  return { shown, steady: values.timing === true ? shown : { ...shown, summary: { ...shown.summary, durationMs: 0 } } };
}

function inputOf(found: Discovered): Partial<LintInput> {
  const { context, kustomizations, skipped, askedKustomizations, elsewhere } = found;
  return {
    ...(context === undefined ? {} : { context }),
    kustomizations,
    skipped,
    // Parts of one input together say what one run says, also what only a look at everything can tell.
    isWhole: askedKustomizations || elsewhere.size > 0,
  };
}

/** With more files than this nobody has one of them before his eyes. */
const EDITED = 20;

/** What the asked files were before they were edited: objects elsewhere may have to do with a name that is gone. */
function earlierOf(found: Discovered): readonly Source[] {
  const { before, root, sources } = found;
  if (before !== undefined) return before.sources;
  if (!isPart(inputOf(found)) || sources.length > EDITED) return [];
  return committed(
    root,
    sources.map(({ path }) => path),
  );
}

function printConfig(run: RunSettings, { stdout, stderr }: Environment, rules: readonly AnyRule[]): number {
  stderr.write(`kprobe-lint: ${run.configPath ?? "no configuration file"}\n`);
  stdout.write(printedConfig(run, rules));
  return EXIT.ok;
}

function requestOf(
  args: Arguments,
  environment: Environment,
  { exclude, include, configRoot, settings }: RunSettings,
): Parameters<typeof discover>[0] {
  const { values } = args;
  const stdinFilename = textOf(values, "stdin-filename");
  return {
    cwd: environment.cwd,
    paths: args.positionals,
    stdin: environment.stdin,
    ...(stdinFilename === undefined ? {} : { stdinFilename }),
    exclude,
    ...(include === undefined ? {} : { include }),
    ...(configRoot === undefined ? {} : { configRoot }),
    context: values["no-context"] === true ? false : (textOf(values, "context") ?? true),
    ...narrowed(args, environment.cwd),
    maxFileSize: settings.limits.size,
  };
}

function unmatched(args: Arguments, environment: Environment): number {
  const paths = args.positionals.length === 0 ? "." : args.positionals.join(" ");
  environment.stderr.write(`kprobe-lint: no manifest found in ${quoted(paths)} (looked for .yaml, .yml and .json)\n`);
  return args.values["no-error-on-unmatched"] === true ? EXIT.ok : EXIT.failed;
}

function reporterOptions(
  args: Arguments,
  environment: Environment,
  run: {
    readonly found: Discovered;
    readonly files: LintResult["files"];
    readonly rules: readonly AnyRule[];
    readonly complete: boolean;
    /** Texts of other files that something may be said of. */
    readonly more?: ReadonlyMap<string, string>;
    readonly sections: NonNullable<ReporterOptions["sections"]>;
  },
): ReporterOptions {
  const { found, files, rules } = run;
  const texts = new Map([...(run.more ?? []), ...files.map(({ source }) => [source.path, source.text] as const)]);
  for (const { path, text } of found.context ?? []) texts.set(path, text);
  const color = wantsColor(args, environment, environment.stdout);
  return {
    color,
    hyperlinks: color && environment.stdout.isTTY,
    width: environment.stdout.columns,
    ascii: environment.env.TERM === "dumb",
    wrap: environment.stdout.isTTY,
    ...placesFrom(environment.cwd, found.root),
    ...hostPrefix(environment, found.root),
    files: files.map(({ source }) => source.path),
    withoutContext: found.context === undefined && !run.complete,
    textOf: file => texts.get(file),
    sections: run.sections,
    ...(environment.changedFiles && { changed: namesIn(found.root, environment.changedFiles) }),
    rules,
  };
}

/** Paths are shown as they are written where the command runs. */
function placesFrom(cwd: string, root: string): Pick<ReporterOptions, "prefix" | "here"> {
  const here = displayPrefix(root, cwd);
  const isBelow = !here.startsWith("../") && !isAbsolute(here);
  return { prefix: displayPrefix(cwd, root), ...(isBelow && { here }) };
}

function namesIn(root: string, files: ReadonlySet<string>): Set<string> {
  const prefix = `${root}/`;
  return new Set([...files].flatMap(file => (file.startsWith(prefix) ? file.slice(prefix.length) : [])));
}

/** From the root of the checkout to the project: code hosts know files by where they lie in the repository. */
function hostPrefix({ cwd, env }: Environment, root: string): Pick<ReporterOptions, "hostPrefix"> {
  const checkout = env.GITHUB_WORKSPACE || env.CI_PROJECT_DIR || env.BUILD_SOURCESDIRECTORY || (gitRootOf(root) ?? cwd);
  const prefix = displayPrefix(checkout, root);
  return prefix.startsWith("../") ? {} : { hostPrefix: prefix };
}

function judge({ summary }: Report, failOn: FailOn, maxWarnings: number | undefined): number {
  if (maxWarnings !== undefined && summary.warnings > maxWarnings) return EXIT.findings;
  const counts = {
    error: summary.errors,
    warning: summary.errors + summary.warnings,
    info: summary.errors + summary.warnings + summary.infos,
  };
  return failOn !== "never" && counts[failOn] > 0 ? EXIT.findings : EXIT.ok;
}

function showFiles(found: Discovered, { stdout, cwd }: Environment): number {
  const places = placesFrom(cwd, found.root);
  stdout.write(found.sources.map(({ path }) => `${quoted(shownPath(places, path))}\n`).join(""));
  return EXIT.ok;
}

/** Stages in the order they began; the outer ones begin before and after all others. */
function timingTable(outer: Timer, { stages }: Timer): string {
  const { discover = 0, write = 0 } = Object.fromEntries(outer.stages);
  const rows: [string, number][] = [["discover", discover], ...stages, ["write", write], ["total", outer.total()]];
  return rows.map(([stage, milliseconds]) => `${stage.padEnd(10)}${milliseconds.toFixed(1).padStart(9)} ms\n`).join("");
}

function statistics(report: Report): string {
  const counts = new Map<string, number>();
  const reported = report.diagnostics.filter(({ suppressed }) => suppressed === undefined);
  for (const { ruleId } of reported) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([id, count]) => `${String(count).padStart(6)}  ${id}\n`)
    .join("");
}
