// ValidatingAdmissionPolicies on the objects of a run: their findings as diagnostics, and what is wrong with the policies.

import type { Diagnostic, Problem } from "./diagnostic.ts";
import { formatPath } from "./diagnostic.ts";
import type { Graph } from "./graph/graph.ts";
import type { Resource } from "./kubernetes/resource.ts";
import { type LoadedFile, load, originOf } from "./load.ts";
import { locateProblem } from "./locate.ts";
import { placeOf } from "./place.ts";
import { loadPolicies, type Policies, type PolicyFinding } from "./policy/findings.ts";
import { flawDiagnostics, type OwnPolicies } from "./policy/own.ts";
import { INVALID_POLICY } from "./policy/problems.ts";
import { unasked } from "./policy/unasked.ts";
import { givenSeverity, isActiveId, isActiveSomewhere, type Settings } from "./settings.ts";
import type { Source } from "./yaml/document.ts";

export interface PolicyRun {
  /** What the policies say of the objects. */
  readonly found: readonly Diagnostic[];
  /** What is wrong with the policies, wherever they lie. */
  readonly ofPolicies: readonly Diagnostic[];
  /** Files that were read for it. */
  readonly files: readonly LoadedFile[];
}

/** `files` are those that are loaded already: a policy may be among them. */
export async function runPolicies(
  sources: readonly Source[],
  files: readonly LoadedFile[],
  {
    graphs,
    settings,
    problems,
  }: {
    graphs: readonly Pick<Graph, "resources" | "namespaceOf">[];
    settings: Settings;
    /** Of the objects, policies among them. */
    problems: readonly Diagnostic[];
  },
): Promise<PolicyRun> {
  const known = new Map(files.map(file => [file.source.path, file]));
  const read: LoadedFile[] = [];
  for (const source of sources) read.push(known.get(source.path) ?? (await load(source)));
  const resources = read.flatMap(({ documents }) => documents.flatMap(document => document.resources));
  const policies = await loadPolicies(resources, { minor: settings.minor });
  const labels = namespaceLabels(graphs);
  const found = new Map<string, Diagnostic>();
  const seen = new Map<Resource, string>();
  for (const graph of graphs)
    for (const resource of graph.resources) {
      const namespace = graph.namespaceOf(resource);
      if (seen.get(resource) === namespace) continue;
      seen.set(resource, namespace);
      for (const diagnostic of ofResource(policies, resource, namespace, labels.get(namespace)))
        found.set(keyOf(diagnostic), diagnostic);
    }
  const told = new Set(problems.map(keyOf));
  // What is wrong with an object of the input has been told, unless only policies are chosen.
  const isToldAnyway = ({ file, ruleId }: Diagnostic) =>
    known.has(file) && ruleId !== INVALID_POLICY && isActive(ruleId, settings);
  const ofPolicies = [
    ...(await unasked(read, settings.minor)).map(({ loaded, resource, problem }) =>
      locateProblem(problem, loaded, resource),
    ),
    ...policies.problems.flatMap(({ resource, problem }) => located(problem, resource) ?? []),
  ].filter(one => isWanted(one.ruleId, settings) && !isToldAnyway(one) && !told.has(keyOf(one)));
  const given = (diagnostic: Diagnostic) => withSeverity(diagnostic, settings);
  return {
    found: [...found.values()].filter(({ ruleId }) => isActive(ruleId, settings)).map(given),
    ofPolicies: ofPolicies.map(given),
    files: read.filter(({ source }) => !known.has(source.path)),
  };
}

function keyOf({ ruleId, file, range, message }: Diagnostic): string {
  return JSON.stringify([ruleId, file, range.start, message]);
}

function isActive(ruleId: string, settings: Settings): boolean {
  return isActiveId(ruleId, settings) || isActiveSomewhere(ruleId, settings);
}

/** Who chooses policies wants to hear of those that cannot be asked: their silence is no pass. */
function isWanted(ruleId: string, settings: Settings): boolean {
  if (isActive(ruleId, settings)) return true;
  const isChosen = settings.select.some(id => id === "policy" || id.startsWith("policy/"));
  return isChosen && !settings.ignore.includes(ruleId) && settings.rules[ruleId]?.severity !== "off";
}

function withSeverity(diagnostic: Diagnostic, settings: Settings): Diagnostic {
  return { ...diagnostic, severity: givenSeverity(diagnostic.ruleId, settings) ?? diagnostic.severity };
}

/** What is wrong with the policies of a configuration, as the settings want it told. */
export async function ofSettings(own: OwnPolicies, root: string, settings: Settings): Promise<Diagnostic[]> {
  const found = await flawDiagnostics(own, root);
  return found.filter(({ ruleId }) => isWanted(ruleId, settings)).map(one => withSeverity(one, settings));
}

/** The labels of the Namespaces of the input, by name. */
function namespaceLabels(graphs: readonly Pick<Graph, "resources">[]): Map<string, ReadonlyMap<string, string>> {
  const labels = new Map<string, ReadonlyMap<string, string>>();
  for (const { resources } of graphs)
    for (const resource of resources)
      if (resource.groupKind === "/Namespace" && resource.name !== undefined)
        labels.set(resource.name, resource.labels);
  return labels;
}

function ofResource(
  policies: Policies,
  resource: Resource,
  namespace: string,
  namespaceLabels: ReadonlyMap<string, string> | undefined,
): Diagnostic[] {
  const surroundings = { namespace, ...(namespaceLabels === undefined ? {} : { namespaceLabels }) };
  return policies.evaluate(resource, surroundings).flatMap(finding => located(problemOf(finding), resource) ?? []);
}

function problemOf({ policy, severity, message, help, at }: PolicyFinding): Problem {
  return {
    ruleId: `policy/${policy}`,
    severity,
    message,
    help,
    ...(severity === "error" ? { server: "rejects" as const, serverField: formatPath(at.path) } : {}),
    path: at.path,
    ...placeOf(at),
  };
}

function located(problem: Problem, resource: Resource): Diagnostic | undefined {
  const loaded = originOf(resource.root);
  return loaded === undefined ? undefined : locateProblem(problem, loaded, resource);
}
