// What the API server said of a document, what we say, and where the two differ.

import { formatPath, type Path, type Problem } from "../../src/diagnostic.ts";
import type { Field } from "../../src/field.ts";
import { loadPolicyJudge } from "../../src/policy/judge.ts";
import { loadValidator } from "../../src/schema/validate.ts";
import type { Sent } from "./reading.ts";

export interface Verdict {
  readonly verdict: "accept" | "warn" | "reject" | "reject-strict" | "unserved" | "unknown" | "empty";
  readonly known?: boolean;
  readonly kubectl?: Verdict["verdict"];
  readonly decodeError?: string;
  readonly strictErrors?: readonly string[];
  readonly errors?: readonly { readonly type: string; readonly field: string; readonly detail?: string }[];
  readonly warnings?: readonly string[];
  readonly dropped?: readonly string[];
}

export interface Judged {
  readonly rejected: boolean;
  readonly known: "built-in" | "unserved" | "unknown" | undefined;
  readonly problems: readonly Problem[];
  /** Problems with their paths as the server writes them, beginning at the object. */
  readonly refusals: readonly { readonly problem: Problem; readonly fields: readonly string[] }[];
  readonly warned: readonly { readonly field: string; readonly message: string }[];
  readonly dropped: readonly string[];
}

/** Rules whose findings the server makes while it decodes: unknown fields, wrong types, kinds that are not there. */
const DECODING = new Set([
  "unknown-field",
  "misplaced-field",
  "probe-misspelled",
  "invalid-type",
  "removed-api",
  "yaml-syntax",
]);

const policies = await loadPolicyJudge();

export async function judge({ root, problems }: Sent, minor: number): Promise<Judged> {
  if (root === undefined) return collect(new Set(), undefined, problems, []);
  const validate = await loadValidator([root]);
  const { known, problems: found, dropped } = validate(root, { minor });
  return collect(root, known, [...problems, ...found, ...policies(root)], dropped);
}

function collect(
  root: Field | Set<never>,
  known: Judged["known"],
  problems: readonly Problem[],
  dropped: readonly string[],
): Judged {
  const start = root instanceof Set ? [] : root.path;
  const fieldsOf = ({ path, serverField, serverAlso = [] }: Problem) =>
    [serverField ?? serverPath(path), ...serverAlso].map(text => withoutStart(text, start));
  const rejecting = problems.filter(problem => problem.server === "rejects");
  return {
    rejected: rejecting.length > 0,
    known,
    problems,
    refusals: rejecting.map(problem => ({ problem, fields: fieldsOf(problem) })),
    warned: problems
      .filter(({ server }) => server === "warns")
      .map(problem => ({ field: fieldsOf(problem)[0] ?? "", message: problem.message })),
    dropped: [
      ...problems.filter(({ server }) => server === "drops").flatMap(fieldsOf),
      ...dropped.map(text => withoutStart(text, start)),
    ],
  };
}

function serverPath(path: Path): string {
  return formatPath(path);
}

/** An object in a List is its own document to the server. */
function withoutStart(text: string, start: Path): string {
  const prefix = formatPath(start);
  return prefix !== "" && text.startsWith(`${prefix}.`) ? text.slice(prefix.length + 1) : text;
}

export function isRejection(verdict: Verdict["verdict"]): boolean {
  return verdict === "reject" || verdict === "reject-strict" || verdict === "unserved";
}

/** Whether we refuse what the server refuses: with kubectl in between, or without. */
export function sameVerdict(expected: Verdict, rejected: boolean): boolean {
  if (isRejection(expected.verdict) === rejected) return true;
  return expected.kubectl !== undefined && isRejection(expected.kubectl) === rejected;
}

/** The paths of the server's validation errors, without those of decoding. */
export function expectedFields({ errors = [] }: Verdict): string[] {
  return distinct(errors.map(({ field }) => field));
}

export function foundFields({ refusals }: Judged): string[] {
  return distinct(refusals.flatMap(({ problem, fields }) => (DECODING.has(problem.ruleId) ? fields.slice(1) : fields)));
}

/** Paths of the fields the server does not know. */
export function expectedUnknown({ strictErrors = [] }: Verdict): string[] {
  const names = strictErrors.map(text => /^unknown field (".*")$/s.exec(text)?.[1]);
  return distinct(names.filter(name => name !== undefined).map(name => String(JSON.parse(name))));
}

export function foundUnknown({ refusals }: Judged): string[] {
  const unknown = new Set(["unknown-field", "misplaced-field", "probe-misspelled"]);
  return distinct(
    refusals
      .filter(({ problem }) => unknown.has(problem.ruleId))
      .map(({ problem: { path }, fields }) => strictPath(path, fields[0] ?? "")),
  );
}

/** Unknown fields are named with plain dots, whatever is in the key. */
function strictPath(path: Path, formatted: string): string {
  if (path.every(part => typeof part === "number" || /^[\w$-]+$/.test(part))) return formatted;
  let text = "";
  for (const part of path) text += typeof part === "number" ? `[${part}]` : `${text === "" ? "" : "."}${part}`;
  return text;
}

/** Warnings are matched by their text in the message, or by their path. */
export function compareWarnings(expected: readonly string[], found: Judged["warned"]) {
  const left = [...found];
  const missed: string[] = [];
  for (const warning of expected) {
    const path = /^([\w.[\]/-]+): /.exec(warning)?.[1];
    let at = left.findIndex(({ message }) => message.includes(warning));
    if (at < 0 && path !== undefined) at = left.findIndex(({ field }) => field === path);
    if (at < 0) missed.push(warning);
    else left.splice(at, 1);
  }
  return { missed, extra: left.map(({ field, message }) => `${field}: ${message}`) };
}

export function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every(text => b.includes(text));
}

export function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}
