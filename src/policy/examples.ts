// The examples of a policy in short form: good ones must pass, bad ones must not, and without a bad one nothing is proved.

import { buildGraph } from "../graph/build.ts";
import { criticality } from "../kubernetes/criticality.ts";
import { load } from "../load.ts";
import { loadShortPolicies, type ShortPolicies, type ShortPolicy } from "./short.ts";

export interface TestedPolicy extends ShortPolicy {
  readonly examples?: { readonly good?: readonly string[]; readonly bad?: readonly string[] };
}

export interface ExampleResult {
  readonly id: string;
  /** `good[0]`, `bad[1]`; absent where it is about the policy as a whole. */
  readonly example?: string;
  readonly outcome: "passed" | "failed" | "unproved" | "invalid";
  readonly detail?: string;
}

export async function testExamples(policies: readonly TestedPolicy[], minor: number): Promise<ExampleResult[]> {
  const results: ExampleResult[] = [];
  for (const policy of policies) {
    const { id, examples = {} } = policy;
    const loaded = await loadShortPolicies([policy], minor);
    const fault = loaded.faults.get(id);
    if (fault !== undefined) {
      results.push({ id, outcome: "invalid", detail: `column ${fault.at + 1}: ${fault.message}` });
      continue;
    }
    for (const kind of ["good", "bad"] as const)
      for (const [index, text] of (examples[kind] ?? []).entries())
        results.push(await testExample(loaded, text, { id, minor, kind, index }));
    if ((examples.bad ?? []).length === 0)
      results.push({ id, outcome: "unproved", detail: "no bad example: nothing shows that the policy finds anything" });
  }
  return results;
}

async function testExample(
  policies: ShortPolicies,
  text: string,
  { id, minor, kind, index }: { id: string; minor: number; kind: "good" | "bad"; index: number },
): Promise<ExampleResult> {
  const example = `${kind}[${index}]`;
  const { documents } = await load({ path: example, text });
  const broken = documents.flatMap(({ document }) => document.problems).find(({ severity }) => severity === "error");
  if (broken !== undefined) return { id, example, outcome: "invalid", detail: broken.message };
  const resources = documents.flatMap(document => document.resources);
  if (resources.length === 0) return { id, example, outcome: "invalid", detail: "there is no object in it" };
  const graph = buildGraph(resources, { context: true, complete: true });
  const found = resources.flatMap(resource =>
    policies.evaluate(resource, { graph, minor, isCritical: workload => criticality(workload, graph).critical }),
  );
  if (found.length > 0 === (kind === "bad")) return { id, example, outcome: "passed" };
  const detail = kind === "bad" ? "nothing was found" : (found[0]?.message ?? "");
  return { id, example, outcome: "failed", detail };
}
