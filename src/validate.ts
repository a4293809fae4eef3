// One file against the API: what the reader said of its documents, what the validator says of its objects, and what was left out.

import { deceptions, mayDeceive } from "./deceptive.ts";
import type { Diagnostic, Problem, Skipped } from "./diagnostic.ts";
import type { FileTime } from "./file-time.ts";
import { isKustomizationFile } from "./graph/kustomize/files.ts";
import { directoryOf } from "./graph/place-list.ts";
import type { Scopes } from "./graph/scopes.ts";
import type { Resource } from "./kubernetes/resource.ts";
import { type LoadedDocument, type LoadedFile, looksLikeManifest } from "./load.ts";
import { locateProblem } from "./locate.ts";
import { placeOf } from "./place.ts";
import type { PolicyJudge } from "./policy/judge.ts";
import type { CustomValidator } from "./schema/custom.ts";
import { loadValidator, type ResourceValidator } from "./schema/validate.ts";
import { givenSeverity, isActiveId, isActiveSomewhere, isUnselected, type Settings } from "./settings.ts";
import { timeProblem } from "./yaml/limit-problem.ts";

export interface ValidatedFile {
  readonly diagnostics: readonly Diagnostic[];
  readonly skipped: readonly Skipped[];
}

export interface Judge {
  readonly settings: Settings;
  readonly time: FileTime;
  readonly builtIn: ResourceValidator;
  /** By the CustomResourceDefinitions of the project; undefined where there are none. */
  readonly custom: CustomValidator | undefined;
  /** Expressions of policies; undefined where there are none. */
  readonly policies: PolicyJudge | undefined;
  /** Patches and other parts of objects, each with the reason why it is none. */
  readonly fragments: ReadonlyMap<Resource, string>;
  /** Whether a kustomization may still give the subjects of a ClusterRoleBinding their namespaces; undefined where there is none. */
  readonly hasOpenSubjects: ((binding: Resource) => boolean) | undefined;
}

/** Loads what judges the objects of some files. `definitions` are all files that may hold a CustomResourceDefinition. */
export async function loadJudge(
  files: readonly LoadedFile[],
  definitions: readonly LoadedFile[],
  { settings, time, fragments, roots: built }: Pick<Judge, "settings" | "time" | "fragments"> & Pick<Scopes, "roots">,
): Promise<Judge> {
  const roots = resourcesOf(files).map(({ root }) => root);
  const stray = files.flatMap(({ documents }) =>
    documents.filter(({ resources }) => resources.length === 0).map(({ root }) => root),
  );
  const builtIn = await loadValidator([...roots, ...stray]);
  const crds = resourcesOf(definitions).filter(
    ({ groupKind }) => groupKind === "apiextensions.k8s.io/CustomResourceDefinition",
  );
  const custom = crds.length === 0 ? undefined : (await import("./schema/custom.ts")).customValidator(crds);
  const policies = resourcesOf(files).some(({ kind }) => kind === "ValidatingAdmissionPolicy")
    ? await (await import("./policy/judge.ts")).loadPolicyJudge()
    : undefined;
  const hasOpenSubjects = resourcesOf(files).some(isClusterRoleBinding)
    ? await loadOpenSubjects(definitions, built)
    : undefined;
  return { settings, time, builtIn, custom, policies, fragments, hasOpenSubjects };
}

async function loadOpenSubjects(
  files: readonly LoadedFile[],
  built: Scopes["roots"],
): Promise<Judge["hasOpenSubjects"]> {
  const kustomizations = files
    .filter(({ source }) => isKustomizationFile(source.path))
    .flatMap(({ source, documents }) =>
      documents.flatMap(({ document: { root } }) =>
        root === undefined ? [] : [{ directory: directoryOf(source.path), root }],
      ),
    );
  if (kustomizations.length === 0) return undefined;
  return (await import("./graph/kustomize/open-subjects.ts")).openSubjects(kustomizations, built);
}

function isClusterRoleBinding({ groupKind }: Resource): boolean {
  return groupKind === "rbac.authorization.k8s.io/ClusterRoleBinding";
}

/** `subjects[0].namespace`, in a list, too. */
function isOfSubject({ path, ruleId }: Problem): boolean {
  return ruleId === "missing-field" && path.at(-1) === "namespace" && path.at(-3) === "subjects";
}

function resourcesOf(files: readonly LoadedFile[]): Resource[] {
  return files.flatMap(({ documents }) => documents.flatMap(({ resources }) => resources));
}

