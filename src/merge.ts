// Findings of all scopes -> diagnostics: located, each reported once, silent beside their own root cause.

import type { Diagnostic, Path } from "./diagnostic.ts";
import type { Fault, Found, Outcome } from "./engine.ts";
import type { Graph } from "./graph/graph.ts";
import type { Resource } from "./kubernetes/resource.ts";
import { originOf, rangeIn } from "./load.ts";
import { locateFinding, locateProblem, urlOf } from "./locate.ts";
import { Overrides } from "./overrides.ts";
import { placeOf } from "./place.ts";
import { type Settings, wantsStrict } from "./settings.ts";
import { timeProblem } from "./yaml/limit-problem.ts";

/** Problems that hide what an author meant: beside one of them, a rule about something missing would say the same thing twice. */
const HIDING = new Set(["probe-misspelled", "misplaced-field", "unknown-field", "invalid-type", "yaml-duplicate-key"]);

export function findingsOf(
  outcomes: readonly Outcome[],
  problems: readonly Diagnostic[],
  settings: Settings,
  { hasContext }: { hasContext: boolean },
): Diagnostic[] {
  const causes = causesIn(problems);
  const broken = new Set(problems.filter(isUnread).map(({ file }) => directoryOf(file)));
  const overrides = settings.overrides.length === 0 ? undefined : new Overrides(settings, []);
  const merged = new Map<string, { diagnostic: Diagnostic; scopes: Set<string> }>();
  for (const found of outcomes.flatMap(outcome => outcome.found)) {
    if (found.finding.strict === true && !wantsStrict(found.rule, settings)) continue;
    if (found.rule.absence === true && !hasContext) continue;
    if (overrides !== undefined && isOffInOverlay(found, overrides)) continue;
    const located = locateFinding(found);
    if (located === undefined) continue;
    // A document that was not read may hold what seems to be missing.
    if (found.rule.absence === true && broken.has(directoryOf(located.file))) continue;
    const { diagnostic, cause } = settle(located, found, causes, settings);
    if (cause) continue;
    const sentence = withWrittenNames(diagnostic.message, found.graph);
    const key = `${diagnostic.ruleId}\n${diagnostic.file}\n${diagnostic.range.start.offset}\n${sentence}`;
    const entry = merged.get(key) ?? { diagnostic, scopes: new Set<string>() };
    merged.set(key, entry);
    if (found.graph.name !== "") entry.scopes.add(found.graph.name);
  }
  return [...merged.values()].map(({ diagnostic, scopes }) => named(diagnostic, scopes));
}

/** An override of an overlay's files speaks of what the overlay makes of its bases, too. (Those of the object's own file are for later.) */
function isOffInOverlay({ rule, resource, finding, graph }: Found, overrides: Overrides): boolean {
  if (graph.name === "") return false;
  const isOff = (file: string) => overrides.settingFor(rule.id, file, resource)?.severity === "off";
  return isOff(`${graph.name}/kustomization.yaml`) && !isOff(originOf(finding.at)?.file.source.path ?? "");
}

/** Rule and file of findings for the strict preset that are not reported now: an ignore of theirs is not unused. */
export function mutedBy(outcomes: readonly Outcome[], settings: Settings): Set<string> {
  const muted = outcomes
    .flatMap(({ found }) => found)
    .filter(({ rule, finding }) => finding.strict === true && !wantsStrict(rule, settings));
  return new Set(muted.map(({ rule, finding }) => `${rule.id} ${originOf(finding.at)?.file.source.path}`));
}

/** The severity given by the configuration, and whether the finding only repeats a problem found before. */
function settle(diagnostic: Diagnostic, found: Found, causes: ReadonlyMap<string, Diagnostic[]>, settings: Settings) {
  const given = settings.rules[found.rule.id]?.severity;
  const severity = given === undefined || given === "off" ? diagnostic.severity : given;
  const beside = causes.get(`${diagnostic.file}\n${diagnostic.document}`) ?? [];
  const yieldsTo = found.rule.yieldsTo ?? [];
  const cause = beside.some(
    problem =>
      (yieldsTo.includes(problem.ruleId) && startsWith(problem.path, found.finding.scope?.path ?? diagnostic.path)) ||
      // Whatever is said of a value of the wrong type, or of what it does not hold, follows from its type.
      (problem.ruleId === "invalid-type" && startsWith(diagnostic.path, problem.path)),
  );
  return { diagnostic: { ...diagnostic, severity }, cause: cause || found.finding.at.isWithinUnknown };
}

