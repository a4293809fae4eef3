// `kprobe-lint policy test [paths]`: runs the examples of the project's own policies.

import { basename } from "node:path";
import pc from "picocolors";
import { wantsColor } from "./color.ts";
import { CONFIG_NAMES, shownFrom } from "./config.ts";
import { type Environment, EXIT } from "./main.ts";
import { seenFrom } from "./more-sources.ts";
import { type Arguments, listOf, UsageError } from "./options.ts";
import { type ExampleResult, testExamples } from "./policy/examples.ts";
import { faultIn, type OwnPolicies } from "./policy/own.ts";
import { testAdmissionPolicies, untestable } from "./policy/vap-test.ts";
import { plural } from "./reporters/reporter.ts";
import { quoted } from "./reporters/visible.ts";
import type { AnyRule } from "./rule.ts";
import { runSettings } from "./run-settings.ts";
import type { Source } from "./yaml/document.ts";

/** A policy and what became of its examples. */
interface Tested {
  readonly id: string;
  readonly file: string;
  readonly line: number;
  readonly results: readonly Omit<ExampleResult, "id">[];
}

export async function policyCommand(
  args: Arguments,
  environment: Environment,
  rules: readonly AnyRule[],
): Promise<number> {
  const [word, ...paths] = args.positionals;
  if (word !== "test")
    throw new UsageError(`policy has one job, "policy test"${word === undefined ? "" : `, not "${word}"`}`);
  const format = listOf(args.values, "format")[0] ?? "text";
  if (format !== "text" && format !== "json")
    throw new UsageError(`policy test has no format "${format}"; it has text and json`);
  const { policies, settings } = await runSettings(withPaths(args, paths), environment, rules);
  if (policies === undefined)
    throw new UsageError(
      "there are no policies: none in the configuration under `policies`, and no path or --policies",
    );
  const tested = await testAll(policies, settings.minor, environment.cwd);
  if (tested.length === 0)
    throw new UsageError(
      `there is no policy in ${paths.join(" ")}; a configuration of another name is given by --config`,
    );
  const text = format === "json" ? `${JSON.stringify(tested, null, 2)}\n` : textOf(tested, args, environment);
  environment.stdout.write(text);
  const isGood = tested
    .flatMap(({ results }) => results)
    .every(({ outcome }) => outcome === "passed" || outcome === "unproved");
  return isGood ? EXIT.ok : EXIT.findings;
}

async function testAll(policies: OwnPolicies, minor: number, cwd: string): Promise<Tested[]> {
  const sources = seenFrom(cwd, policies.sources);
  const results = [...(await shortResults(policies, minor, cwd)), ...(await testAdmissionPolicies(sources, minor))];
  const tested = policies.rules.map(({ id, own }): Tested => {
    const mine = results.filter(result => `policy/${result.id}` === id);
    return {
      ...{ id, file: shownFrom(cwd, own?.file ?? ""), line: own?.line ?? 1 },
      results: mine.map(({ id: _, ...result }) => result),
    };
  });
  return [...tested, ...(await untestedIn(sources, minor))];
}

/** What was meant as a policy or a binding, and is none that has a name: one entry for each mistake, called by its file. */
async function untestedIn(sources: readonly Source[], minor: number): Promise<Tested[]> {
  return (await untestable(sources, minor)).map(({ problem, loaded: { file } }) => {
    const { line, column } = file.lines.at(problem.start);
    const detail = `${file.source.path}:${line}:${column}: ${problem.message}`;
    return { id: file.source.path, file: file.source.path, line, results: [{ outcome: "invalid", detail }] };
  });
}

async function shortResults(own: OwnPolicies, minor: number, cwd: string): Promise<ExampleResult[]> {
  const results: ExampleResult[] = [];
  for (const { policy } of own.shorts) {
    const fault = await faultIn(own, policy.id, cwd);
    if (fault === undefined) results.push(...(await testExamples([policy], minor)));
    else results.push({ id: policy.id, outcome: "invalid", detail: fault });
  }
  return results;
}

/** Paths are configurations, by their names, or hold ValidatingAdmissionPolicies; without any the project's configuration counts. */
function withPaths(args: Arguments, paths: readonly string[]): Arguments {
  if (paths.length === 0) return { ...args, positionals: [] };
  const isConfig = (path: string) => CONFIG_NAMES.some(name => name === basename(path));
  const [config, another] = paths.filter(isConfig);
  if (another !== undefined) throw new UsageError("policy test reads one configuration at a time");
  const policies = [...listOf(args.values, "policies"), ...paths.filter(path => !isConfig(path))];
  const values = { ...args.values, policies, ...(config === undefined ? { "no-config": true } : { config }) };
  return { ...args, positionals: [], values };
}

const SHOWN = { passed: "ok", failed: "FAILED", invalid: "INVALID", unproved: "unproved" } as const;

function textOf(tested: readonly Tested[], args: Arguments, environment: Environment): string {
  const paint = pc.createColors(wantsColor(args, environment, environment.stdout));
  const colors = { passed: paint.green, failed: paint.red, invalid: paint.red, unproved: paint.yellow } as const;
  const lines = tested.flatMap(({ id, file, line, results }) => [
    `${paint.bold(id)}  ${paint.dim(`${quoted(file)}:${line}`)}`,
    ...results.map(({ outcome, example = "", detail = "" }) => {
      const rest = [example, detail].filter(text => text !== "").join("  ");
      return `  ${colors[outcome](SHOWN[outcome].padEnd(8))}  ${quoted(rest)}`;
    }),
    "",
  ]);
  return `${[...lines, summary(tested)].join("\n")}\n`;
}

function summary(tested: readonly Tested[]): string {
  const results = tested.flatMap(({ results }) => results);
  const count = (wanted: ExampleResult["outcome"]) => results.filter(({ outcome }) => outcome === wanted).length;
  const parts = (["failed", "invalid", "unproved", "passed"] as const)
    .filter(outcome => count(outcome) > 0)
    .map(outcome => `${count(outcome)} ${outcome}`);
  const isGood = count("failed") + count("invalid") === 0;
  return `${isGood ? "ok" : "x"} ${plural(tested.length, "policy").replace("policys", "policies")}: ${parts.join(", ")}`;
}
