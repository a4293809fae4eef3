import type { Problem } from "../diagnostic.ts";
import type { Limits } from "./limits.ts";

const BOUNDS: Record<keyof Limits, { readonly flag: string; readonly says: (bound: string) => string }> = {
  size: { flag: "--max-file-size", says: bound => `the file is longer than ${bound} characters and was not read` },
  documents: { flag: "--max-documents", says: bound => `only the first ${bound} documents of the file were read` },
  depth: { flag: "--max-depth", says: bound => `maps and lists are nested deeper than ${bound} levels` },
  nodes: { flag: "--max-nodes", says: bound => `the file holds more than ${bound} values; the rest was not read` },
  aliasNodes: {
    flag: "--max-alias-nodes",
    says: bound => `with its aliases written out the document holds more than ${bound} values`,
  },
  findings: { flag: "--max-findings", says: bound => `only the first ${bound} diagnostics of a rule are reported` },
};

/** A bound that the input exceeds, with the flag that raises it. */
export function limitProblem(bound: keyof Limits, limits: Limits, start: number, end: number): Problem {
  const { flag, says } = BOUNDS[bound];
  return {
    ruleId: "input-limit",
    severity: "error",
    message: says(limits[bound].toLocaleString("en-US")),
    help: `raise the bound with ${flag}, if the input can be trusted`,
    path: [],
    start,
    end,
  };
}
