// The table of flags, from which parsing, --help, completion and the table in README.md are made.

import { parseArgs } from "node:util";
import { nearestTo } from "./nearest.ts";

export interface Flag {
  readonly name: string;
  readonly type: "boolean" | "string";
  /** How the value is called in --help. */
  readonly value?: string;
  readonly short?: string;
  readonly multiple?: boolean;
  /** `--changed` and `--changed=REF`: the value may be left out. */
  readonly optionalValue?: string;
  readonly help: string;
  /** Commands that know it; all of them where it is absent. */
  readonly commands?: readonly string[];
  readonly hidden?: boolean;
}

export const COMMANDS: Readonly<Record<string, string>> = {
  lint: "lint files, directories and globs (the default)",
  explain: "print the page of a rule or a field",
  rules: "list every rule",
  simulate: "print probe and rollout timelines of the workloads in the input",
  merge: "join the JSON reports of --shard runs",
  init: "write a commented configuration and print the hook and CI lines that fit",
  export: "write rules as ValidatingAdmissionPolicies (export vap)",
  policy: "run the examples of your own policies (policy test)",
  lsp: "speak the editor protocol on standard input and output",
  completion: "print the completion script of a shell",
};

const LINT = ["lint"] as const;

const limit = (name: string, value: string, help: string): Flag => ({
  name,
  type: "string",
  value,
  help,
  commands: LINT,
});