function causesIn(problems: readonly Diagnostic[]): Map<string, Diagnostic[]> {
  const causes = new Map<string, Diagnostic[]>();
  for (const problem of problems) {
    if (!HIDING.has(problem.ruleId)) continue;
    const key = `${problem.file}\n${problem.document}`;
    causes.set(key, [...(causes.get(key) ?? []), problem]);
  }
  return causes;
}

function startsWith(path: Path, prefix: Path): boolean {
  return prefix.length <= path.length && prefix.every((step, index) => step === path[index]);
}

/**
 * A message with the names and namespaces that stand in the manifests, in the place of those that a kustomization makes of them: two overlays
 * that say the same of the same place have found one mistake.
 */
function withWrittenNames(message: string, graph: Graph): string {
  if (graph.name === "") return message;
  let names = writtenNames.get(graph);
  if (names === undefined) {
    names = new Map(graph.resources.flatMap(namesAsWritten));
    writtenNames.set(graph, names);
  }
  return names.size === 0 ? message : message.replace(/[\w.-]+/g, word => names.get(word) ?? word);
}

const writtenNames = new WeakMap<Graph, ReadonlyMap<string, string>>();

/** Name and namespace of a resource with those in its manifest, where they differ. */
function namesAsWritten({ name, namespace, kind, root }: Resource): [now: string, written: string][] {
  const [written, ...others] = originOf(root)?.resources.filter(resource => resource.kind === kind) ?? [];
  if (written === undefined || others.length > 0) return [];
  const pairs = [
    [name, written.name ?? ""],
    [namespace, written.namespace ?? ""],
  ] as const;
  return pairs.flatMap(([now, then]) => (now === undefined || now === then ? [] : [[now, then]]));
}

/** A finding that holds in several overlays is reported once, naming them. */
function named(diagnostic: Diagnostic, scopes: ReadonlySet<string>): Diagnostic {
  if (scopes.size < 2) return diagnostic;
  const names = [...scopes].sort();
  const shown = names.length <= 3 ? names.join(", ") : `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`;
  const note = `seen in ${shown}`;
  return { ...diagnostic, help: diagnostic.help === undefined ? note : `${diagnostic.help}; ${note}` };
}

/** Whether a part of a file was not read: it does not parse, or lies beyond a bound. */
export function isUnread({ ruleId }: Pick<Diagnostic, "ruleId">): boolean {
  return ruleId === "yaml-syntax" || ruleId === "input-limit";
}

function directoryOf(file: string): string {
  return file.slice(0, file.lastIndexOf("/") + 1);
}

const NOWHERE = { line: 1, column: 1, offset: 0 };

/** The time of a file was up before every rule was shown this object. */
export function lateDiagnostic(resource: Resource, { limits }: Settings): Diagnostic {
  const loaded = originOf(resource.root);
  const { start, end } = placeOf(resource.root);
  const problem = timeProblem("rules", limits, start, end);
  if (loaded !== undefined) return locateProblem(problem, loaded, resource);
  // What a kustomization generates stands in no manifest.
  const { ruleId, severity, message, help } = problem;
  return {
    ...{ ruleId, severity, message, ...(help === undefined ? {} : { help }), url: urlOf(ruleId), file: resource.file },
    ...{ range: { start: NOWHERE, end: NOWHERE }, document: 0, path: [], related: [], fixes: [] },
    fingerprint: `${ruleId}/${resource.file}`,
  };
}

/** A bug in a rule, told where it showed. */
export function faultDiagnostic({ rule, resource, graph, error }: Fault): Diagnostic {
  const loaded = resource === undefined ? undefined : originOf(resource.root);
  const place = resource === undefined ? { start: 0, end: 0 } : placeOf(resource.root);
  const reason = error instanceof Error ? error.message : String(error);
  return {
    ruleId: "internal-error",
    severity: "error",
    message: `rule ${rule.id} failed here (${reason}); its findings on ${resource === undefined ? "all that is deployed together" : "this object"} are missing, all others are complete`,
    help: "this is a bug in kprobe-lint; please report it with the manifest that caused it",
    url: urlOf("internal-error"),
    file: resource?.file ?? graph.resources[0]?.file ?? "",
    range: loaded === undefined ? { start: NOWHERE, end: NOWHERE } : rangeIn(loaded.file, place.start, place.end),
    document: resource?.document ?? 0,
    path: resource?.root.path ?? [],
    related: [],
    fixes: [],
    fingerprint: `internal-error/${rule.id}/${resource?.file ?? ""}/${resource?.document ?? 0}`,
  };
}
