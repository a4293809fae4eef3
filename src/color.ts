import type { Environment, Stream } from "./main.ts";
import { type Arguments, textOf, UsageError } from "./options.ts";

/** Colour: `--color`, then NO_COLOR (non-empty), then FORCE_COLOR (0 and false are off), then whether the stream is a terminal that is not dumb; on in GitHub's and GitLab's logs. */
export function wantsColor(args: Arguments, { env }: Environment, stream: Stream): boolean {
  const when = textOf(args.values, "color") ?? "auto";
  if (when === "always") return true;
  if (when === "never") return false;
  if (when !== "auto") throw new UsageError(`--color is auto, always or never, not "${when}"`);
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== "") return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  if (stream.isTTY) return env.TERM !== "dumb";
  return env.GITHUB_ACTIONS === "true" || env.GITLAB_CI === "true";
}
