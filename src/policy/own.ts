// The policies of a project: those of its configuration, in short form or as paths, and those of `--policies`. To the rest of the
// program each is a rule called `policy/ID`.

import { dirname, relative, sep } from "node:path";
import { ConfigError } from "../config.ts";
import type { WrittenPolicy } from "../config-read.ts";
import type { Diagnostic, Path, Severity } from "../diagnostic.ts";
import { type LoadedDocument, load } from "../load.ts";
import { locateProblem } from "../locate.ts";
import { manifestsAt } from "../more-sources.ts";
import type { AnyRule } from "../rule.ts";
import type { Source } from "../yaml/document.ts";
import type { TestedPolicy } from "./examples.ts";
import { admissionRules, shortRule } from "./own-rules.ts";
import { INVALID_POLICY, placeIn } from "./problems.ts";
import { loadShortPolicies, type ShortPolicies } from "./short.ts";
import { misspelledKind } from "./short-types.ts";

/** A policy in short form, and where it is written. */
export interface WrittenShort {
  readonly policy: TestedPolicy;
  readonly file: string;
  readonly text: string;
  readonly path: Path;
  readonly at: number;
}

/** What is wrong with a policy in short form. */
interface Flaw {
  readonly written: WrittenShort;
  readonly below: Path;
  /** In the text of the field. */
  readonly offset: number;
  readonly message: string;
  readonly severity: Severity;
}

export interface OwnPolicies {
  readonly rules: readonly AnyRule[];
  /** As a configuration has them. */
  readonly written: readonly unknown[];
  readonly shorts: readonly WrittenShort[];
  /** Files with ValidatingAdmissionPolicies, bindings and parameters, by their absolute paths. */
  readonly sources: readonly Source[];
  readonly flaws: readonly Flaw[];
  /** There is a policy without a name: no rule stands for it. */
  readonly hasUnnamed: boolean;
}

export interface OwnRequest {
  readonly written: readonly WrittenPolicy[];
  /** Of `--policies`. */
  readonly given: readonly Source[];
  readonly minor: number;
}

/** Throws UsageError where a path of the configuration holds no policy. */
export async function ownPolicies({ written, given, minor }: OwnRequest): Promise<OwnPolicies> {
  const shorts = written.flatMap(({ value, file = "", text = "", path, at }) =>
    typeof value === "string" ? [] : [{ policy: value as TestedPolicy, file, text, path, at }],
  );
  const sources = new Map(given.map(source => [source.path, source]));
  for (const policy of written) for (const source of await sourcesAt(policy)) sources.set(source.path, source);
  const policies = await loadShortPolicies(
    shorts.map(({ policy }) => policy),
    minor,
  );
  const admission = await admissionRules([...sources.values()]);
  return {
    rules: [...shorts.map(short => shortRule(short, policies)), ...admission.rules],
    hasUnnamed: admission.hasUnnamed,
    written: written.map(({ value, file = "" }) =>
      typeof value === "string" ? relative(dirname(file), value).split(sep).join("/") : value,
    ),
    shorts,
    sources: [...sources.values()],
    flaws: shorts.flatMap(short => flawsOf(short, policies)),
  };
}

async function sourcesAt({ value, file = "", text = "", at }: WrittenPolicy): Promise<Source[]> {
  if (typeof value !== "string") return [];
  const nothing = { cwd: dirname(file), stdin: () => "" };
  const complaint = (sentence: string) => `"policies": ${sentence}`;
  return manifestsAt(
    [value],
    nothing,
    sentence => new ConfigError(`${file}: ${complaint(sentence)}`, file, text, [{ at, sentence: complaint(sentence) }]),
  );
}

function flawsOf(written: WrittenShort, policies: ShortPolicies): Flaw[] {
  const { id, match } = written.policy;
  const fault = policies.faults.get(id);
  const kinds = (match?.kinds ?? []).flatMap((kind, index): Flaw[] => {
    const near = misspelledKind(kind);
    if (near === undefined) return [];
    const message = `no kind is called "${kind}"; did you mean "${near}"?`;
    return [{ written, below: ["match", "kinds", index], offset: 0, message, severity: "warning" }];
  });
  if (fault === undefined) return kinds;
  return [{ written, below: ["expression"], offset: fault.at, message: fault.message, severity: "error" }, ...kinds];
}

/** The first error in a policy in short form, with its place: `.kprobe-lint.yaml:3:17: sentence`. */
export async function faultIn(own: OwnPolicies, id: string, cwd: string): Promise<string | undefined> {
  const flaws = own.flaws.filter(({ written, severity }) => written.policy.id === id && severity === "error");
  const [first] = await flawDiagnostics({ flaws }, cwd);
  return first && `${first.file}:${first.range.start.line}:${first.range.start.column}: ${first.message}`;
}

/** What is wrong with the policies in short form, at its place in the configuration. */
export async function flawDiagnostics({ flaws }: Pick<OwnPolicies, "flaws">, root: string): Promise<Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const { written, below, offset, message, severity } of flaws) {
    const loaded = await documentOf(written, relative(root, written.file).split(sep).join("/"));
    if (loaded === undefined) continue;
    const at = loaded.root.get(...written.path, ...below);
    const problem = { ruleId: INVALID_POLICY, severity, message, path: at.path, ...placeIn(at, offset) };
    found.push(locateProblem(problem, loaded, undefined));
  }
  return found;
}

async function documentOf({ text }: WrittenShort, path: string): Promise<LoadedDocument | undefined> {
  const { documents } = await load({ path, text });
  return documents.find(({ document }) => document.root !== undefined);
}

/** Texts of the files in which something may be wrong with a policy, by their paths from the root. */
export function textsIn({ shorts, sources }: OwnPolicies, root: string): Map<string, string> {
  const files = [...shorts.map(({ file, text }) => ({ path: file, text })), ...sources];
  return new Map(files.map(({ path, text }) => [relative(root, path).split(sep).join("/"), text]));
}
