// Runs a command given its streams and returns an exit code. The only writer to the streams.

import type { Readable, Writable } from "node:stream";
import { rules } from "../rules/index.ts";
import { lintCommand } from "./command-lint.ts";
import { explainCommand, rulesCommand } from "./commands.ts";
import type { Report } from "./diagnostic.ts";
import { help, parse, UsageError } from "./options.ts";
import { quoted } from "./reporters/visible.ts";
import { VERSION } from "./version.ts";

export interface Environment {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly stdin: () => string | Buffer;
  /** Standard input and output as they are, for a conversation. */
  readonly converse?: () => { readonly input: Readable; readonly output: Writable };
  readonly now: () => number;
  /** Absolute paths of the files a pull request changes, where that is known. */
  readonly changedFiles?: ReadonlySet<string>;
  /** Is shown every report before it is written. */
  readonly observe?: (report: Report) => void;
}

export interface Stream {
  write(text: string): void;
  readonly isTTY: boolean;
  readonly columns: number;
}

export const EXIT = { ok: 0, findings: 1, failed: 2 } as const;

export async function main(environment: Environment): Promise<number> {
  try {
    const args = parse(environment.argv);
    if (args.values.help === true) {
      environment.stdout.write(help(args.command));
      return EXIT.ok;
    }
    if (args.values.version === true) {
      environment.stdout.write(args.values.json === true ? `${selfReport()}\n` : `kprobe-lint ${VERSION}\n`);
      return EXIT.ok;
    }
    switch (args.command) {
      case "lint":
        return await lintCommand(args, environment, rules);
      case "explain":
        return await explainCommand(args, environment, rules);
      case "rules":
        return await rulesCommand(args, environment, rules);
      case "simulate":
        return await (await import("./command-simulate.ts")).simulateCommand(args, environment);
      case "merge":
        return await (await import("./command-merge.ts")).mergeCommand(args, environment, rules);
      case "completion":
        return (await import("./completion.ts")).completionCommand(args, environment, rules);
      case "init":
        return (await import("./command-init.ts")).initCommand(args, environment);
      case "lsp":
        return await (await import("./command-lsp.ts")).lspCommand(args, environment, rules);
      case "policy":
        return await (await import("./command-policy.ts")).policyCommand(args, environment, rules);
      case "export":
        return await (await import("./command-export.ts")).exportCommand(args, environment, rules);
      default:
        throw new UsageError(`"${args.command}" is not built yet`);
    }
  } catch (error) {
    const text = error instanceof UsageError ? error.message : `this is a bug; please report it: ${stackOf(error)}`;
    const lines = error instanceof UsageError ? text.split("\n") : [text];
    for (const line of lines) environment.stderr.write(`kprobe-lint: ${quoted(line)}\n`);
    return EXIT.failed;
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function selfReport(): string {
  return JSON.stringify({
    version: VERSION,
    rules: rules.length,
    kubernetesVersions: { oldest: "1.24", newest: "1.36" },
  });
}