export const FLAGS: readonly Flag[] = [
  {
    name: "format",
    type: "string",
    value: "NAME[=PATH]",
    multiple: true,
    help: "output format, repeatable; auto by default",
    commands: ["lint", "rules", "merge", "simulate", "policy"],
  },
  { name: "kubernetes-version", type: "string", value: "1.NN", help: "the cluster's version, 1.24 to 1.36" },
  { name: "preset", type: "string", value: "NAME", help: "recommended (default), strict or all", commands: LINT },
  {
    name: "select",
    type: "string",
    value: "IDS",
    multiple: true,
    help: "only these rules; what does not parse is reported all the same",
    commands: ["lint", "export"],
  },
  { name: "ignore", type: "string", value: "IDS", multiple: true, help: "not these rules", commands: LINT },
  {
    name: "rule",
    type: "string",
    value: "ID=SEVERITY",
    multiple: true,
    help: "off, info, warning or error for one rule",
    commands: LINT,
  },
  {
    name: "fail-on",
    type: "string",
    value: "SEVERITY",
    help: "exit 1 from this severity on: error (default), warning, info, never",
    commands: ["lint", "merge"],
  },
  { name: "max-warnings", type: "string", value: "N", help: "exit 1 with more warnings than this", commands: LINT },
  { name: "quiet", type: "boolean", short: "q", help: "report errors only", commands: LINT },
  {
    name: "config",
    type: "string",
    value: "FILE",
    help: "configuration file; else .kprobe-lint.yaml is searched upward",
  },
  { name: "no-config", type: "boolean", help: "read no configuration" },
  {
    name: "stdin-filename",
    type: "string",
    value: "PATH",
    help: "the name to report for standard input",
    commands: LINT,
  },
  {
    name: "context",
    type: "string",
    value: "DIR",
    help: "where to look for related objects; default: the project",
    commands: ["lint", "simulate"],
  },
  { name: "no-context", type: "boolean", help: "look at nothing but the input", commands: ["lint", "simulate"] },
  {
    name: "complete",
    type: "boolean",
    help: "the input is the whole namespace: what is not there does not exist",
    commands: LINT,
  },
  { name: "namespace", type: "string", value: "NS", help: "where objects without a namespace go; default: default" },
  {
    name: "crd",
    type: "string",
    value: "PATH",
    multiple: true,
    help: "more CustomResourceDefinitions",
    commands: LINT,
  },
  {
    name: "policies",
    type: "string",
    value: "PATH",
    multiple: true,
    help: "ValidatingAdmissionPolicies, bindings and parameters",
    commands: ["lint", "policy", "explain", "rules"],
  },
  { name: "exclude", type: "string", value: "GLOB", multiple: true, help: "leave these paths out" },
  { name: "fix", type: "boolean", help: "apply the safe fixes", commands: LINT },
  { name: "unsafe-fixes", type: "boolean", help: "with --fix or --diff: the unsafe ones too", commands: LINT },
  { name: "diff", type: "boolean", help: "print what --fix would change, and write nothing", commands: LINT },
  {
    name: "baseline",
    type: "string",
    value: "FILE",
    help: "known diagnostics that are not reported again",
    commands: LINT,
  },
  { name: "write-baseline", type: "boolean", help: "write the baseline from this run", commands: LINT },
  {
    name: "prune-baseline",
    type: "boolean",
    help: "drop entries of the baseline that are no longer met",
    commands: LINT,
  },
  {
    name: "add-ignore",
    type: "string",
    value: "REASON",
    help: "write an ignore comment with this reason above every finding",
    commands: LINT,
  },
  { name: "no-inline-ignore", type: "boolean", help: "report what comments and annotations ignore", commands: LINT },
  {
    name: "include-suppressed",
    type: "boolean",
    help: "keep suppressed diagnostics in the report, marked",
    commands: LINT,
  },
  { name: "staged", type: "boolean", help: "report on the files staged in git", commands: LINT },
  {
    name: "changed",
    type: "string",
    optionalValue: "HEAD",
    value: "REF",
    help: "report on the files changed since REF (default HEAD)",
    commands: LINT,
  },
  { name: "shard", type: "string", value: "I/N", help: "lint the I-th of N parts of the input", commands: LINT },
  { name: "color", type: "string", value: "WHEN", help: "auto (default), always or never" },
  { name: "statistics", type: "boolean", help: "count the findings by rule", commands: LINT },
  { name: "timing", type: "boolean", help: "milliseconds by stage", commands: LINT },
  { name: "show-files", type: "boolean", help: "print the files that would be linted", commands: LINT },
  {
    name: "show-objects",
    type: "boolean",
    help: "print each document as the API server's YAML reader takes it, one JSON value a line",
    commands: LINT,
  },
  { name: "print-config", type: "boolean", help: "print the configuration in force", commands: LINT },
  { name: "no-error-on-unmatched", type: "boolean", help: "exit 0 when no file matches", commands: LINT },
  limit("max-file-size", "BYTES", "read no larger file; default 64 MiB"),
  limit("max-documents", "N", "read no more documents of a file; default 100,000"),
  limit("max-depth", "N", "read no deeper nesting; default 1,000"),
  limit("max-nodes", "N", "read no more maps, lists and scalars of a file; default 3 million"),
  limit("max-alias-nodes", "N", "the same for a document with its aliases written out; default 1 million"),
  limit("max-findings", "N", "report no more diagnostics of one rule; default 50,000"),
  limit("max-file-time", "SECONDS", "work no longer on a file; default 30"),
  {
    name: "scenario",
    type: "string",
    value: "FILE",
    help: "what the applications and the cluster do",
    commands: ["simulate"],
  },
  { name: "mode", type: "string", value: "NAME", help: "ideal, kubelet, worst or best", commands: ["simulate"] },
  { name: "rules", type: "string", value: "IDS", multiple: true, help: "only these rules", commands: ["export"] },
  {
    name: "action",
    type: "string",
    value: "ACTION",
    help: "what the cluster does with what it finds: Warn (default), Deny or Audit",
    commands: ["export"],
  },
  { name: "stdio", type: "boolean", help: "what editors add to the command", commands: ["lsp"], hidden: true },
  { name: "version", type: "boolean", short: "V", help: "print the version (with --json: what this build knows)" },
  { name: "json", type: "boolean", help: "with --version: as JSON", hidden: true },
  { name: "help", type: "boolean", short: "h", help: "print this help" },
];

export interface Arguments {
  readonly command: string;
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
}

/** A mistake on the command line, in one sentence. */
export class UsageError extends Error {}

/** Splits the arguments; the first word is the command if it is one. Throws UsageError. */
export function parse(argv: readonly string[]): Arguments {
  const options = Object.fromEntries(
    FLAGS.map(({ name, type, short, multiple }) => [
      name,
      { type, ...(short ? { short } : {}), ...(multiple ? { multiple } : {}) },
    ]),
  );
  const args = argv.map(argument => {
    const flag = FLAGS.find(({ name, optionalValue }) => optionalValue !== undefined && argument === `--${name}`);
    return flag === undefined ? argument : `${argument}=${flag.optionalValue}`;
  });
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(explainParse(error, args));
  }
  const [first, ...rest] = parsed.positionals;
  const isCommand = first !== undefined && Object.hasOwn(COMMANDS, first);
  const command = isCommand ? first : "lint";
  for (const name of Object.keys(parsed.values)) {
    const known = FLAGS.find(flag => flag.name === name)?.commands;
    if (known !== undefined && !known.includes(command))
      throw new UsageError(`--${name} belongs to ${known.map(word => `"${word}"`).join(", ")}, not to "${command}"`);
  }
  return { command, positionals: isCommand ? rest : parsed.positionals, values: parsed.values };
}

