import type { Environment, Stream } from "./main.ts";
import { type Arguments } from "./options.ts";
/** Colour: `--color`, then NO_COLOR (non-empty), then FORCE_COLOR (0 and false are off), then whether the stream is a terminal that is not dumb; on in GitHub's and GitLab's logs. */
export declare function wantsColor(args: Arguments, { env }: Environment, stream: Stream): boolean;