export function validateFile(file: LoadedFile, judge: Judge): ValidatedFile {
  const diagnostics: Diagnostic[] = [];
  const skipped: Skipped[] = [];
  const { time } = judge;
  time.on(file.source.path);
  const isDeceptive = mayDeceive(file.source.text);
  for (const loaded of file.documents) {
    const { root, problems } = loaded.document;
    if (root !== undefined && !looksLikeManifest(loaded)) continue;
    if (root === undefined && !isPerhapsManifest(file, loaded)) continue;
    for (const problem of problems) diagnostics.push(locateProblem(problem, loaded, loaded.resources[0]));
    if (problems.some(({ ruleId }) => ruleId === "unrendered-template")) {
      skipped.push({ file: file.source.path, document: loaded.document.index, reason: "template" });
    }
    if (isLate(loaded, loaded.resources[0], judge, diagnostics)) continue;
    validateDocument(loaded, judge, diagnostics, skipped);
    if (isDeceptive) tellDeceptions(loaded, diagnostics);
  }
  time.off();
  return {
    diagnostics: diagnostics
      .filter(({ ruleId }) => isActiveId(ruleId, judge.settings) || isActiveSomewhere(ruleId, judge.settings))
      .map(diagnostic => settled(diagnostic, judge)),
    skipped,
  };
}

/** Of a document that does not parse only the text can tell whether it was meant as a manifest. Where another document of the file is one, it counts as one. */
function isPerhapsManifest(file: LoadedFile, { document }: LoadedDocument): boolean {
  if (document.problems.length === 0) return false;
  const text = file.source.text.slice(document.start, document.end);
  return (
    /(?:^[ \t]*|[{,]\s*)["']?(?:apiVersion|kind)["']?\s*:/m.test(text) ||
    file.documents.some(({ resources }) => resources.length > 0)
  );
}

function validateDocument(loaded: LoadedDocument, judge: Judge, diagnostics: Diagnostic[], skipped: Skipped[]): void {
  const file = loaded.file.source.path;
  const document = loaded.document.index;
  const add = (problems: readonly Problem[], resource: Resource | undefined) =>
    diagnostics.push(...problems.map(problem => locateProblem(problem, loaded, resource)));
  if (loaded.resources.length === 0 && loaded.document.root !== undefined) {
    add(judge.builtIn(loaded.root, { minor: judge.settings.minor }).problems, undefined);
    return;
  }
  for (const resource of loaded.resources) {
    if (isLate(loaded, resource, judge, diagnostics)) return;
    const fragment = judge.fragments.get(resource);
    if (fragment !== undefined) {
      skipped.push({ file, document, reason: "patch", detail: fragment });
      continue;
    }
    const { known, problems } = judge.builtIn(resource.root, { minor: judge.settings.minor });
    const custom = known === "unknown" ? judge.custom?.(resource.root, file, judge.settings.minor) : undefined;
    if (custom !== undefined) add(custom, resource);
    else if (known === "unknown") {
      add(problems, resource);
      skipped.push({ file, document, reason: "unknown-kind", detail: `${resource.apiVersion} ${resource.kind}` });
    } else add([...lasting(problems, resource, judge), ...(judge.policies?.(resource.root) ?? [])], resource);
  }
}

/** Without the namespaces of subjects that a kustomization may add. */
function lasting(problems: readonly Problem[], resource: Resource, { hasOpenSubjects }: Judge): readonly Problem[] {
  if (!isClusterRoleBinding(resource) || !problems.some(isOfSubject)) return problems;
  return hasOpenSubjects?.(resource) === true ? problems.filter(problem => !isOfSubject(problem)) : problems;
}

/** Whether the time of the file is up before this object, which is told once. */
function isLate(
  loaded: LoadedDocument,
  resource: Resource | undefined,
  { time, settings }: Judge,
  diagnostics: Diagnostic[],
): boolean {
  if (!time.isUp()) return false;
  const { start, end } = placeOf(resource?.root ?? loaded.root);
  const problem = timeProblem("validating", settings.limits, start, end);
  if (time.isToBeTold()) diagnostics.push(locateProblem(problem, loaded, resource));
  return true;
}

/** Where the server refuses the text anyway, that says enough. */
function tellDeceptions(loaded: LoadedDocument, diagnostics: Diagnostic[]): void {
  for (const problem of deceptions(loaded)) {
    const place = problem.path.join("\n");
    const isRefused = diagnostics.some(
      ({ severity, document, path }) =>
        severity === "error" && document === loaded.document.index && path.join("\n") === place && path.length > 0,
    );
    if (!isRefused) diagnostics.push(locateProblem(problem, loaded, loaded.resources[0]));
  }
}

/** With the severity the configuration gives, where it gives one. What is told though nobody selected it is not mended in passing. */
function settled(diagnostic: Diagnostic, { settings }: Judge): Diagnostic {
  const severity = givenSeverity(diagnostic.ruleId, settings) ?? diagnostic.severity;
  const fixes = isUnselected(diagnostic.ruleId, settings) ? [] : diagnostic.fixes;
  return { ...diagnostic, severity, fixes };
}
