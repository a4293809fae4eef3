import type { Path, Problem } from "../diagnostic.ts";
import type { ScalarNode } from "./node.ts";

export function duplicateKey(name: string, key: ScalarNode, first: ScalarNode, path: Path): Problem {
  return {
    ruleId: "yaml-duplicate-key",
    severity: "error",
    message: `key "${name}" is defined twice in the same map; only the last one counts`,
    help: "kubectl keeps the last one without a word: join the two, or remove one",
    path,
    start: key.start,
    end: key.end,
    related: [{ start: first.start, end: first.end, message: "first defined here" }],
  };
}
