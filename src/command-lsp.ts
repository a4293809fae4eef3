// `kprobe-lint lsp`: the same lint behind the editor protocol. The protocol's library is loaded here and nowhere else.

import { type Environment, EXIT } from "./main.ts";
import { type Arguments, UsageError } from "./options.ts";
import type { AnyRule } from "./rule.ts";
import { runSettings } from "./run-settings.ts";

export async function lspCommand(
  args: Arguments,
  environment: Environment,
  rules: readonly AnyRule[],
): Promise<number> {
  const [path] = args.positionals;
  if (path !== undefined) throw new UsageError(`lsp takes no paths, as "${path}"; the editor says what is open`);
  if (environment.converse === undefined) throw new UsageError("lsp needs standard input and output");
  await checkFlags(args, environment, rules);
  const streams = environment.converse();
  if ("isTTY" in streams.input && streams.input.isTTY === true)
    environment.stderr.write("kprobe-lint: waiting for an editor, which starts this command itself\n");
  const { serve } = await import("./lsp/server.ts");
  const isShutDown = await serve({ ...streams, args, environment, rules });
  return isShutDown ? EXIT.ok : EXIT.findings;
}

/** What is wrong with the flags is wrong for every file, and told at once; a configuration may be mended while the editor is open. */
async function checkFlags(args: Arguments, environment: Environment, rules: readonly AnyRule[]): Promise<void> {
  const { config, ...values } = args.values;
  const quiet = { ...environment, env: {} };
  await runSettings({ ...args, values: { ...values, "no-config": true } }, quiet, rules);
  if (config !== undefined && args.values["no-config"] === true)
    throw new UsageError("--config and --no-config exclude each other");
}
