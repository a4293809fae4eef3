import type { Problem } from "../diagnostic.ts";
import type { Limits } from "./limits.ts";

const BOUNDS: Record<
  Exclude<keyof Limits, "time">,
  { readonly flag: string; readonly says: (bound: string) => string }
> = {
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
export function limitProblem(bound: keyof typeof BOUNDS, limits: Limits, start: number, end: number): Problem {
  const { flag, says } = BOUNDS[bound];
  return problemOf(flag, says(limits[bound].toLocaleString("en-US")), start, end);
}

/** What was done with a file when its time was up, and what that leaves out. */
const GIVEN_UP = {
  reading: "reading it was given up here, and nothing in it was checked",
  validating: "its objects were validated up to here only, and the rules were not applied to them",
  rules: "from this object on the rules were not applied to all its objects",
};

/** A file takes longer than it may. `work` is what was given up. */
export function timeProblem(work: keyof typeof GIVEN_UP, { time }: Limits, start: number, end: number): Problem {
  const message = `the file takes longer than ${time.toLocaleString("en-US")} s: ${GIVEN_UP[work]}`;
  return problemOf("--max-file-time", message, start, end);
}

function problemOf(flag: string, message: string, start: number, end: number): Problem {
  const help = `raise the bound with ${flag}, if the input can be trusted`;
  return { ruleId: "input-limit", severity: "error", message, help, path: [], start, end };
}
