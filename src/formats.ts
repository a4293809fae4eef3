// Which formats a run writes, and where.

import type { Environment } from "./main.ts";
import { nearestTo } from "./nearest.ts";
import { type Arguments, listOf, UsageError } from "./options.ts";
import { REPORTERS } from "./reporters/index.ts";

export interface Format {
  readonly name: string;
  readonly path: string | undefined;
  /** The file belongs to others too: the job summary. */
  readonly append?: boolean;
}

export function formatsOf(args: Arguments, { env }: Environment): Format[] {
  const given = [listOf(args.values, "format"), listOf({ format: [env.KPROBE_LINT_FORMAT ?? ""] }, "format"), ["auto"]];
  const texts = given.find(list => list.length > 0) ?? [];
  const formats = texts.flatMap(text => formatOf(text, env));
  const paths = formats.flatMap(({ path }) => path ?? []);
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  if (twice !== undefined)
    throw new UsageError(`two formats would be written to ${twice}; give each a file of its own`);
  return formats;
}

/** `NAME` or `NAME=PATH`. */
function formatOf(text: string, env: Environment["env"]): Format[] {
  const at = text.indexOf("=");
  const name = at < 0 ? text : text.slice(0, at);
  const path = at < 0 ? undefined : text.slice(at + 1);
  if (path === "") throw new UsageError(`--format ${name}= needs the path of a file`);
  if (name === "auto" && path !== undefined)
    throw new UsageError(`"auto" chooses where to write by itself; name a format, as in --format sarif=${path}`);
  if (name === "auto") return automatic(env);
  if (Object.hasOwn(REPORTERS, name)) return [{ name, path }];
  const near = nearestTo(name, Object.keys(REPORTERS));
  throw new UsageError(
    `no format is called "${name}"; ${near === undefined ? `there are ${Object.keys(REPORTERS).join(", ")}` : `did you mean "${near}"?`}`,
  );
}

/** Variables by which coding assistants are known (the list of std-env): they read lines, and have no eyes for frames. */
const ASSISTANTS = [
  "AI_AGENT",
  "AUGMENT_AGENT",
  "CLAUDECODE",
  "CLAUDE_CODE",
  "CODEX_SANDBOX",
  "CODEX_THREAD_ID",
  "COPILOT_AGENT",
  "COPILOT_CLI",
  "CURSOR_AGENT",
  "GEMINI_CLI",
  "GOOSE_PROVIDER",
  "JUNIE_DATA",
  "JUNIE_SHIM_PATH",
  "OPENCODE",
  "REPL_ID",
];

function isAssistant(env: Environment["env"]): boolean {
  const isSet = (name: string) => env[name] !== undefined && env[name] !== "";
  return ASSISTANTS.some(isSet) || /devin/.test(env.EDITOR ?? "") || /\.pi[\\/]agent/.test(env.PATH ?? "");
}

/** `pretty`; on GitHub Actions also annotations and the job summary, on GitLab the code quality report, on Azure Pipelines issues. */
function automatic(env: Environment["env"]): Format[] {
  const pretty = { name: "pretty", path: undefined };
  if (env.GITHUB_ACTIONS === "true") {
    const summary = env.GITHUB_STEP_SUMMARY;
    return [
      pretty,
      { name: "github", path: undefined },
      ...(summary ? [{ name: "markdown", path: summary, append: true }] : []),
    ];
  }
  if (env.GITLAB_CI === "true") return [pretty, { name: "gitlab", path: "gl-code-quality-report.json" }];
  if (env.TF_BUILD === "True" || env.TF_BUILD === "true") return [pretty, { name: "azure", path: undefined }];
  if (isAssistant(env)) return [{ name: "agent", path: undefined }];
  return [pretty];
}
