// The GitHub Action: its inputs become flags, and what the run found becomes annotations, the job summary and outputs. Inputs reach
// no shell, and nothing is fetched.

import { appendFileSync, readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { changesSince } from "./changes.ts";
import type { Report } from "./diagnostic.ts";
import { git, gitRootOf } from "./discover.ts";
import { type Environment, EXIT, main } from "./main.ts";
import { UsageError } from "./options.ts";
import { escapeData } from "./reporters/github.ts";
import { disarm } from "./reporters/visible.ts";
import { reasonOf } from "./write.ts";

export type Runner = Pick<Environment, "cwd" | "env" | "stdout" | "stderr" | "now">;

/** Runs the action with the variables and files the runner gives it; returns the exit code. */
export async function runAction(runner: Runner): Promise<number> {
  const cwd = runner.env.GITHUB_WORKSPACE || runner.cwd;
  const said: string[] = [];
  const stderr = {
    ...runner.stderr,
    write: (text: string) => {
      said.push(text);
      runner.stderr.write(disarm(text));
    },
  };
  const environment = { ...runner, cwd, stderr };
  let status: number;
  try {
    status = await lintWith(environment, readInputs(runner.env));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    stderr.write(`kprobe-lint: ${error.message}\n`);
    status = EXIT.failed;
  }
  const sentences = said
    .join("")
    .trim()
    .replace(/^kprobe-lint: /gm, "");
  if (status === EXIT.failed) runner.stdout.write(`::error title=kprobe-lint::${escapeData(sentences)}\n`);
  return status;
}

interface Inputs {
  readonly flags: readonly string[];
  readonly paths: readonly string[];
  readonly changedOnly: boolean;
  readonly summary: boolean;
  readonly sarifFile: string;
}

function readInputs(env: Runner["env"]): Inputs {
  const input = (name: string) => (env[`INPUT_${name.toUpperCase()}`] ?? "").trim();
  const flags = ["config", "fail-on", "kubernetes-version"].flatMap(name =>
    input(name) === "" ? [] : [`--${name}=${input(name)}`],
  );
  const sarifFile = input("sarif-file");
  if (/[,\r\n]/.test(sarifFile)) throw new UsageError("sarif-file is one path, without commas and line breaks");
  const paths = input("paths")
    .split(/\r?\n/)
    .map(path => path.trim());
  return {
    flags: sarifFile === "" ? flags : [...flags, `--format=sarif=${sarifFile}`],
    paths: paths.filter(path => path !== "").map(path => (path === "-" ? "./-" : path)),
    changedOnly: truth("changed-only", input("changed-only") || "false"),
    summary: truth("summary", input("summary") || "true"),
    sarifFile,
  };
}

/** YAML's core schema, as the runner's own toolkit reads it. */
function truth(name: string, text: string): boolean {
  if (/^(true|True|TRUE)$/.test(text)) return true;
  if (/^(false|False|FALSE)$/.test(text)) return false;
  throw new UsageError(`${name} is true or false, not "${text}"`);
}

async function lintWith(environment: Runner, inputs: Inputs): Promise<number> {
  const { cwd, env } = environment;
  const base = baseOf(cwd, payloadOf(env));
  if (inputs.changedOnly && base === "unknown")
    throw new UsageError("changed-only needs the commit the change is based on; give actions/checkout fetch-depth: 0");
  if (inputs.changedOnly && base === undefined)
    environment.stdout.write("::notice title=kprobe-lint::this event changes nothing; all files are reported on\n");
  const since = base === "unknown" ? undefined : base;
  const reports: Report[] = [];
  const status = await main({
    ...environment,
    argv: [
      "lint",
      "--format=auto",
      ...inputs.flags,
      ...(inputs.changedOnly && since !== undefined ? [`--changed=${since}`] : []),
      "--",
      ...inputs.paths,
    ],
    env: { ...env, GITHUB_ACTIONS: "true", ...(inputs.summary ? {} : { GITHUB_STEP_SUMMARY: "" }) },
    stdin: () => "",
    ...(since === undefined ? {} : { changedFiles: changedSince(cwd, since) }),
    observe: report => reports.push(report),
  });
  for (const { summary } of reports) {
    output(env, "errors", String(summary.errors));
    output(env, "warnings", String(summary.warnings));
    if (inputs.sarifFile !== "" && isFile(resolve(cwd, inputs.sarifFile))) output(env, "sarif-file", inputs.sarifFile);
  }
  return status;
}

interface Payload {
  readonly pull_request?: { readonly base?: { readonly sha?: unknown } };
  readonly merge_group?: { readonly base_sha?: unknown };
  /** Of a push: the commit that the branch was at; zeros for a new branch. */
  readonly before?: unknown;
}

function payloadOf({ GITHUB_EVENT_PATH: path }: Runner["env"]): Payload {
  if (!path) return {};
  try {
    const payload: unknown = JSON.parse(readFileSync(path, "utf8"));
    return typeof payload === "object" && payload !== null ? payload : {};
  } catch (error) {
    throw new UsageError(`cannot read the event in GITHUB_EVENT_PATH: ${reasonOf(error)}`);
  }
}

/** The commit a change is based on; undefined for events that change nothing, "unknown" where the checkout is too shallow to have it. */
function baseOf(cwd: string, { pull_request, merge_group, before }: Payload): string | "unknown" | undefined {
  const sha = pull_request?.base?.sha ?? merge_group?.base_sha ?? before;
  if (typeof sha !== "string" || !/^[0-9a-f]{40,64}$/.test(sha) || /^0+$/.test(sha)) return undefined;
  const has = (commit: string) => git(cwd, ["rev-parse", "--verify", "--quiet", `${commit}^{commit}`])?.trim();
  // A checkout of depth 2 has the base of a pull request as the first parent of the merge it tests.
  const parent = pull_request !== undefined && has("HEAD^2") ? has("HEAD^1") : undefined;
  return has(sha) || parent || "unknown";
}

function changedSince(cwd: string, since: string): ReadonlySet<string> {
  const root = gitRootOf(cwd);
  return root === undefined ? new Set() : changesSince(root, since).files;
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** An output of the step: a value between delimiters that it cannot hold. */
function output({ GITHUB_OUTPUT: path }: Runner["env"], name: string, value: string): void {
  if (!path) return;
  const delimiter = `kprobe-lint-${crypto.randomUUID()}`;
  appendFileSync(path, `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
}
