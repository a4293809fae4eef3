import type { Graph } from "../../src/graph/graph.ts";
import { budgetSelector } from "../../src/graph/indexed-graph.ts";
import { type BudgetedPods, budgetStatus } from "../../src/kubernetes/budget.ts";
import type { Resource } from "../../src/kubernetes/resource.ts";
import { adopters, clusterOf, type Ignored, podCounts, selectedPods } from "./cluster.ts";
import type { Difference, Family } from "./family.ts";
import { resourcesIn } from "./manifests.ts";

interface Status {
  readonly currentHealthy: number;
  readonly desiredHealthy: number;
  readonly expectedPods: number;
  readonly disruptionsAllowed: number;
  readonly reason: string;
}

interface Row {
  readonly id: string;
  readonly files: Readonly<Record<string, string>>;
  readonly ignored?: readonly Ignored[];
  readonly scales?: Readonly<Record<string, number>>;
  readonly pdbs?: readonly {
    readonly namespace: string;
    readonly name: string;
    readonly allHealthy: Status;
    readonly oneUnhealthy?: Status;
    readonly events?: readonly string[];
    readonly sharesPodsWith?: readonly string[];
  }[];
}

export const pdb: Family = {
  file: "pdb",
  async run(rows) {
    const allowed = { name: "disruptionsAllowed", agree: 0, total: 0, floor: 1 };
    const whole = { name: "the whole status", agree: 0, total: 0, floor: 1 };
    const sharing = { name: "budgets that share pods", agree: 0, total: 0, floor: 1 };
    const differences: Difference[] = [];
    for (const row of rows as readonly Row[]) {
      const graph = clusterOf(await resourcesIn(row.files), row.ignored ?? []);
      for (const fact of row.pdbs ?? []) {
        const budget = graph.find("policy/PodDisruptionBudget", fact.name, at(graph, fact.namespace))[0];
        for (const unhealthy of [0, 1]) {
          const expected = unhealthy === 0 ? fact.allHealthy : fact.oneUnhealthy;
          if (expected === undefined) continue;
          const found = budget === undefined ? undefined : statusOf(budget, graph, row, unhealthy);
          allowed.total++;
          whole.total++;
          if (found?.disruptionsAllowed === expected.disruptionsAllowed) allowed.agree++;
          if (sameStatus(found, expected)) whole.agree++;
          else
            differences.push({
              id: `${row.id} ${fact.name}`,
              what: `found ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`,
            });
        }
        sharing.total++;
        const shared = budget === undefined ? [] : sharingWith(budget, graph);
        if (shared.join() === [...(fact.sharesPodsWith ?? [])].sort().join()) sharing.agree++;
        else differences.push({ id: `${row.id} ${fact.name}`, what: `shares pods with ${shared.join()}` });
      }
    }
    return { figures: [allowed, whole, sharing], differences };
  },
};

function at(graph: Graph, namespace: string): Resource {
  const resource = graph.resources.find(candidate => graph.namespaceOf(candidate) === namespace);
  if (resource === undefined) throw new Error(`nothing in namespace ${namespace}`);
  return resource;
}

function statusOf(budget: Resource, graph: Graph, row: Row, unhealthy: number) {
  const selector = budgetSelector(budget);
  const counts = podCounts(graph);
  const adopted = adopters(graph);
  const selected: BudgetedPods[] =
    selector === undefined
      ? []
      : graph.select(selector, budget).workloads.map(workload => ({
          workload: adopted.get(workload) ?? workload,
          pods: selectedPods(selector, workload, counts.get(workload) ?? 0),
          replicas: graph.replicasOf(adopted.get(workload) ?? workload),
        }));
  return budgetStatus(budget, selected, {
    unhealthy,
    scaleOf: ({ kind, name }) =>
      row.scales?.[`${kind}/${name}`] ??
      graph.workloads.find(workload => workload.kind === kind && workload.resource.name === name)?.replicas,
  });
}

function sameStatus(found: ReturnType<typeof budgetStatus>, expected: Status): boolean {
  return (
    found !== undefined &&
    found.currentHealthy === expected.currentHealthy &&
    found.desiredHealthy === expected.desiredHealthy &&
    found.expectedPods === expected.expectedPods &&
    (found.failure !== undefined) === (expected.reason === "SyncFailed")
  );
}

function sharingWith(budget: Resource, graph: Graph): string[] {
  const names = new Set<string>();
  for (const workload of graph.workloads) {
    const budgets = graph.budgetsOf(workload);
    if (!budgets.includes(budget)) continue;
    for (const other of budgets) if (other !== budget) names.add(other.name ?? "");
  }
  return [...names].sort();
}
