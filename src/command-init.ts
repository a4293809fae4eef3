// kprobe-lint init: reads the repository, writes a commented configuration that fits it, and prints the lines for hooks and CI.

import { existsSync, lstatSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { CONFIG_NAMES } from "./config.ts";
import { git, gitRootOf, statOf } from "./discover.ts";
import { type Survey, survey } from "./init-survey.ts";
import { configText, nextSteps } from "./init-text.ts";
import { type Environment, EXIT } from "./main.ts";
import { type Arguments, UsageError } from "./options.ts";
import { plural } from "./reporters/reporter.ts";
import { quoted, visible } from "./reporters/visible.ts";
import { reasonOf } from "./write.ts";

const NAME = CONFIG_NAMES[0];
/** Enough to know a repository by. */
const MOST_FILES = 50_000;
const DEEPEST = 12;

export function initCommand(args: Arguments, { cwd, stdout, stderr }: Environment): number {
  if (args.positionals.length > 1) throw new UsageError("init takes one directory, or none for the current one");
  const directory = resolve(cwd, args.positionals[0] ?? ".");
  const shown = args.positionals[0] ?? ".";
  if (statOf(directory)?.isDirectory() !== true) throw new UsageError(quoted(`${shown}: no such directory`));
  const existing = CONFIG_NAMES.find(name => hasConfig(join(directory, name)));
  if (existing !== undefined)
    throw new UsageError(`${existing} is a configuration already, and stays as it is; nothing was written`);
  const found = withPackage(survey(filesIn(directory)), join(directory, "package.json"));
  try {
    writeFileSync(join(directory, NAME), configText(found), { flag: "wx" });
  } catch (error) {
    throw new UsageError(quoted(`cannot write ${NAME}: ${reasonOf(error)}`));
  }
  const above = configAbove(directory);
  if (above !== undefined)
    stderr.write(`kprobe-lint: it takes the place of ${visible(above)} here; extends: with its path builds on it\n`);
  stdout.write(`Wrote ${NAME}. Found: ${summaryOf(found)}.\n${visibleLines(nextSteps(found))}`);
  return EXIT.ok;
}

/** A link that leads nowhere is something, too. */
function hasConfig(path: string): boolean {
  try {
    lstatSync(path);
    return !path.endsWith("package.json") || packageAt(path)?.["kprobe-lint"] !== undefined;
  } catch {
    return false;
  }
}

function packageAt(path: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** lint-staged is often set up in package.json alone. */
function withPackage(found: Survey, path: string): Survey {
  if (packageAt(path)?.["lint-staged"] === undefined || found.hooks.includes("lint-staged")) return found;
  return { ...found, hooks: [...found.hooks, "lint-staged"] };
}

function configAbove(directory: string): string | undefined {
  const root = gitRootOf(directory);
  if (root === undefined) return undefined;
  for (let at = directory; at !== root && dirname(at) !== at; ) {
    at = dirname(at);
    const name = CONFIG_NAMES.find(candidate => hasConfig(join(at, candidate)));
    if (name !== undefined) return join(at, name);
  }
  return undefined;
}

function filesIn(directory: string): string[] {
  const listed =
    gitRootOf(directory) === undefined
      ? undefined
      : git(directory, ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
  if (listed === undefined) return [...walk(directory)].sort();
  // A hook of husky may be ignored by git.
  const hooks = existsSync(join(directory, ".husky/pre-commit")) ? [".husky/pre-commit"] : [];
  return [...new Set([...listed.split("\0").filter(name => name !== ""), ...hooks])].slice(0, MOST_FILES).sort();
}

function walk(root: string): Set<string> {
  const files = new Set<string>();
  const waiting: [directory: string, depth: number][] = [["", 0]];
  for (let next = waiting.pop(); next !== undefined && files.size < MOST_FILES; next = waiting.pop()) {
    const [directory, depth] = next;
    for (const entry of entriesOf(join(root, directory))) {
      const path = directory === "" ? entry.name : `${directory}/${entry.name}`;
      if (entry.isFile()) files.add(path);
      else if (entry.isDirectory() && depth < DEEPEST && !/^(\.git|node_modules)$/.test(entry.name))
        waiting.push([path, depth + 1]);
    }
  }
  return files;
}

function entriesOf(directory: string) {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch {
    return [];
  }
}

function summaryOf({ charts, kustomizations, ci, hooks }: Survey): string {
  const parts = [
    ...(charts.length === 0 ? [] : [plural(charts.length, "Helm chart")]),
    ...(kustomizations.length === 0 ? [] : [plural(kustomizations.length, "kustomization")]),
    ...hooks,
    ...ci.map(name => CI_NAMES[name]),
  ];
  return parts.length === 0 ? "no charts, kustomizations, hooks or pipelines" : parts.join(", ");
}

const CI_NAMES: Readonly<Record<Survey["ci"][number], string>> = {
  github: "GitHub Actions",
  gitlab: "GitLab CI",
  azure: "Azure Pipelines",
  jenkins: "Jenkins",
};

/** Names of directories stand in the text; they may hold anything. */
function visibleLines(text: string): string {
  return text.split("\n").map(visible).join("\n");
}
