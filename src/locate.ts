// Findings and problems -> diagnostics: the one place that knows fields as well as files and lines.

import { type Diagnostic, type Edit, formatPath, type Path, type Problem, type RelatedLocation } from "./diagnostic.ts";
import { fingerprintOf } from "./digest.ts";
import type { Found } from "./engine.ts";
import type { Field } from "./field.ts";
import { editsOfAll, fieldOf } from "./fix.ts";
import { isDerived } from "./graph/kustomize/edit.ts";
import type { Resource } from "./kubernetes/resource.ts";
import { type LoadedDocument, originOf, rangeIn } from "./load.ts";
import { placeOf } from "./place.ts";
import type { Finding, RuleFix } from "./rule.ts";

/** Where the page of a rule is found on the web; `kprobe-lint explain` prints the same page. */
const PAGES = "https://github.com/kprobe-lint/kprobe-lint/blob/main/rules/README.md";

/** Policies of a project have their pages there; how they are written is told in ours. */
const OWN = "https://github.com/kprobe-lint/kprobe-lint#your-own-policies";

export function urlOf(ruleId: string): string {
  if (ruleId.startsWith("policy/")) return OWN;
  return `${PAGES}#${ruleId}`;
}

/** A problem of the reader or a validator, in its document. `resource` is the object it is about, where one could be read. */
export function locateProblem(problem: Problem, loaded: LoadedDocument, resource: Resource | undefined): Diagnostic {
  const { file, document } = loaded;
  const path = file.source.path;
  const fixes = problem.fixes?.map(fix => ({
    ...fix,
    edits: fix.edits.map(edit => ({ ...edit, file: edit.file ?? path })),
  }));
  return {
    ruleId: problem.ruleId,
    severity: problem.severity,
    message: problem.message,
    ...(problem.help === undefined ? {} : { help: problem.help }),
    url: urlOf(problem.ruleId),
    ...(problem.server === undefined ? {} : { server: problem.server }),
    file: path,
    range: rangeIn(file, problem.start, problem.end),
    document: document.index,
    path: problem.path,
    ...(resource === undefined ? {} : { resource: describe(resource, problem.path) }),
    related: (problem.related ?? []).map(({ start, end, message }) => ({
      file: path,
      range: rangeIn(file, start, end),
      message,
    })),
    fixes: fixes ?? [],
    fingerprint: fingerprint(problem.ruleId, resource, path, problem.path, loaded.root),
  };
}

/** A finding of a rule. Undefined when its field belongs to no document, which would be a bug of the rule. */
export function locateFinding({ rule, finding, resource, container }: Found): Diagnostic | undefined {
  const loaded = originOf(finding.at);
  if (loaded === undefined) return undefined;
  const owner = resource !== undefined && originOf(resource.root) === loaded ? resource : ownerOf(finding.at, loaded);
  const { start, end } = placeOf(finding.at);
  const path = finding.at.path;
  return {
    ruleId: rule.id,
    severity: finding.severity ?? rule.severity,
    message: finding.message,
    ...(finding.help === undefined ? {} : { help: finding.help }),
    url: urlOf(rule.id),
    file: loaded.file.source.path,
    range: rangeIn(loaded.file, start, end),
    document: loaded.document.index,
    path,
    ...(owner === undefined ? {} : { resource: describe(owner, path, container?.field) }),
    related: (finding.related ?? []).map(relatedLocation).filter(location => location !== undefined),
    fixes: (finding.fixes ?? []).map(fix => locateFix(fix, finding)).filter(fix => fix !== undefined),
    fingerprint: fingerprint(rule.id, owner, loaded.file.source.path, path, loaded.root),
  };
}

function relatedLocation({ at, message }: { at: Field; message: string }): RelatedLocation | undefined {
  const loaded = originOf(at);
  if (loaded === undefined) return undefined;
  const { start, end } = placeOf(at);
  return { file: loaded.file.source.path, range: rangeIn(loaded.file, start, end), message };
}

function locateFix(fix: RuleFix, finding: Finding): Diagnostic["fixes"][number] | undefined {
  const edits: (Edit & { file: string })[] = [];
  for (const change of fix.changes) {
    const field = fieldOf(change);
    // A value that a kustomization made stands in no manifest: there is nothing to edit.
    if (isDerived(field.node) || isDerived(field.entry?.key)) return undefined;
    const loaded = originOf(field) ?? originOf(finding.at);
    const some = loaded === undefined ? undefined : editsOfAll([change], loaded.file.source.text);
    if (loaded === undefined || some === undefined) return undefined;
    edits.push(...some.map(edit => ({ ...edit, file: loaded.file.source.path })));
  }
  return { title: fix.title, safety: fix.safety, edits };
}

function ownerOf(field: Field, loaded: LoadedDocument): Resource | undefined {
  if (loaded.resources.length <= 1) return loaded.resources[0];
  for (let at: Field | undefined = field; at !== undefined; at = at.parent) {
    const owner = loaded.resources.find(({ root }) => root.node === at?.node);
    if (owner !== undefined) return owner;
  }
  return undefined;
}

function describe(resource: Resource, path: Path, container?: Field): NonNullable<Diagnostic["resource"]> {
  const name = container?.get("name").string ?? containerName(resource, path);
  return {
    apiVersion: resource.apiVersion,
    kind: resource.kind,
    ...(resource.namespace === undefined ? {} : { namespace: resource.namespace }),
    ...(resource.name === undefined ? {} : { name: resource.name }),
    ...(name === undefined ? {} : { container: name }),
  };
}

/** The container that a path leads through. */
function containerName(resource: Resource, path: Path): string | undefined {
  const at = path.findIndex(
    step => step === "containers" || step === "initContainers" || step === "ephemeralContainers",
  );
  if (at < 0 || typeof path[at + 1] !== "number") return undefined;
  const steps = path.slice(resource.root.path.length, at + 2);
  return resource.root.get(...steps, "name").string;
}

/** Rule, object and path; list items by their name where they have one, so that moved lines and reordered lists keep it. */
function fingerprint(ruleId: string, resource: Resource | undefined, file: string, path: Path, root: Field): string {
  const object =
    resource === undefined ? file : `${resource.groupKind} ${resource.namespace ?? ""}/${resource.name ?? file}`;
  const steps: string[] = [];
  let field = root;
  for (const step of path) {
    field = field.get(step);
    const name = typeof step === "number" ? field.get("name").string : undefined;
    steps.push(name === undefined ? String(step) : `name=${name}`);
  }
  return fingerprintOf(`${ruleId}\n${object}\n${steps.join("\n")}`);
}

/** Where a message speaks of another object: `Deployment "web" (spec.template)`. */
export function pathText(field: Field): string {
  return formatPath(field.path);
}
