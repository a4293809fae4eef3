// kprobe-lint merge: the JSON reports of the parts of an input become one, in any format.

import { realpathSync } from "node:fs";
import { isAbsolute, relative, resolve } from "node:path";
import { wantsColor } from "./color.ts";
import type { Report } from "./diagnostic.ts";
import { decode } from "./discover.ts";
import { readBounded, statOf } from "./files.ts";
import { formatsOf } from "./formats.ts";
import { type Environment, EXIT } from "./main.ts";
import { mergeReports, readReport } from "./merge-reports.ts";
import { type Arguments, textOf, UsageError } from "./options.ts";
import type { ReporterOptions } from "./reporters/reporter.ts";
import { quoted } from "./reporters/visible.ts";
import type { AnyRule } from "./rule.ts";
import { failOnOf } from "./run-settings.ts";
import { reasonOf, writeReports } from "./write.ts";

export async function mergeCommand(
  args: Arguments,
  environment: Environment,
  rules: readonly AnyRule[],
): Promise<number> {
  if (args.positionals.length === 0)
    throw new UsageError("merge needs the JSON reports to join: kprobe-lint merge part-*.json");
  const failOn = failOnOf(textOf(args.values, "fail-on")) ?? "error";
  const formats = formatsOf(args, environment);
  const report = mergeReports(args.positionals.map(path => read(path, environment)));
  if (typeof report === "string") throw new UsageError(report);
  const written = await writeReports(
    { shown: report, steady: report },
    formats,
    options(args, environment, rules),
    environment,
  );
  if (!written || report.diagnostics.some(({ ruleId }) => ruleId === "internal-error")) return EXIT.failed;
  const { errors, warnings, infos } = report.summary;
  const counts = { error: errors, warning: errors + warnings, info: errors + warnings + infos, never: 0 };
  return counts[failOn] > 0 ? EXIT.findings : EXIT.ok;
}

function read(path: string, { cwd, stdin }: Environment): Report {
  let text: string;
  try {
    const bytes = path === "-" ? stdin() : readBounded(resolve(cwd, path));
    text = typeof bytes === "string" ? bytes : decode(bytes);
  } catch (error) {
    throw new UsageError(quoted(`cannot read the report ${path}: ${reasonOf(error)}`));
  }
  const report = readReport(text);
  if (typeof report === "string") throw new UsageError(quoted(`${path}: ${report}`));
  return report;
}

function options(args: Arguments, environment: Environment, rules: readonly AnyRule[]): ReporterOptions {
  const { cwd, env, stdout } = environment;
  const color = wantsColor(args, environment, stdout);
  const texts = new Map<string, string | undefined>();
  return {
    color,
    hyperlinks: color && stdout.isTTY,
    width: stdout.columns,
    ascii: env.TERM === "dumb",
    wrap: stdout.isTTY,
    prefix: "",
    textOf: file => {
      if (!texts.has(file)) texts.set(file, manifest(cwd, file));
      return texts.get(file);
    },
    rules,
  };
}

/** A manifest that the report names, where the command runs at the root of the project; a report never leads out of it. */
function manifest(cwd: string, file: string): string | undefined {
  try {
    const way = relative(realpathSync(cwd), realpathSync(resolve(cwd, file)));
    const path = resolve(cwd, file);
    const isReadable = !way.startsWith("..") && !isAbsolute(way) && statOf(path)?.isFile() === true;
    return isReadable ? decode(readBounded(path)) : undefined;
  } catch {
    return undefined;
  }
}