function explainParse(error: unknown, args: readonly string[]): string {
  const text = error instanceof Error ? error.message : String(error);
  const unknown = /Unknown option '(-{1,2}[^']*)'/.exec(text)?.[1];
  if (unknown !== undefined) {
    const near = nearestTo(
      unknown.replace(/^-+/, ""),
      FLAGS.map(({ name }) => name),
    );
    return `unknown flag "${unknown}"${near === undefined ? "" : `; did you mean "--${near}"?`}`;
  }
  const missing = /Option '(?:-\w, )?--([\w-]+)[^']*' argument/.exec(text)?.[1];
  if (missing !== undefined) {
    const flag = FLAGS.find(({ name }) => name === missing);
    return `--${missing} needs a value: --${missing} ${flag?.value ?? "VALUE"}`;
  }
  const boolean = /Option '(?:-\w, )?--([\w-]+)' does not take an argument/.exec(text)?.[1];
  if (boolean !== undefined) return `--${boolean} takes no value`;
  return text.split("\n")[0] ?? `cannot read the arguments ${args.join(" ")}`;
}

/** The value of a flag that may be given once. */
export function textOf(values: Arguments["values"], name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
}

/** The value of a flag that is a whole number. Throws UsageError for anything else. */
export function numberOf(args: Arguments, name: string): number | undefined {
  const text = textOf(args.values, name);
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new UsageError(`--${name} is a whole number, not "${text}"`);
  return Number(text);
}

/** The values of a repeatable flag; commas separate too. */
export function listOf(values: Arguments["values"], name: string): string[] {
  const value = values[name];
  return Array.isArray(value)
    ? value
        .flatMap(item => String(item).split(","))
        .map(item => item.trim())
        .filter(item => item !== "")
    : [];
}

/** The text of --help for a command. */
export function help(command: string): string {
  const shown = FLAGS.filter(
    ({ hidden, commands }) => hidden !== true && (commands === undefined || commands.includes(command)),
  );
  const name = (flag: Flag) =>
    `${flag.short ? `-${flag.short}, ` : ""}--${flag.name}${flag.value === undefined ? "" : flag.optionalValue === undefined ? ` ${flag.value}` : `[=${flag.value}]`}`;
  const width = Math.max(...shown.map(flag => name(flag).length)) + 2;
  const usage = command === "lint" ? "kprobe-lint [paths…]" : `kprobe-lint ${command}`;
  const commands = Object.entries(COMMANDS).filter(([word]) => word !== "lint");
  return [
    `Usage: ${usage} [flags]`,
    "",
    ...(command === "lint"
      ? [
          "Finds what causes downtime in Kubernetes manifests. No path means the current directory; - is standard input.",
          "",
          "Commands:",
          ...commands.map(([word, text]) => `  ${word.padEnd(12)}${text}`),
          "",
        ]
      : [`${COMMANDS[command] ?? ""}`, ""]),
    "Flags:",
    ...shown.map(flag => `  ${name(flag).padEnd(width)}${flag.help}`),
    "",
    "Exit codes: 0 nothing at or above --fail-on · 1 findings · 2 the command itself failed",
    "",
  ].join("\n");
}

/** The table of flags for README.md. */
export function helpTable(): string {
  const rows = FLAGS.filter(({ hidden }) => hidden !== true).map(flag => {
    const value =
      flag.value === undefined ? "" : flag.optionalValue === undefined ? ` ${flag.value}` : `[=${flag.value}]`;
    return `| \`${flag.short ? `-${flag.short}, ` : ""}--${flag.name}${value}\` | ${flag.help.replace(/\|/g, "\\|")} |`;
  });
  return ["| flag | |", "| --- | --- |", ...rows].join("\n");
}
