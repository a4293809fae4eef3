// `--baseline`, `--write-baseline` and `--prune-baseline`.

import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import {
  type Baseline,
  type BaselineEntry,
  baselineOf,
  baselineText,
  DEFAULT_BASELINE,
  pruned,
  readBaseline,
} from "./baseline.ts";
import { complaintError } from "./config.ts";
import { type Discovered, decode } from "./discover.ts";
import { readBounded } from "./files.ts";
import type { LintResult } from "./lint.ts";
import type { Environment } from "./main.ts";
import { type Arguments, textOf, UsageError } from "./options.ts";
import { quoted } from "./reporters/visible.ts";
import type { AnyRule } from "./rule.ts";
import { isActive, type Settings } from "./settings.ts";
import { reasonOf, replaceFile } from "./write.ts";

/** The baseline of a run: read before it, written or pruned after it. */
export class BaselineFile {
  readonly baseline: Baseline | undefined;
  private readonly path: string;
  private readonly environment: Environment;
  private readonly values: Arguments["values"];

  private constructor(
    path: string,
    baseline: Baseline | undefined,
    environment: Environment,
    values: Arguments["values"],
  ) {
    this.path = path;
    this.baseline = baseline;
    this.environment = environment;
    this.values = values;
  }

  /** Undefined when the run has none. Throws UsageError for one that cannot be read. */
  static async open(
    { values }: Arguments,
    environment: Environment,
    { root, isNarrowed }: Discovered,
  ): Promise<BaselineFile | undefined> {
    const writes = values["write-baseline"] === true;
    const prunes = values["prune-baseline"] === true;
    if (writes && prunes) throw new UsageError("--write-baseline and --prune-baseline exclude each other");
    if (writes && isNarrowed)
      throw new UsageError("--write-baseline needs the whole input, not --staged, --changed or --shard");
    const named = textOf(values, "baseline");
    if (named === undefined && !writes && !prunes) return undefined;
    const path = named === undefined ? join(root, DEFAULT_BASELINE) : resolve(environment.cwd, named);
    const baseline = writes ? undefined : await read(path, relative(environment.cwd, path));
    return new BaselineFile(path, baseline, environment, values);
  }

  get isToBeWritten(): boolean {
    return this.values["write-baseline"] === true;
  }

  /** All that is reported now is known from now on. */
  write({ report }: LintResult): Baseline {
    const baseline = baselineOf(report.diagnostics.filter(({ suppressed }) => suppressed === undefined));
    this.replace(baseline);
    this.say(
      `wrote ${counted(baseline.entries.length)} to ${this.shown}; --baseline ${this.shown} leaves them out from now on`,
    );
    return baseline;
  }

  /** Tells of entries that are no longer met, or drops them. */
  review(
    result: LintResult,
    found: Discovered,
    { settings, rules }: { settings: Settings; rules: readonly AnyRule[] },
  ): void {
    if (this.baseline === undefined) return;
    const asked = new Set(found.sources.map(({ path }) => path));
    const running = new Set(rules.filter(rule => isActive(rule, settings)).map(({ id }) => id));
    const isGone = ({ rule, file }: BaselineEntry) =>
      running.has(rule) && (asked.has(file) || !existsSync(join(found.root, file)));
    const gone = result.unmet.filter(isGone);
    if (this.values["prune-baseline"] === true) {
      // A rule that failed may have found what seems to be gone.
      if (result.faults === 0 && gone.length > 0) this.replace(pruned(this.baseline, gone));
      this.say(`dropped ${counted(result.faults === 0 ? gone.length : 0)} from ${this.shown}`);
    } else if (gone.length > 0) {
      const first = gone.slice(0, 3).map(({ rule, resource, file }) => quoted(`${rule} at ${resource ?? file}`));
      const more = gone.length > 3 ? ` and ${gone.length - 3} more` : "";
      this.say(`no longer met in ${this.shown}: ${first.join(", ")}${more}; --prune-baseline drops them`);
    }
  }

  private get shown(): string {
    return quoted(relative(this.environment.cwd, this.path));
  }

  private replace(baseline: Baseline): void {
    try {
      replaceFile(this.path, Buffer.from(baselineText(baseline)));
    } catch (error) {
      throw new UsageError(`cannot write ${this.shown}: ${reasonOf(error)}`);
    }
  }

  private say(text: string): void {
    this.environment.stderr.write(`kprobe-lint: ${text}\n`);
  }
}

function counted(count: number): string {
  return `${count} ${count === 1 ? "entry" : "entries"}`;
}

async function read(path: string, shown: string): Promise<Baseline> {
  if (!existsSync(path)) throw new UsageError(`${shown}: no such baseline; --write-baseline makes it`);
  let text: string;
  try {
    text = decode(readBounded(path));
  } catch (error) {
    throw new UsageError(`${shown}: cannot read the baseline: ${reasonOf(error)}`);
  }
  const baseline = await readBaseline(text);
  if (Array.isArray(baseline)) throw complaintError(shown, text, baseline);
  return baseline;
}
