// The examples of ValidatingAdmissionPolicies: each is created, as it were, under the policy and its bindings.

import type { Resource } from "../kubernetes/resource.ts";
import { type LoadedFile, load, originOf } from "../load.ts";
import type { Source } from "../yaml/document.ts";
import type { ExampleResult } from "./examples.ts";
import { exampleResults, objectsIn } from "./examples.ts";
import { loadPolicies, type Policies, type PolicyProblem } from "./findings.ts";
import { type Unasked, unasked } from "./unasked.ts";
import { annotatedExamples } from "./vap-examples.ts";

export async function testAdmissionPolicies(sources: readonly Source[], minor: number): Promise<ExampleResult[]> {
  const { resources, policies } = await loaded(sources, minor);
  const results: ExampleResult[] = [];
  for (const resource of resources) if (isNamed(resource)) results.push(...(await testPolicy(resource, policies)));
  return results;
}

/** What is wrong in the files of policies, but with a policy that has a name. */
export async function untestable(sources: readonly Source[], minor: number): Promise<Unasked[]> {
  const { files, policies } = await loaded(sources, minor);
  const refused = policies.problems.flatMap(({ resource, problem }) => {
    const origin = originOf(resource.root);
    return origin === undefined || isNamed(resource) ? [] : [{ loaded: origin, resource, problem }];
  });
  return [...(await unasked(files, minor)), ...refused];
}

async function loaded(sources: readonly Source[], minor: number) {
  const files: LoadedFile[] = [];
  for (const source of sources) files.push(await load(source));
  const resources = files.flatMap(({ documents }) => documents.flatMap(document => document.resources));
  return { files, resources, policies: await loadPolicies(resources, { minor }) };
}

function isNamed({ kind, name = "" }: Resource): boolean {
  return kind === "ValidatingAdmissionPolicy" && name !== "";
}

/** `policies/a.yaml:3:9: sentence` */
function placed({ resource, problem }: PolicyProblem): string {
  const position = originOf(resource.root)?.file.lines.at(problem.start);
  const place = position === undefined ? "" : `:${position.line}:${position.column}`;
  const help = problem.help === undefined ? "" : `; ${problem.help}`;
  return `${resource.file}${place}: ${problem.message}${help}`;
}

async function testPolicy(resource: Resource, policies: Policies): Promise<ExampleResult[]> {
  const { name: id = "", root } = resource;
  const flaw = policies.problems.find(one => one.resource === resource);
  if (flaw !== undefined) return [{ id, outcome: "invalid", detail: placed(flaw) }];
  return exampleResults(id, annotatedExamples(root), async text => {
    const objects = await objectsIn(text);
    if (typeof objects === "string") return { broken: objects };
    const namespaces = new Map(
      objects.filter(({ groupKind }) => groupKind === "/Namespace").map(({ name, labels }) => [name, labels]),
    );
    const found = objects.flatMap(object => {
      const namespaceLabels = namespaces.get(object.namespace ?? "default");
      return policies.evaluate(object, namespaceLabels === undefined ? {} : { namespaceLabels });
    });
    return { found: found.filter(({ policy }) => policy === id).map(({ message }) => message) };
  });
}
