// The baseline: diagnostics that were there when somebody began to use the linter, so that only new ones are reported. An entry is a
// fingerprint (rule, object and path), and how often it may be met; the rest is for the reader of a review.

import { type Complaint, complaintsOf } from "./config-check.ts";
import type { Schema } from "./config-schema.ts";
import { compareText, type Diagnostic } from "./diagnostic.ts";
import { readSource } from "./yaml/documents.ts";
import { toValue } from "./yaml/node.ts";

export interface BaselineEntry {
  readonly fingerprint: string;
  readonly rule: string;
  /** `Deployment shop/web`; absent where the diagnostic is about no object. */
  readonly resource?: string;
  readonly file: string;
  /** 1 where it is absent. */
  readonly count?: number;
}

export interface Baseline {
  readonly version: 1;
  readonly entries: readonly BaselineEntry[];
}

export const DEFAULT_BASELINE = ".kprobe-lint-baseline.json";

const SCHEMA: Schema = {
  type: "object",
  additionalProperties: false,
  required: ["version", "entries"],
  properties: {
    version: { type: "integer", minimum: 1 },
    entries: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["fingerprint", "rule", "file"],
        properties: {
          fingerprint: { type: "string" },
          rule: { type: "string" },
          resource: { type: "string" },
          file: { type: "string" },
          count: { type: "integer", minimum: 1 },
        },
      },
    },
  },
};

/** The baseline in a text, or what is wrong with it. */
export async function readBaseline(text: string): Promise<Baseline | Complaint[]> {
  const [document] = await readSource(text);
  const problem = document?.problems.find(({ severity }) => severity === "error");
  if (problem !== undefined) return [{ at: problem.start, sentence: problem.message }];
  if (document?.root?.kind !== "map") return [{ at: 0, sentence: "a baseline is a map with version and entries" }];
  const complaints = complaintsOf(SCHEMA, document.root);
  if (complaints.length > 0) return complaints;
  const baseline = toValue(document.root) as Baseline;
  if (baseline.version !== 1)
    return [{ at: 0, sentence: `this baseline is of version ${baseline.version}; only version 1 is known here` }];
  return baseline;
}

/** The baseline that covers the given diagnostics and no others. */
export function baselineOf(diagnostics: readonly Diagnostic[]): Baseline {
  const entries = new Map<string, BaselineEntry>();
  for (const diagnostic of diagnostics) {
    const { fingerprint, ruleId, file } = diagnostic;
    const key = `${fingerprint} ${file}`;
    const count = (entries.get(key)?.count ?? 0) + 1;
    const resource = resourceText(diagnostic);
    entries.set(key, { fingerprint, rule: ruleId, ...(resource === undefined ? {} : { resource }), file, count });
  }
  return { version: 1, entries: [...entries.values()].sort(compareEntries) };
}

function resourceText({ resource }: Diagnostic): string | undefined {
  if (resource === undefined) return undefined;
  const { kind, namespace, name = "" } = resource;
  return `${kind} ${namespace === undefined ? "" : `${namespace}/`}${name}`.trimEnd();
}

function compareEntries(a: BaselineEntry, b: BaselineEntry): number {
  return compareText(a.file, b.file) || compareText(a.rule, b.rule) || compareText(a.fingerprint, b.fingerprint);
}

/** One entry a line, so that a review shows what came and went. */
export function baselineText({ entries }: Baseline): string {
  const lines = entries.map(({ count = 1, ...entry }) =>
    JSON.stringify({ ...entry, ...(count === 1 ? {} : { count }) }),
  );
  const list = lines.length === 0 ? "[]" : `[\n    ${lines.join(",\n    ")}\n  ]`;
  return `{\n  "version": 1,\n  "entries": ${list}\n}\n`;
}

export interface Known {
  /** The given diagnostics, those that the baseline knows marked as suppressed. */
  readonly diagnostics: Diagnostic[];
  /** Entries that nothing met (any more), or not as often. */
  readonly unmet: readonly BaselineEntry[];
}

/** A file that moved keeps its entries: the fingerprint counts, and the file only tells two of the same fingerprint apart in reviews. */
export function markKnown(diagnostics: readonly Diagnostic[], { entries }: Baseline): Known {
  const left = new Map<string, number>();
  for (const { fingerprint, count = 1 } of entries) left.set(fingerprint, (left.get(fingerprint) ?? 0) + count);
  const marked = diagnostics.map(diagnostic => {
    const rest = left.get(diagnostic.fingerprint) ?? 0;
    if (diagnostic.suppressed !== undefined || rest === 0) return diagnostic;
    left.set(diagnostic.fingerprint, rest - 1);
    return { ...diagnostic, suppressed: { by: "baseline" as const } };
  });
  return { diagnostics: marked, unmet: entries.flatMap(entry => unmetPart(entry, left)) };
}

function unmetPart(entry: BaselineEntry, left: Map<string, number>): BaselineEntry[] {
  const { fingerprint, count = 1 } = entry;
  const rest = Math.min(left.get(fingerprint) ?? 0, count);
  left.set(fingerprint, (left.get(fingerprint) ?? 0) - rest);
  return rest === 0 ? [] : [{ ...entry, count: rest }];
}

/** The baseline without what is no longer met. */
export function pruned({ entries }: Baseline, unmet: readonly BaselineEntry[]): Baseline {
  const gone = new Map(unmet.map(({ fingerprint, file, count = 1 }) => [`${fingerprint} ${file}`, count]));
  return {
    version: 1,
    entries: entries.flatMap(entry => {
      const { fingerprint, file, count = 1 } = entry;
      const rest = count - (gone.get(`${fingerprint} ${file}`) ?? 0);
      return rest > 0 ? [{ ...entry, count: rest }] : [];
    }),
  };
}
