// The examples of a policy: good ones must pass, bad ones must not, and without a bad one nothing is proved.

import { buildGraph } from "../graph/build.ts";
import { criticality } from "../kubernetes/criticality.ts";
import type { Resource } from "../kubernetes/resource.ts";
import { load } from "../load.ts";
import { loadShortPolicies, type ShortPolicies, type ShortPolicy } from "./short.ts";

export interface Examples {
  readonly good?: readonly string[];
  readonly bad?: readonly string[];
}

export interface TestedPolicy extends ShortPolicy {
  readonly examples?: Examples;
}

export interface ExampleResult {
  readonly id: string;
  /** `good[0]`, `bad[1]`; absent where it is about the policy as a whole. */
  readonly example?: string;
  readonly outcome: "passed" | "failed" | "unproved" | "invalid";
  readonly detail?: string;
}

/** What a policy said of an example, or why the example is none. */
export type Tried = { readonly found: readonly string[] } | { readonly broken: string };

export async function testExamples(policies: readonly TestedPolicy[], minor: number): Promise<ExampleResult[]> {
  const results: ExampleResult[] = [];
  for (const policy of policies) {
    const { id, examples = {} } = policy;
    const loaded = await loadShortPolicies([policy], minor);
    const fault = loaded.faults.get(id);
    if (fault === undefined)
      results.push(...(await exampleResults(id, examples, text => tryShort(loaded, text, minor))));
    else results.push({ id, outcome: "invalid", detail: fault.message });
  }
  return results;
}

export async function exampleResults(
  id: string,
  examples: Examples,
  attempt: (text: string) => Promise<Tried>,
): Promise<ExampleResult[]> {
  const results: ExampleResult[] = [];
  for (const kind of ["good", "bad"] as const)
    for (const [index, text] of (examples[kind] ?? []).entries())
      results.push({ id, example: `${kind}[${index}]`, ...outcomeOf(kind, await attempt(text)) });
  if ((examples.bad ?? []).length === 0)
    results.push({ id, outcome: "unproved", detail: "no bad example: nothing shows that the policy finds anything" });
  return results;
}

function outcomeOf(kind: "good" | "bad", tried: Tried): Pick<ExampleResult, "outcome" | "detail"> {
  if ("broken" in tried) return { outcome: "invalid", detail: tried.broken };
  const [first] = tried.found;
  if (kind === "bad") return first === undefined ? { outcome: "failed", detail: "nothing was found" } : PASSED;
  return first === undefined ? PASSED : { outcome: "failed", detail: first };
}

const PASSED = { outcome: "passed" } as const;

async function tryShort(policies: ShortPolicies, text: string, minor: number): Promise<Tried> {
  const resources = await objectsIn(text);
  if (typeof resources === "string") return { broken: resources };
  const graph = buildGraph(resources, { context: true, complete: true });
  const isCritical = (workload: Parameters<typeof criticality>[0]) => criticality(workload, graph).critical;
  const found = resources.flatMap(resource => policies.evaluate(resource, { graph, minor, isCritical }));
  return { found: found.map(({ message }) => message) };
}

/** The objects of an example, or what is wrong with it. */
export async function objectsIn(text: string): Promise<readonly Resource[] | string> {
  const { documents } = await load({ path: "example", text });
  const broken = documents.flatMap(({ document }) => document.problems).find(({ severity }) => severity === "error");
  if (broken !== undefined) return broken.message;
  const resources = documents.flatMap(document => document.resources);
  return resources.length === 0 ? "there is no object in it" : resources;
}
