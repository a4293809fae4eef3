import type { Graph, PortInWorkload } from "../../src/graph/graph.ts";
import { pairsSelector } from "../../src/kubernetes/selector.ts";
import type { Service } from "../../src/kubernetes/service.ts";
import { clusterOf, type Ignored, podCounts, selectedPods } from "./cluster.ts";
import type { Difference, Family, Figure } from "./family.ts";
import { resourcesIn } from "./manifests.ts";

interface Place {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

interface PortFact {
  readonly name?: string;
  readonly port: number;
  readonly targetPort: number | string;
  readonly protocol: string;
  readonly endpoints: readonly (Place & { container: string | null; number: number; declaredAs?: string })[];
  readonly without?: readonly (Place & { why: string })[];
}

interface ServiceFact extends Omit<Place, "kind"> {
  readonly workloads: readonly (Place & { pods: number })[];
  readonly reason?: string;
  readonly ports: readonly PortFact[];
  readonly whenScaledUp?: readonly Place[];
}

interface Row {
  readonly id: string;
  readonly dir?: string;
  readonly names?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly ignored?: readonly Ignored[];
  readonly services?: readonly ServiceFact[];
}

interface Tally {
  readonly figures: Map<string, { agree: number; total: number }>;
  readonly differences: Difference[];
}

const FLOORS: Readonly<Record<string, number>> = {
  "workloads behind each Service": 0.99,
  "pods of each workload": 0.99,
  "container and number behind each port": 0.99,
  "workloads once scaled up": 0.99,
};

export const endpoints: Family = {
  file: "endpoints",
  async run(rows, { read }) {
    const tally: Tally = {
      figures: new Map(Object.keys(FLOORS).map(name => [name, { agree: 0, total: 0 }])),
      differences: [],
    };
    for (const row of rows as readonly Row[]) {
      const files = filesOf(row, read);
      if (files === undefined) continue;
      const graph = clusterOf(await resourcesIn(files), row.ignored ?? []);
      const counts = podCounts(graph);
      const services = new Map(graph.services.map(service => [keyOf(graph, service), service]));
      for (const fact of row.services ?? []) {
        const service = services.get(`${fact.namespace}/${fact.name}`);
        if (service === undefined) tally.differences.push({ id: row.id, what: `no Service ${fact.name}` });
        else judge(tally, row.id, fact, service, graph, counts);
      }
    }
    const figures = [...tally.figures].map(([name, figure]): Figure => ({ name, ...figure, floor: FLOORS[name] ?? 1 }));
    return { figures, differences: tally.differences };
  },
};

function keyOf(graph: Graph, service: Service): string {
  return `${graph.namespaceOf(service.resource)}/${service.name}`;
}

function filesOf(row: Row, read: (path: string) => string | undefined): Record<string, string> | undefined {
  if (row.files !== undefined) return { ...row.files };
  const files: Record<string, string> = {};
  for (const name of row.names ?? []) {
    const text = read(`${row.dir?.replace(/\/\*\*$/, "")}/${name}`);
    if (text === undefined) return undefined;
    files[name] = text;
  }
  return files;
}

function judge(
  tally: Tally,
  id: string,
  fact: ServiceFact,
  service: Service,
  graph: Graph,
  counts: ReturnType<typeof podCounts>,
): void {
  const selector = pairsSelector(service.selectorField);
  const selected = graph.workloadsOf(service);
  const behind = selected
    .map(workload => ({
      workload,
      pods: selector === undefined ? 0 : selectedPods(selector, workload, counts.get(workload) ?? 0),
    }))
    .filter(({ pods }) => pods > 0);
  const place = ({ workload }: (typeof behind)[number]) =>
    `${workload.kind} ${graph.namespaceOf(workload.resource)}/${workload.resource.name}`;
  const title = `${id} Service ${fact.name}`;
  compare(tally, "workloads behind each Service", title, behind.map(place), fact.workloads.map(text));
  const pods = behind.map(item => `${place(item)} x ${item.pods}`);
  compare(
    tally,
    "pods of each workload",
    title,
    pods,
    fact.workloads.map(item => `${text(item)} x ${item.pods}`),
  );
  const scaledUp = (fact.whenScaledUp ?? fact.workloads).map(text);
  const all = selected.map(workload => place({ workload, pods: 1 }));
  compare(tally, "workloads once scaled up", title, all, scaledUp);
  fact.ports.forEach((port, index) => {
    const resolution = graph.portsOf(service)[index];
    const targets = (resolution?.targets ?? []).filter(target =>
      behind.some(item => item.workload === target.workload),
    );
    const found = targets.map(target => {
      const where = place({ workload: target.workload, pods: 1 });
      if (target.number === undefined) return `${where}: without (${declared(target)})`;
      return `${where}: ${target.container?.name ?? null} ${target.number} ${declared(target)}`;
    });
    const expected = [
      ...port.endpoints.map(item => `${text(item)}: ${item.container} ${item.number} ${item.declaredAs ?? "-"}`),
      ...(port.without ?? []).map(item => `${text(item)}: without (${/ is (.*)/.exec(item.why)?.[1] ?? "-"})`),
    ];
    compare(tally, "container and number behind each port", `${title} port ${port.port}`, found, expected);
  });
}

function declared({ declaredAs }: PortInWorkload): string {
  return declaredAs === undefined ? "-" : `${declaredAs.port.protocol} in container ${declaredAs.container.name}`;
}

function text({ kind, namespace, name }: Place): string {
  return `${kind} ${namespace}/${name}`;
}

function compare(tally: Tally, name: string, id: string, found: readonly string[], expected: readonly string[]): void {
  const figure = tally.figures.get(name);
  if (figure === undefined) return;
  const [left, right] = [[...found].sort().join(", "), [...expected].sort().join(", ")];
  figure.total++;
  if (left === right) figure.agree++;
  else tally.differences.push({ id, what: `${name}: found [${left}], expected [${right}]` });
}
