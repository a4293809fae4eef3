import type { Limits } from "./limits.ts";
import type { LineIndex } from "./lines.ts";
import type { Parsed, Part } from "./part.ts";

export function readPart(_lines: LineIndex, _part: Part, _limits: Limits): Parsed | undefined {
  return undefined;
}
